import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

// node everyread.mjs ROOT report.json out.pdf [type size]
const [root, source, target, size] = process.argv.slice(2);
const { toPdf } = await import(pathToFileURL(`${root}/packages/pdf/dist/index.js`).href);
const report = JSON.parse(readFileSync(source, 'utf8'));
writeFileSync(target, await toPdf(report, { message: () => {}, ...(size ? { typeSizePt: Number(size) } : {}) }));
