import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodePath } from '../kit/install.mjs';
import { places } from '../kit/places.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');
const nodes = [{ node: '22.23.3' }, { node: '24.21.0' }];

/** The editions without sound. */
const silent =
  'docx:screen-reader,docx:large-print,pdf:screen-reader,pdf:large-print,html:screen-reader,epub:screen-reader,mobi,azw3,brf,pef,ebrl';

/**
 * Other machines, as far as one machine can be them: newer Nodes, far time zones, languages that write letters and numbers
 * in other ways (Turkish small letters, Arabic digits), one thread and many.
 */
const machines = [
  ...nodes.map(({ node }, index) => ({
    name: `Node ${node}`,
    command: nodePath(node),
    env: { TZ: index === 0 ? 'Pacific/Kiritimati' : 'America/St_Johns', LC_ALL: 'en_GB.UTF-8' },
    flags: [],
  })),
  {
    name: 'one thread, Turkish',
    command: process.execPath,
    env: { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' },
    flags: ['--threads', '1'],
  },
  { name: 'four threads, Arabic', command: process.execPath, env: { TZ: 'UTC', LC_ALL: 'ar_EG.UTF-8' }, flags: ['--threads', '4'] },
];

/**
 * Whether a build on this machine speaks a document too. Speaking takes most of the time: of the long report only the newest
 * Node does it, of the example each Node and one thread.
 */
const speaks = (machine, document) =>
  document.kind === 'report' ? machine.name === `Node ${nodes.at(-1).node}` : !machine.name.startsWith('four threads');

/** Where each machine built each document: once for the check and for all of its proofs. */
const builds = new Map();

function buildOn(machine, document, kit) {
  const key = `${machine.name} ${document.name}`;
  let built = builds.get(key);
  if (!built) {
    const folder = kit.tempDir('same-bytes');
    const choice = speaks(machine, document) ? [] : ['--to', silent];
    const env = { ...machine.env, LANG: machine.env.LC_ALL, EVERYREAD_CACHE: kit.tempDir('cache'), CI: 'true', NO_COLOR: '1' };
    const args = [bin, 'build', document.source, '--out', folder, '--quiet', ...machine.flags, ...choice, ...(document.flags ?? [])];
    built = kit.runTool(machine.command, args, { env, timeoutMs: 600_000 }).then((result) => ({ folder, result }));
    builds.set(key, built);
  }
  return built;
}

/** What names or holds all that a run made differs where it made less. */
const ofAll = /(?:^|\/)(?:index\.html|conformance\.html|[^/]*-all\.zip)$/;

/**
 * Same input, same bytes: the built command makes every edition again with other versions of Node, in other time zones and
 * languages, in one thread and in many; each file must be the same to the byte, and no file more or less.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'same-bytes',
  formats: ['docx', 'pdf', 'html', 'epub', 'mobi', 'azw3', 'brf', 'pef', 'ebrl', 'mp3', 'zip', 'json'],
  tools: nodes,
  async run(files, kit) {
    const findings = [];
    const wanted = files.filter((file) => file.document.kind === 'example' || file.document.kind === 'report');
    const documents = [...new Set(wanted.map((file) => file.document))];
    const pairs = documents.flatMap((document) => machines.map((machine) => ({ document, machine })));
    await kit.each(pairs, async ({ document, machine }) => {
      const { folder, result } = await buildOn(machine, document, kit);
      const say = (message, file) => findings.push({ file, rule: machine.name, message });
      if (result.code !== 0) return say(`${document.name}: the build ends with ${result.code}: ${result.stderr.trim().slice(-600)}`);
      const whole = speaks(machine, document);
      const home = join('editions', document.name);
      let compared = 0;
      const compare = (path, inside, file) => {
        const twin = join(folder, inside);
        if (!existsSync(twin)) return whole ? say(`${document.name}: ${inside} is not made there`, file) : undefined;
        if (!whole && ofAll.test(inside)) return;
        const [here, there] = [readFileSync(path), readFileSync(twin)];
        compared += 1;
        if (here.equals(there)) return;
        const at = here.findIndex((byte, index) => byte !== there[index]);
        say(`${inside} differs from byte ${at < 0 ? here.length : at} on (${here.length} and ${there.length} bytes)`, file);
      };
      for (const file of wanted.filter((each) => each.document === document))
        compare(file.path, relative(home, file.name.replace(/ \(damaged: .*/, '')), file);
      if (compared === 0) say(`${document.name}: nothing was compared`);
      // A proof shows one file alone.
      if (files.length === 1) return;
      const own = join(places.out, home);
      if (whole) for (const name of ['everyread-report.json', 'conformance.json']) compare(join(own, name), name);
      const names = new Set(readdirSync(own, { recursive: true }));
      for (const name of readdirSync(folder, { recursive: true }))
        if (!names.has(name)) say(`${document.name}: ${name} is made there only`);
    });
    return findings;
  },
  proofs: ['docx', 'pdf', 'html', 'epub', 'mobi', 'azw3', 'brf', 'pef', 'ebrl', 'mp3', 'zip'].map((format) => ({
    name: `one bit of a ${format} is another`,
    format,
    damage(bytes) {
      const copy = bytes.slice();
      copy[Math.floor(copy.length / 2)] ^= 1;
      return copy;
    },
  })),
};
