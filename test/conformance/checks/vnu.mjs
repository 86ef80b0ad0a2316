import { join } from 'node:path';

/**
 * The Nu HTML checker, the W3C's: no error and no warning. Its own reading of security policies is set aside: it calls every
 * `data:` picture a violation, even of `img-src data:` alone, and does not find the hash of a long style. The check `axe`
 * looks at the policy in Chromium, which obeys it. Nor does it know container queries (CSS Conditional Rules 5), which browsers have had since 2022;
 * `html-print` looks at what they do.
 */
const mistaken = '.*(violates Content Security Policy|“container-type” doesn|at-rule “@container”).*';

/** @type {import('../kit/contract.d.ts').Check} */
export const check = {
  name: 'vnu',
  formats: ['html'],
  tools: [{ command: 'java', apt: 'default-jre-headless' }, { module: 'vnu-jar' }],
  async run(files, kit) {
    const jar = join(kit.module('vnu-jar'), 'build/dist/vnu.jar');
    const args = ['--format', 'json', '--filterpattern', mistaken, ...files.map((file) => file.path)];
    const result = await kit.runJar(jar, args, { timeoutMs: 600_000 });
    const { messages } = JSON.parse(result.stderr || result.stdout || '{"messages":[]}');
    return messages.map(({ url, message, lastLine, firstColumn, subType, type }) => ({
      file: files.find((file) => decodeURIComponent(url ?? '').endsWith(file.path)),
      message,
      rule: subType ?? type,
      place: `${lastLine ?? 0}:${firstColumn ?? 0}`,
    }));
  },
  proofs: [
    { name: 'a list item without a list', format: 'html', damage: (bytes) => damage(bytes, '<h1', '<li>x</li><h1') },
    { name: 'a style that is none', format: 'html', damage: (bytes) => damage(bytes, 'body{margin:0', 'body{margen:0') },
  ],
};

function damage(bytes, from, to) {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
}
