// Draws the pictures of the example report: `node examples/impact-report/draw-pictures.mjs`.
// The drawings are plain SVG; those that every format must show are also saved as PNG.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const colours = {
  ink: '#123a4a',
  teal: '#0f5c63',
  leaf: '#4f7a28',
  clay: '#b0461c',
  gold: '#d99a1c',
  plum: '#7a3b6b',
  cream: '#fbf5ea',
  sand: '#efe2cb',
  sky: '#d8e8ea',
};
const skins = ['#f1c9a5', '#8d5a3b', '#c68e63', '#5d3a26', '#e0ac80', '#a9714b'];
const folder = new URL('images/', import.meta.url);

const svg = (width, height, body, shown = 1) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width * shown}" height="${height * shown}" viewBox="0 0 ${width} ${height}">${body}</svg>\n`;
const fixed = (n) => Number(n.toFixed(1));
const at = (cx, cy, r, degrees) => [
  fixed(cx + r * Math.cos((degrees * Math.PI) / 180)),
  fixed(cy + r * Math.sin((degrees * Math.PI) / 180)),
];

/** Three threads that hold each other in a ring. */
function logo() {
  const strands = [colours.teal, colours.clay, colours.gold];
  const arcs = strands.map((colour, index) => {
    const turn = index * 120;
    return `<g transform="rotate(${turn} 60 60)"><path d="M60 14 C92 14 106 44 96 70 C88 92 62 92 52 74 C46 62 52 48 64 48" fill="none" stroke="${colour}" stroke-width="11" stroke-linecap="round"/></g>`;
  });
  return svg(120, 120, arcs.join(''));
}

/** Ribbons that pass over and under one another. */
function weave(width, height, gap, band) {
  const columns = [colours.teal, colours.gold, colours.plum, colours.leaf, colours.clay];
  const rows = [colours.cream, colours.sky, colours.sand];
  const step = band + gap;
  const parts = [`<rect width="${width}" height="${height}" fill="${colours.ink}"/>`];
  const across = Math.ceil(width / step);
  const down = Math.ceil(height / step);
  for (let x = 0; x < across; x += 1)
    parts.push(`<rect x="${x * step}" width="${band}" height="${height}" fill="${columns[x % columns.length]}"/>`);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const left = x * step - gap;
      if ((x + y) % 2 === 0)
        parts.push(`<rect x="${left}" y="${y * step}" width="${step + gap}" height="${band}" rx="3" fill="${rows[y % rows.length]}"/>`);
      else
        parts.push(
          `<rect x="${x * step + band}" y="${y * step}" width="${gap}" height="${band}" fill="${rows[y % rows.length]}" opacity="0.8"/>`,
        );
    }
  }
  return parts.join('');
}

function cover() {
  const ring = `<g transform="translate(235 430) scale(2.75)"><circle cx="60" cy="60" r="66" fill="${colours.cream}"/>${logo().replace(/<\/?svg[^>]*>/g, '')}</g>`;
  return svg(800, 1120, `${weave(800, 1120, 14, 66)}${ring}`);
}

