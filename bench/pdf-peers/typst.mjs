import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// node typst.mjs FOLDER report.typ out.pdf: FOLDER has @myriaddreamin/typst-ts-node-compiler in its node_modules
const [folder, source, target] = process.argv.slice(2);
const { NodeCompiler } = createRequire(`${folder}/x.js`)('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create();
writeFileSync(target, compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }, { pdfStandard: 'ua-1', pdfTags: true }));
