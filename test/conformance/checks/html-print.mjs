import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Letters alone: a line or page may end anywhere. */
const bare = (text) => text.normalize('NFKC').replace(/[\s\u00ad\u200b\ufe0e\ufeff]/g, '');

/** What is for hands on a screen, or for ears, and has no place on paper. */
const notOnPaper = '.skip,.settings-bar,.settings,.chart-ways,.note-back,.player,.visually-hidden,script,style,template,svg';

/** Runs in the page: the words of each block that should be on paper, its headings, and where its links lead away to. */
function expected(leaveOut) {
  const blocks = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,caption,figcaption,pre,legend')].filter(
    // The sums of the download page are shown to those who ask for them.
    (block) => !block.closest(`${leaveOut},details`),
  );
  const within = (node, block) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(leaveOut) || (node !== block && blocks.includes(node))) return '\n';
    return [...node.childNodes].map((child) => within(child, block)).join('') + (node.dataset.address ? ` (${node.dataset.address})` : '');
  };
  return {
    // A block within a block stands for itself.
    texts: blocks.flatMap((block) => within(block, block).split('\n')).filter((text) => text.trim() !== ''),
    contents: document.querySelector('nav.contents')?.textContent ?? '',
    headings: blocks.filter((block) => /^H[1-6]$/.test(block.tagName)).map((block) => block.textContent),
    links: [...document.querySelectorAll('a[href]')]
      .map((link) => ({ href: link.getAttribute('href'), words: link.textContent }))
      .filter(({ href }) => /^(?:https?|mailto|tel):/.test(href)),
    shown: [...document.querySelectorAll('.skip,.settings-bar,.settings,.chart-ways,.note-back,.player')]
      .filter((each) => each.getClientRects().length > 0)
      .map((each) => each.className),
  };
}

/** A page on paper as Chromium prints it. */
async function print(kit, file, { attributes = {}, ...options } = {}) {
  const path = join(kit.tempDir('print'), 'page.pdf');
  // The policy is looked at in `axe`; here it would hide what a damaged page does.
  const seen = await kit.page(
    async (page) => {
      await page.goto(pathToFileURL(file.path).href);
      await page.emulateMedia({ media: 'print' });
      if (options.javaScriptEnabled !== false)
        await page.evaluate(
          (list) => list.forEach(([name, value]) => document.documentElement.setAttribute(name, value)),
          Object.entries(attributes),
        );
      const found = options.javaScriptEnabled === false ? undefined : await page.evaluate(expected, notOnPaper);
      writeFileSync(path, await page.pdf({ format: 'A4' }));
      return found;
    },
    { bypassCSP: true, ...options },
  );
  const text = (await kit.runTool('pdftotext', ['-raw', path, '-'])).stdout;
  return { ...seen, path, text, pages: text.split('\f').slice(0, -1) };
}

/** What the second page looks like, or the only one, in small and without colour. */
async function picture(kit, { path, pages }) {
  const base = path.replace(/\.pdf$/, '');
  await kit.runTool('pdftoppm', ['-r', '40', '-gray', '-singlefile', '-f', String(Math.min(2, pages.length)), path, base]);
  return readFileSync(`${base}.pgm`);
}

function judgeLinks(links, printed, say) {
  for (const { href, words } of links) {
    const address = href.replace(/^(?:mailto|tel):/, '').replace(/^([^/?]*@[^/?]*)\?.*$/, '$1');
    if (
      /^(?:https?|mailto):/.test(href) &&
      !printed.toLowerCase().includes(
        bare(address)
          .toLowerCase()
          .replace(/^https?:\/\/|\/$/g, ''),
      )
    )
      say(`whoever reads “${words}” on paper is not told ${address}`);
    if (printed.includes(bare(`${words} (${words})`))) say(`“${words}” is printed twice`);
    if (/^mailto|^tel/.test(href) && printed.includes(bare(href)) && !words.includes(href)) say(`${href} is printed with its scheme`);
  }
}

