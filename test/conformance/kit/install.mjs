import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { javaFolder, places } from './places.mjs';
import { runTool } from './run-tool.mjs';

/** Debian calls the browser by two names. */
const aliases = { chromium: ['chromium', 'chromium-browser', 'google-chrome'] };

/** The path of a command, if this machine has it. */
export function findCommand(command) {
  for (const name of aliases[command] ?? [command]) {
    for (const folder of (process.env.PATH ?? '').split(':')) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

/** What a tool is called in a message. */
export function toolName(tool) {
  if ('command' in tool) return tool.command;
  if ('module' in tool) return tool.module;
  if ('python' in tool) return `python: ${tool.python}`;
  if ('packed' in tool) return tool.packed;
  return 'node' in tool ? `Node ${tool.node}` : `java: ${tool.java}`;
}

/** The package that holds Node for this machine, as the package `node` would choose it; its scripts are not run. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Where a version of Node is, once it is installed. */
export const nodePath = (version) =>
  join(places.nodes, version, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Where the files of a package are, once it is fetched. */
export const packedPath = ({ packed, version }) => join(places.packed, `${packed}-${version}`, 'package');

/** Whether the Python of this folder has a package in this version. */
function hasPython({ python, version }) {
  const lib = join(places.python, 'lib');
  const packages = existsSync(lib) ? readdirSync(lib).map((name) => join(lib, name, 'site-packages')) : [];
  return packages.some((folder) => existsSync(join(folder, `${python}-${version}.dist-info`)));
}

/** Whether a tool is there. */
export function hasTool(tool) {
  if ('command' in tool) return findCommand(tool.command) !== undefined;
  if ('module' in tool) return existsSync(join(places.modules, tool.module, 'package.json'));
  if ('python' in tool) return hasPython(tool);
  if ('packed' in tool) return existsSync(packedPath(tool));
  if ('node' in tool) return existsSync(nodePath(tool.node));
  return existsSync(join(javaFolder(tool.java), 'target/lib')) && existsSync(join(javaFolder(tool.java), 'target/classes'));
}

const attempt = async (say, command, args, options) => {
  for (let tries = 1; ; tries += 1) {
    const result = await runTool(command, args, { timeoutMs: 900_000, ...options });
    if (result.code === 0) return true;
    if (tries === 3) {
      say(`error ${command} ${args.join(' ').slice(0, 200)} failed: ${result.stderr.trim().split('\n').slice(-3).join(' ')}`);
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 3000 * tries));
  }
};

/**
 * Installs what is missing: Debian packages, the modules of this folder, Java artifacts. Only for machines that
 * are made for it (CI=true).
 *
 * @param {import('./contract.d.ts').Tool[]} tools
 * @param {(line: string) => void} say
 */
export async function install(tools, say) {
  const missing = tools.filter((tool) => !hasTool(tool));
  const wanted = new Set(missing.flatMap((tool) => ('apt' in tool ? [tool.apt] : [])));
  const jars = tools.some((tool) => 'java' in tool || tool.command === 'java');
  if (jars && !findCommand('java')) wanted.add('default-jre-headless');
  if (missing.some((tool) => 'java' in tool) && !findCommand('mvn')) {
    wanted.add('maven');
    wanted.add('default-jdk-headless');
  }
  const python = missing.filter((tool) => 'python' in tool);
  if (python.length > 0 && (await runTool('python3', ['-c', 'import ensurepip, venv'])).code !== 0) wanted.add('python3-venv');
  if (wanted.size > 0) {
    say(`install with apt: ${[...wanted].join(' ')}`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await attempt(say, 'apt-get', ['update', '-qq'], { env });
    await attempt(say, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { env });
  }
  if (missing.some((tool) => 'module' in tool)) {
    say('install with npm: the modules of test/conformance');
    // Not `npm ci`: it refuses a lock without the validators' builds for other systems, and not every registry has those.
    await attempt(say, 'npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: places.conformance,
      env: { PUPPETEER_SKIP_DOWNLOAD: '1' },
    });
  }
  for (const { node } of missing.filter((tool) => 'node' in tool)) {
    say(`install with npm: Node ${node}`);
    const folder = join(places.nodes, node);
    mkdirSync(folder, { recursive: true });
    const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
    await attempt(say, 'npm', ['install', ...flags, `${nodePackage}@${node}`], { cwd: folder });
  }
  for (const tool of missing.filter((each) => 'packed' in each)) {
    const name = `${tool.packed}-${tool.version}`;
    say(`fetch with npm: ${name}`);
    const folder = join(places.packed, name);
    mkdirSync(folder, { recursive: true });
    if (await attempt(say, 'npm', ['pack', `${tool.packed}@${tool.version}`, '--silent'], { cwd: folder }))
      await attempt(say, 'tar', ['-xzf', `${name}.tgz`], { cwd: folder });
  }
  if (python.length > 0) {
    say('install with pip: the Python validators');
    await attempt(say, 'python3', ['-m', 'venv', places.python]);
    const wishes = python.map((tool) => `${tool.python}==${tool.version}`);
    await attempt(say, join(places.python, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...wishes]);
  }
  if (missing.some((tool) => 'java' in tool)) {
    say('install with Maven: the Java validators');
    const folders = new Set(missing.flatMap((tool) => ('java' in tool ? [javaFolder(tool.java)] : [])));
    for (const folder of folders) await attempt(say, 'mvn', ['-q', '-B', 'package'], { cwd: folder });
  }
}