function person(x, y, turn, shirt, skin, hair) {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><ellipse cx="0" cy="8" rx="62" ry="34" fill="${shirt}"/><path d="M-40 -8 q-14 -46 -2 -62 M40 -8 q14 -46 2 -62" stroke="${shirt}" stroke-width="20" stroke-linecap="round" fill="none"/><circle cx="-43" cy="-74" r="11" fill="${skin}"/><circle cx="43" cy="-74" r="11" fill="${skin}"/><circle cx="0" cy="0" r="34" fill="${hair}"/><path d="M-22 -24 a34 34 0 0 1 44 0 q-22 14 -44 0" fill="${skin}"/></g>`;
}

/** Seen from above: six people and a guide dog round one table. */
function table() {
  const parts = [
    `<rect width="1200" height="720" fill="${colours.sky}"/>`,
    `<path d="M0 560 q300 -60 600 0 t600 0 V720 H0 Z" fill="${colours.sand}"/>`,
  ];
  parts.push(
    `<ellipse cx="600" cy="372" rx="372" ry="206" fill="#00000018"/><ellipse cx="600" cy="360" rx="372" ry="206" fill="#c58b52"/><ellipse cx="600" cy="360" rx="352" ry="190" fill="#d6a068"/>`,
  );
  parts.push(`<rect x="430" y="270" width="340" height="180" rx="6" fill="#fffdf7" transform="rotate(-3 600 360)"/>`);
  const notes = [colours.gold, '#f3b58f', '#a9cbb0', '#c9b4d6', colours.gold, '#a9cbb0', '#f3b58f', '#c9b4d6'];
  notes.forEach((colour, index) => {
    const x = 460 + (index % 4) * 74;
    const y = 292 + Math.floor(index / 4) * 76;
    const turn = ((index * 37) % 11) - 5;
    parts.push(
      `<g transform="rotate(${turn} ${x + 26} ${y + 26})"><rect x="${x}" y="${y}" width="54" height="54" fill="${colour}"/><path d="M${x + 9} ${y + 17}h36m-36 11h28m-28 11h33" stroke="${colours.ink}" stroke-width="3" opacity="0.55"/></g>`,
    );
  });
  const shirts = [colours.teal, colours.clay, colours.plum, colours.leaf, colours.ink, colours.gold];
  const hairs = ['#2b1d16', '#191312', '#7c4a22', '#0f0d0d', '#d8cfc4', '#3a241a'];
  [200, 270, 340, 20, 90, 160].forEach((angle, index) => {
    const [x] = at(600, 360, 430, angle);
    const [, y] = at(600, 360, 268, angle);
    const turn = fixed((Math.atan2(360 - y, 600 - x) * 180) / Math.PI + 90);
    parts.push(person(x, y, turn, shirts[index], skins[index], hairs[index]));
  });
  parts.push(
    `<circle cx="330" cy="330" r="24" fill="#fff"/><circle cx="330" cy="330" r="17" fill="#6b3f22"/><circle cx="872" cy="330" r="24" fill="#fff"/><circle cx="872" cy="330" r="17" fill="#8fae7c"/>`,
  );
  parts.push(
    `<g transform="translate(1080 600) rotate(-18)"><ellipse rx="74" ry="34" fill="#e6c98d"/><circle cx="-78" cy="-10" r="27" fill="#e6c98d"/><ellipse cx="-92" cy="14" rx="10" ry="18" fill="#c79f5c"/><ellipse cx="-62" cy="14" rx="10" ry="18" fill="#c79f5c"/><path d="M72 0 q34 -8 44 -34" stroke="#e6c98d" stroke-width="13" stroke-linecap="round" fill="none"/><path d="M-30 -30 v60 M-4 -34 v68" stroke="${colours.clay}" stroke-width="7"/></g>`,
  );
  return svg(1200, 720, parts.join(''));
}

/** A wall of notes in four groups. */
function wall() {
  const parts = [`<rect width="1000" height="520" rx="14" fill="${colours.cream}"/>`];
  const groups = ['#f2c46d', '#f0a988', '#9cc3a6', '#bfa7d1'];
  groups.forEach((colour, group) => {
    const left = 40 + group * 236;
    parts.push(
      `<rect x="${left}" y="36" width="212" height="34" rx="6" fill="${colours.ink}"/><rect x="${left + 16}" y="49" width="${110 + ((group * 31) % 50)}" height="8" rx="4" fill="${colours.cream}"/>`,
    );
    for (let note = 0; note < 12; note += 1) {
      if ((group * 5 + note * 7) % 11 === 0) continue;
      const x = left + (note % 3) * 72;
      const y = 94 + Math.floor(note / 3) * 102;
      const turn = ((group * 13 + note * 29) % 9) - 4;
      const lines = [0, 1, 2].map((line) => `M${x + 9} ${y + 18 + line * 13}h${28 + ((note * 11 + line * 17 + group * 7) % 20)}`).join('');
      parts.push(
        `<g transform="rotate(${turn} ${x + 33} ${y + 33})"><rect x="${x}" y="${y}" width="66" height="76" rx="2" fill="${colour}"/><path d="${lines}" stroke="${colours.ink}" stroke-width="4" stroke-linecap="round" opacity="0.5"/></g>`,
      );
    }
  });
  return svg(1000, 520, parts.join(''));
}

/** The four quarters of the year as a ring, larger where more happened. */
function ring() {
  const quarters = [
    [4, colours.teal],
    [7, colours.leaf],
    [5, colours.gold],
    [7, colours.clay],
  ];
  const parts = quarters.map(([events, colour], index) => {
    const from = index * 90 - 86;
    const to = from + 82;
    const outer = 150 + events * 14;
    const [x1, y1] = at(300, 300, outer, from);
    const [x2, y2] = at(300, 300, outer, to);
    const [x3, y3] = at(300, 300, 96, to);
    const [x4, y4] = at(300, 300, 96, from);
    const dots = Array.from({ length: events }, (_, n) => {
      const [x, y] = at(300, 300, outer - 34, from + (82 * (n + 0.5)) / events);
      return `<circle cx="${x}" cy="${y}" r="9" fill="#fff"/>`;
    });
    return `<path d="M${x1} ${y1}A${outer} ${outer} 0 0 1 ${x2} ${y2}L${x3} ${y3}A96 96 0 0 0 ${x4} ${y4}Z" fill="${colour}"/>${dots.join('')}`;
  });
  return svg(600, 600, `${parts.join('')}<g transform="translate(240 240)">${logo().replace(/<\/?svg[^>]*>/g, '')}</g>`, 0.7);
}

function values() {
  const five = [colours.teal, colours.leaf, colours.gold, colours.clay, colours.plum];
  const body = five.map(
    (colour, index) =>
      `<path d="M-10 ${40 + index * 30} C120 ${20 + index * 30} 150 ${160 - index * 30} 240 ${160 - index * 30} S380 ${40 + index * 30} 490 ${40 + index * 30}" fill="none" stroke="${colour}" stroke-width="18"/>`,
  );
  return svg(480, 200, `<rect width="480" height="200" fill="${colours.cream}"/>${body.join('')}`);
}

function tick() {
  return svg(
    48,
    48,
    `<circle cx="24" cy="24" r="22" fill="${colours.leaf}"/><path d="M13 25l8 8 15-17" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
}

const require = createRequire(import.meta.url);
await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
const png = (text, width) => new Resvg(text, { fitTo: { mode: 'width', value: width } }).render().asPng();

await writeFile(new URL('logo.svg', folder), logo());
await writeFile(new URL('wall.svg', folder), wall());
await writeFile(new URL('year.svg', folder), ring());
await writeFile(new URL('cover.png', folder), png(cover(), 800));
await writeFile(new URL('table.png', folder), png(table(), 1200));
await writeFile(new URL('values.png', folder), png(values(), 480));
await writeFile(new URL('tick.png', folder), png(tick(), 48));