/**
 * Web pages on paper: Chromium prints them, poppler reads them. Every word of the page is there, all three ways to read a chart too; an address
 * stands behind each link whose words are another, as people write it; nothing that only a screen has a use for; no heading at the
 * foot of a page; the same from a dark screen and from one without scripts; and larger where the reader chose larger text.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'html-print',
  formats: ['html'],
  tools: [
    { command: 'chromium', apt: 'chromium' },
    { module: 'playwright-core' },
    { command: 'pdftotext', apt: 'poppler-utils' },
    { command: 'pdftoppm', apt: 'poppler-utils' },
  ],
  async run(files, kit) {
    const findings = [];
    // The proof of the Braille is for editors at a screen.
    const pages = files.filter((file) => !file.path.endsWith('.braille.html'));
    const wanted = pages.filter((file) => file.document.kind !== 'node');
    await kit.each(wanted.length > 0 ? wanted : pages, async (file) => {
      const say = (message) => findings.push({ file, message });
      const paper = await print(kit, file);
      const printed = bare(paper.text);
      for (const text of paper.texts) if (!printed.includes(bare(text))) say(`“${text.trim().slice(0, 80)}” is not printed`);
      for (const name of paper.shown) say(`.${name} is printed`);
      judgeLinks(paper.links, printed, say);
      // A list of contents ends with a heading too.
      const contentsEnd = printed.indexOf(bare(paper.contents)) + bare(paper.contents).length;
      for (const [index, page] of paper.pages.slice(0, -1).entries()) {
        if (bare(paper.pages.slice(0, index + 1).join('')).length <= contentsEnd) continue;
        const last = bare(page.trim().split('\n').at(-1) ?? '');
        const heading = last.length > 3 && paper.headings.find((each) => bare(each).endsWith(last));
        if (heading) say(`the heading “${heading}” stands at the foot of page ${index + 1}`);
      }
      if (bare((await print(kit, file, { javaScriptEnabled: false })).text) !== printed) say('without scripts other words are printed');
      const light = await picture(kit, paper);
      for (const [from, options] of [
        ['a dark screen', { colorScheme: 'dark' }],
        ['a page in yellow on black', { attributes: { 'data-colours': 'strong' } }],
      ])
        if (!light.equals(await picture(kit, await print(kit, file, options)))) say(`from ${from} it is printed otherwise`);
      const large = await print(kit, file, { attributes: { 'data-size': 'largest' } });
      // Of a few pages the last may be as good as empty.
      if (paper.pages.length > 4 && large.pages.length < paper.pages.length * 1.7)
        say(`in the largest text it has ${large.pages.length} pages, and ${paper.pages.length} in normal text`);
      for (const text of large.texts)
        if (!bare(large.text).includes(bare(text))) say(`in the largest text “${text.trim().slice(0, 80)}” is not printed`);
    });
    return findings;
  },
  proofs: [
    { name: 'addresses with their scheme', format: 'html', suits: isExample, damage: change('attr(data-address)', 'attr(href)') },
    { name: 'links without an address', format: 'html', suits: isExample, damage: change('attr(data-address)', '""') },
    {
      name: 'a button on paper',
      format: 'html',
      suits: isExample,
      damage: change('.skip,.settings-bar,.settings,.chart-ways', '.skip,.settings'),
    },
    {
      name: 'charts as they were last looked at',
      format: 'html',
      suits: isExample,
      damage: change('.chart [hidden]{display:block', '.x{display:block'),
    },
    { name: 'light letters on paper', format: 'html', suits: isExample, damage: change('@media print{:root,', '@media print{.x,') },
    {
      name: 'headings that end a page',
      format: 'html',
      suits: isExample,
      damage: change('break-after:avoid;break-inside:avoid}', '}h3{break-after:page}'),
    },
    {
      name: 'tables that go on past the edge',
      format: 'html',
      suits: isExample,
      damage: change('container-type:inline-size', 'color:black'),
    },
    { name: 'small print for all', format: 'html', suits: isExample, damage: change('calc(var(--size,100%)*.875)', '10.5pt') },
  ],
};

function isExample(file) {
  return file.document.kind === 'example' && file.edition === 'screen-reader' && !/(?:index|conformance)\.html/.test(file.path);
}

function change(from, to) {
  return (bytes) => {
    const text = new TextDecoder().decode(bytes);
    if (!text.includes(from)) throw new Error(`the page has no ${from}`);
    return new TextEncoder().encode(text.replace(from, to));
  };
}
