import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const names = readdirSync(`${root}packages`).filter((name) => existsSync(`${root}packages/${name}/package.json`));

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const read = (path: string): string => readFileSync(root + path, 'utf8');
const manifestOf = (name: string): Manifest => JSON.parse(read(`packages/${name}/package.json`)) as Manifest;
const short = (name: string): string => name.replace('@everyread/', '');

/** Packages of the workspace that a package names. */
function doors(name: string): string[] {
  const { dependencies, peerDependencies, optionalDependencies } = manifestOf(name);
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })
    .filter((each) => each.startsWith('@everyread/') || each === 'everyread')
    .map(short)
    .sort();
}

/** The table of rooms in docs/architecture.md. */
function tableOfRooms(): Map<string, string[]> {
  const rows = [...read('docs/architecture.md').matchAll(/^\| `((?:@everyread\/)?[a-z-]+)` +\| [^|]+ \|([^|]*)\|$/gm)];
  const rooms = rows.map(([, name, cell]) => [short(name!), cell!.trim().split(/,\s*/).filter(Boolean)] as const);
  const above: string[] = [];
  const table = new Map<string, string[]>();
  for (const [name, list] of rooms) {
    const all = /^all above but (.+)$/.exec(list[0] ?? '');
    const shut = all?.[1]!.split(' and ') ?? [];
    table.set(name, (all ? above.filter((each) => !shut.includes(each)) : [...list]).sort());
    above.push(name);
  }
  return table;
}

const renderers = ['html', 'docx', 'pdf', 'epub', 'mobi', 'braille', 'audio', 'daisy'];

describe('the doors between packages', () => {
  const table = tableOfRooms();

  it('lists every package in docs/architecture.md', () => {
    expect([...table.keys()].sort()).toEqual([...names].sort());
  });

  it('lists every decision under its own title', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/^\| \[(\d{4})\]\(([^)]+)\) +\| (.*?) +\|$/gm)];
    const files = readdirSync(`${root}docs/decisions`).filter((name) => name !== 'README.md');
    expect(listed.map(([, , file]) => file)).toEqual(files.sort());
    for (const [, number, file, title] of listed) expect(read(`docs/decisions/${file!}`).split('\n')[0]).toBe(`# ${number!}: ${title!}`);
  });

  it('names files there that exist', () => {
    const paths = [...read('docs/architecture.md').matchAll(/`((?:test|packages|examples|docs|\.ci)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
  });

  it.each(names)('%s imports what the table allows', (name) => {
    expect(doors(name)).toEqual(table.get(name));
  });

  it.each(names)('%s uses each package that it names', (name) => {
    const sources = readdirSync(`${root}packages/${name}/src`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => read(`packages/${name}/src/${path}`))
      .join('\n');
    expect(doors(name).filter((door) => !new RegExp(`(?:from|import\\() ?'@everyread/${door}[/']`).test(sources))).toEqual([]);
  });

  it.each(names)('%s refers to the same packages in its tsconfig.json', (name) => {
    const { references } = JSON.parse(read(`packages/${name}/tsconfig.json`)) as { references?: { path: string }[] };
    expect((references ?? []).map(({ path }) => path.replace('../', '')).sort()).toEqual(doors(name));
  });

  it('no renderer imports another, but for the fragments of html', () => {
    for (const name of renderers) expect(doors(name).filter((door) => renderers.includes(door) && door !== 'html')).toEqual([]);
  });

  it('no package leads back to itself', () => {
    const reach = (name: string, seen: string[]): void => {
      expect(seen).not.toContain(name);
      for (const door of doors(name)) reach(door, [...seen, name]);
    };
    for (const name of names) reach(name, []);
  });
});

describe('src/index.ts', () => {
  // The index of fonts is its table of faces.
  it.each(names.filter((name) => name !== 'fonts'))('of %s exports and does nothing else', (name) => {
    const text = read(`packages/${name}/src/index.ts`)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '');
    const statements = text
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean);
    for (const statement of statements) expect(statement).toMatch(/^(?:export (?:type )?(?:\*|\{)|import )/);
  });
});

const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/**
 * Built-ins that a dependency names although it runs without them in a browser, with the reason. Our own
 * sources have no such leave.
 */
const excused: Record<string, readonly string[]> = {};

/** Bundles a package for the browser and lists the built-ins of Node that somebody in it asks for. */
async function builtinsOf(name: string): Promise<string[]> {
  const asked: string[] = [];
  await build({
    entryPoints: [`${root}packages/${name}/src/index.ts`],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    loader: { '.ttf': 'empty', '.otf': 'empty', '.woff2': 'empty', '.wasm': 'empty', '.bin': 'empty' },
    plugins: [
      {
        name: 'workspace and built-ins',
        setup(bundle) {
          bundle.onResolve({ filter: /^@everyread\// }, ({ path }) => ({ path: `${root}packages/${short(path)}/src/index.ts` }));
          bundle.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, importer, kind }) => {
            if (!builtins.has(path) || kind === 'entry-point') return undefined;
            const from = importer.replace(root, '').replace(/^node_modules\//, '');
            asked.push(`${path} in ${from}`);
            return { path, external: true };
          });
        },
      },
    ],
  });
  return [...new Set(asked)].filter((line) => !(excused[name] ?? []).some((leave) => line.startsWith(leave)));
}

describe('in a browser', () => {
  it.each(names.filter((name) => name !== 'everyread'))('%s needs nothing of Node', async (name) => {
    expect(await builtinsOf(name)).toEqual([]);
  });
});
