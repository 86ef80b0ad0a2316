import type { NarrationVoice, Theme } from '@everyread/core';
import type { MessageJson } from '../output/message-json.js';
import { lineWord } from '../output/word-place.js';
import { readBackName, type Conformance, type ConformanceEdition } from './conformance.js';

type MakeElement = typeof import('@everyread/html').h;
type Element = ReturnType<MakeElement>;

/** The page of dist/conformance.html: the same as the JSON, for people. In English, as all messages are. */
export async function conformancePage(
  data: Conformance,
  look: { theme?: Theme | undefined; publisher?: string | undefined },
): Promise<string> {
  const { h, renderPlainPage } = await import('@everyread/html');
  const part = (id: string, title: string, ...content: (Element | false | undefined)[]): Element =>
    h('section', {}, h('h2', { id }, title), content);
  const intro = [
    h(
      'p',
      {},
      'This page says what each edition is made to meet, which checks the build ran and what they found, and what was not checked. A standard that is named here is an aim; it is no verdict. What several editions have in common is listed with the first of them.',
    ),
    h(
      'p',
      {},
      `Made from ${data.source.file}${data.date ? `, dated ${data.date}` : ''}. SHA-256 of the source: `,
      h('code', {}, data.source.sha256),
    ),
  ];
  const main = [
    ...intro,
    part('short', 'In short', inShort(h, data)),
    part('editions', 'The editions', overview(h, data.editions), ...data.editions.map((edition) => editionPart(h, edition))),
    part(
      'document',
      'The document',
      h('p', {}, `${data.document.name}. ${data.document.result}`),
      findings(h, 'Findings in the document', data.document.findings),
    ),
    part(
      'downloads',
      'The download page and the archive',
      h(
        'ul',
        {},
        data.downloads.map((check) => h('li', {}, `${check.name}. ${check.result}`)),
      ),
      findings(
        h,
        'Findings in the download page and the archive',
        data.downloads.flatMap((check) => check.findings),
      ),
    ),
    data.failed.length > 0 &&
      part(
        'failed',
        'Editions that failed',
        ...data.failed.flatMap((each) => [
          h('h3', {}, `${each.format}, ${each.edition}`),
          h('p', {}, each.error ?? 'It was not made because of what was found:'),
          findings(h, `Findings in ${each.format}, ${each.edition}`, each.findings),
        ]),
      ),
    part(
      'suppressed',
      'Findings that were accepted',
      data.suppressed.length === 0
        ? h('p', {}, 'None.')
        : table(
            h,
            'Rules whose findings the author accepts, with the reason',
            ['Rule', 'Findings', 'Reason'],
            data.suppressed.map((each) => [each.ruleId, String(each.count), each.reason]),
          ),
    ),
    data.changedRules.length > 0 &&
      part(
        'changed',
        'Rules that were changed',
        table(
          h,
          'Rules with another severity than their own',
          ['Rule', 'Severity'],
          data.changedRules.map((each) => [each.ruleId, each.severity]),
        ),
      ),
    part(
      'people',
      'What only a person can check',
      h('p', {}, 'This build can’t tell whether anybody did so.'),
      ...data.forPeopleToCheck.flatMap((check) => [
        h('h3', {}, check.title),
        h(
          'ol',
          {},
          check.steps.map((step) => h('li', {}, step)),
        ),
      ]),
    ),
    part(
      'versions',
      'Versions',
      h('p', {}, 'Installed with the formats that were made. A configuration can choose another voice or another Braille engine.'),
      table(
        h,
        'Packages, engines and tables',
        ['Package', 'Version'],
        data.versions.map((each) => [each.name, each.version]),
      ),
    ),
    part(
      'files',
      'Files',
      table(
        h,
        'Checksums of the files',
        ['File', 'SHA-256'],
        data.editions.flatMap((each) => each.files.map((file) => [file.path, file.sha256])),
      ),
    ),
  ].filter((each) => each !== false);
  return renderPlainPage({
    lang: 'en',
    title: 'Conformance report',
    subtitle: { text: data.title, lang: data.lang },
    skip: 'Skip to the report',
    theme: look.theme,
    publisher: look.publisher,
    main,
  });
}

