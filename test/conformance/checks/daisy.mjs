import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPublication } from '../kit/thorium.mjs';

/** The standards' own schemas, where they stand beside the repository. */
const schemas = fileURLToPath(new URL('../../../../shared/schemas/', import.meta.url));

const grammars = [
  { ending: 'book.xml', dtd: 'daisy3/dtbook-2005-3.dtd' },
  { ending: '.ncx', dtd: 'daisy3/ncx-2005-1.dtd' },
  { ending: '.opf', dtd: 'daisy3/oebpkg12.dtd' },
  { ending: '.res', dtd: 'daisy3/resource-2005-1.dtd' },
  { ending: '.smil', dtd: 'daisy3/dtbsmil-2005-2.dtd', kind: '3' },
  { ending: 'content.html', dtd: 'daisy202/xhtml1-transitional.dtd' },
  { ending: 'ncc.html', rng: 'daisy202/d202/d202ncc.rng' },
  { ending: 'master.smil', rng: 'daisy202/d202/d202msmil.rng' },
  { ending: '.smil', rng: 'daisy202/d202/d202smil.rng', kind: '2.02' },
];

/**
 * Talking books: r2-shared-js, the parser inside Thorium Reader, opens them and sees the headings and the length; the
 * standards' DTDs and RELAX NG hold.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'daisy',
  formats: ['zip'],
  tools: [{ module: 'r2-shared-js' }, { command: 'xmllint', apt: 'libxml2-utils' }, { command: 'jing', apt: 'jing' }],
  async run(files, kit) {
    const findings = [];
    await kit.each(files, async (file) => {
      const say = (message, place) => findings.push({ file, message, ...(place ? { place } : {}) });
      const folder = await unpack(file.path, kit.tempDir('daisy')).catch((error) => say(`it can't be unpacked: ${error.message}`));
      // Other archives are no books.
      if (!folder || !(existsSync(join(folder, 'ncc.html')) || existsSync(join(folder, 'package.opf')))) return;
      await readWithThorium(file, folder, kit, say);
      if (existsSync(schemas)) await validate(folder, kit, say);
    });
    return findings;
  },
  proofs: ['daisy-2.02', 'daisy-3'].map((kind) => ({
    name: `a heading less in ${kind}`,
    format: 'zip',
    // Other archives hold no navigation to damage.
    suits: (file) => file.path.endsWith(`${kind}.zip`),
    damage: (bytes) => breakNavigation(bytes),
  })),
};

async function unpack(path, folder) {
  const { unzip } = await import('@everyread/zip');
  for (const [name, body] of unzip(readFileSync(path), { maxFileBytes: 2e9, maxTotalBytes: 4e9 })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  return folder;
}

async function readWithThorium(file, folder, kit, say) {
  const publication = await openPublication(folder, kit).catch((error) => say(`r2-shared-js: ${error.message ?? error}`));
  if (!publication) return;
  const { meta, outline } = await kit.prepared(file);
  const flat = (entries, children, text) => (entries ?? []).flatMap((entry) => [text(entry), ...flat(children(entry), children, text)]);
  const clean = (text) => text.replace(/\s+/g, ' ').trim();
  const seen = flat(
    publication.TOC,
    (entry) => entry.Children,
    (entry) => clean(entry.Title ?? ''),
  ).filter((title) => title !== clean(meta.title));
  const wanted = flat(
    outline,
    (entry) => entry.children,
    (entry) => clean(entry.text),
  ).filter((title) => title !== clean(meta.title));
  if (seen.join('\n') !== wanted.join('\n')) say(`r2-shared-js sees ${seen.length} headings, the report has ${wanted.length}`);
  const sum = readdirSync(folder)
    .filter((name) => name.endsWith('.mp3'))
    .map((name) => kit.runTool('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', join(folder, name)]));
  const seconds = (await Promise.all(sum)).reduce((total, result) => total + Number(result.stdout), 0);
  const told = publication.Metadata?.Duration ?? 0;
  if (seconds > 0 && Math.abs(told - seconds) > 2) say(`r2-shared-js says ${told} s, the sound is ${seconds.toFixed(1)} s`);
}

async function validate(folder, kit, say) {
  const kind = existsSync(join(folder, 'ncc.html')) ? '2.02' : '3';
  for (const name of readdirSync(folder)) {
    const grammar = grammars.find((each) => name.endsWith(each.ending) && (each.kind === undefined || each.kind === kind));
    if (!grammar) continue;
    // Without its doctype a file is judged by the grammar alone, and nothing is looked for on the network.
    const plain = join(folder, `plain-${name}.xml`);
    writeFileSync(plain, readFileSync(join(folder, name), 'utf8').replace(/<!DOCTYPE[^>]*>\n?/, ''));
    const result = grammar.dtd
      ? await kit.runTool('xmllint', ['--noout', '--nonet', '--dtdvalid', join(schemas, grammar.dtd), plain])
      : await kit.runTool('jing', [join(schemas, grammar.rng), plain]);
    if (result.code === 0) continue;
    const complaint = `${result.stdout}\n${result.stderr}`
      .split('\n')
      .filter((line) => /error/.test(line) && !/I\/O error|load external/.test(line));
    if (complaint.length > 0) say(complaint.slice(0, 2).join(' ').slice(0, 400), name);
  }
}

async function breakNavigation(bytes) {
  const { unzip, zipFiles } = await import('@everyread/zip');
  const files = unzip(bytes, { maxFileBytes: 2e9, maxTotalBytes: 4e9 });
  return zipFiles(
    [...files].map(([path, body]) => {
      const text = /^(?:ncc\.html|navigation\.ncx)$/.test(path) ? new TextDecoder().decode(body) : undefined;
      // A heading less than the report has, and no longer valid.
      return {
        path,
        body:
          text === undefined
            ? body
            : new TextEncoder().encode(
                text
                  .replace(/(<\/h1>[\s\S]*?)<h1\b[\s\S]*?<\/h1>/, '$1')
                  .replace(/<navLabel>[\s\S]*?<\/navLabel>/, '')
                  .replace(/ playOrder="\d+"/, ''),
              ),
      };
    }),
    { date: new Date('2024-01-01') },
  );
}
