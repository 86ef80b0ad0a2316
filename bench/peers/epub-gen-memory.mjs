import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { toHast } from 'mdast-util-to-hast';
import { toHtml } from 'hast-util-to-html';
import { unified } from 'unified';
import epubGenMemory from 'epub-gen-memory';

/** An EPUB of a Markdown file as people make it with epub-gen-memory: a chapter for each main heading. */
const [, , input, output] = process.argv;
const text = readFileSync(input, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
const chapters = [];
for (const node of tree.children) {
  if (node.type === 'heading' && node.depth === 1)
    chapters.push({ title: node.children.map((child) => child.value ?? '').join(''), nodes: [] });
  else chapters.at(-1)?.nodes.push(node);
}
const pictures = (html) =>
  html.replace(/src="([^":]+)"/g, (_, path) => `src="${pathToFileURL(join(dirname(input), decodeURIComponent(path))).href}"`);
const content = chapters.map(({ title, nodes }) => ({ title, content: pictures(toHtml(toHast({ type: 'root', children: nodes }))) }));
const book = await (epubGenMemory.default ?? epubGenMemory)({ title: 'Report', description: 'A report', lang: 'en-GB' }, content);
writeFileSync(output, book);