/** What a manager wants to know first, each with the way to the details. */
function inShort(h: MakeElement, data: Conformance): Element {
  const say = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
  const { editions, downloads, failed, suppressed, document, forPeopleToCheck } = data;
  const readBack = editions.flatMap((edition) => edition.checks.filter((check) => check.name === readBackName && check.ran));
  const differing = readBack.filter((check) => check.findings.length > 0).length;
  const wrong = downloads.reduce((sum, check) => sum + check.findings.length, 0);
  const line = (id: string, about: string, text: string): Element => h('li', {}, h('a', { href: `#${id}` }, about), `: ${text}`);
  const accepted = suppressed.reduce((sum, each) => sum + each.count, 0);
  return h(
    'ul',
    {},
    line(
      'editions',
      'Editions',
      `${say(editions.length, 'was', 'were')} made, ${failed.length === 0 ? 'none failed' : `${failed.length} failed`}.`,
    ),
    line(
      'editions',
      'Compared with the report',
      `${readBack.length} of ${editions.length} were opened again; ${differing === 0 ? 'none differs from the report' : `${say(differing, 'differs', 'differ')} from it`}.`,
    ),
    line(
      'downloads',
      'Download page and archive',
      wrong === 0
        ? `${downloads.every((check) => check.ran) ? 'they offer' : 'what was compared offers'} the files as they are.`
        : `${say(wrong, 'finding')}.`,
    ),
    line('document', 'Document', document.result.replace('Run: ', '')),
    line('suppressed', 'Accepted by the author', accepted === 0 ? 'nothing.' : `${say(accepted, 'finding')}, with written reasons.`),
    line('people', 'Not for programs', `${say(forPeopleToCheck.length, 'check')} for people, with steps.`),
  );
}

function overview(h: MakeElement, editions: readonly ConformanceEdition[]): Element {
  const rows = editions.map((edition) => {
    const readBack = edition.checks.find((check) => check.name === readBackName);
    return [
      edition.title,
      edition.files[0]?.path ?? '',
      edition.aimsAt.join('; ') || 'None stated',
      readBack?.ran
        ? readBack.findings.length === 0
          ? readBack.limit
            ? 'No difference found in what was compared'
            : 'No difference found'
          : readBack.result.replace('Run: ', '')
        : 'Not run',
    ];
  });
  return table(h, 'Editions, what they aim at, and what reading them back found', ['Edition', 'File', 'Aims at', 'Read back'], rows);
}

const voiceLine = ({ title, lang, engine }: NarrationVoice): string => `${title} (${lang}, ${engine})`;

function editionPart(h: MakeElement, edition: ConformanceEdition): Element {
  const title = `${edition.title}: ${edition.files[0]?.path ?? ''}`;
  return h(
    'section',
    {},
    h('h3', {}, title),
    h(
      'ul',
      {},
      edition.voices ? h('li', {}, `Voices heard: ${edition.voices.map(voiceLine).join('; ')}.`) : false,
      edition.checks.map((check) => h('li', {}, `${check.name}. ${check.result}`)),
    ),
    findings(
      h,
      `Findings in ${title}`,
      edition.checks.flatMap((check) => check.findings),
    ),
  );
}

function findings(h: MakeElement, caption: string, found: readonly MessageJson[]): Element | undefined {
  if (found.length === 0) return undefined;
  const place = (each: MessageJson): string => (each.line === undefined ? each.file : `${each.file}, ${lineWord(each.file)} ${each.line}`);
  return table(
    h,
    caption,
    ['Rule', 'Severity', 'Place', 'What was found'],
    found.map((each) => [each.ruleId, each.severity === 'info' ? 'hint' : each.severity, place(each), each.reason]),
  );
}

/** A table with a caption; each row begins with what it is about. On a narrow screen each row is a block of its own. */
function table(h: MakeElement, caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): Element {
  return h(
    'table',
    { className: ['table-records'] },
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(([head = '', ...cells]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, head),
          cells.map((cell, index) => h('td', { dataLabel: heads[index + 1] ?? '' }, cell)),
        ),
      ),
    ),
  );
}
