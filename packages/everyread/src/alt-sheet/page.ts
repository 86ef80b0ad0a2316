import type { Asset, Meta } from '@everyread/core';
import { lineWord } from '../output/word-place.js';
import { shellWord } from '../cli/shell-word.js';
import type { SheetPicture } from './pictures.js';

/** The review sheet as a page: each picture with its place and its words, for those who look and for those who listen. */
export async function sheetPage(pictures: readonly SheetPicture[], meta: Meta, source: string): Promise<string> {
  const { h, renderPlainPage } = await import('@everyread/html');
  const missing = pictures.filter((each) => !each.decorative && each.alt.trim() === '').length;
  const describe = (each: SheetPicture) => {
    const facts: [string, string][] = [
      ['File', each.file],
      [
        'Where it stands',
        `${source}${each.line === undefined ? '' : `, ${lineWord(source)} ${each.line}`}${each.section ? `, under “${each.section}”` : ''}`,
      ],
      ...(each.context ? ([['Caption or words around it', each.context]] as [string, string][]) : []),
      ['Text alternative', each.decorative ? 'None: the picture is decorative' : each.alt.trim() || 'Missing'],
      ['Length', each.alt.trim() ? `${each.alt.trim().length} characters` : '0 characters'],
    ];
    return h(
      'section',
      {},
      h('h2', { id: `picture-${each.number}` }, `Picture ${each.number}`),
      each.asset
        ? h(
            'p',
            {},
            h('img', {
              src: `data:${each.asset.mediaType};base64,${Buffer.from(each.asset.body).toString('base64')}`,
              // What it would say to a reader of the report; a missing one is said to be missing.
              alt: each.decorative ? '' : each.alt.trim() || 'This picture has no text alternative yet',
              ...smallSize(each.asset),
            }),
          )
        : h('p', {}, 'The picture can’t be opened.'),
      h(
        'dl',
        {},
        facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
      ),
    );
  };
  const count = (n: number): string => `${n} ${n === 1 ? 'picture' : 'pictures'}`;
  return renderPlainPage({
    lang: 'en',
    title: 'Text alternatives to review',
    subtitle: { text: meta.title, lang: meta.lang },
    skip: 'Skip to the pictures',
    theme: meta.theme,
    publisher: meta.publisher,
    main: [
      h(
        'p',
        {},
        `${count(pictures.length)} in ${source}, ${missing === 0 ? 'none' : count(missing)} without a text alternative. Read each alternative beside its picture and ask: would I miss anything without the picture?`,
      ),
      h(
        'p',
        {},
        'To change them in a spreadsheet: ',
        h('code', {}, `everyread check ${shellWord(source)} --alt-sheet sheet.csv`),
        ', and back with ',
        h('code', {}, `everyread check ${shellWord(source)} --apply-alts sheet.csv`),
        '.',
      ),
      ...pictures.map(describe),
    ],
  });
}

/** A size at which a page of many pictures can be looked through; the security policy of the page allows no style of an element. */
function smallSize({ width, height }: Asset): { width?: number; height?: number } {
  if (!width || !height) return { width: 320 };
  const scale = Math.min(1, 320 / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
