import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Top of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folders of the packages that are published. */
export function packageFolders() {
  return readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, 'packages', entry.name))
    .filter((folder) => !JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).private);
}

/**
 * Packs every package as it would be published.
 *
 * @param {string} destination - folder for the tarballs
 * @returns {Promise<{ name: string, folder: string, tarball: string, files: string[], size: number }[]>}
 */
export async function packAll(destination) {
  const packed = [];
  for (const folder of packageFolders()) {
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
      cwd: folder,
      maxBuffer: 64e6,
    });
    const output = JSON.parse(stdout);
    const [report] = Array.isArray(output) ? output : Object.values(output);
    packed.push({
      name: report.name,
      folder,
      tarball: join(destination, report.filename.replace(/^@/, '').replace('/', '-')),
      files: report.files.map((file) => file.path),
      size: report.size,
    });
  }
  return packed;
}
