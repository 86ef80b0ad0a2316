import { bare, tagsOf, textOf } from './read-pages.mjs';

/** Two points of tolerance, as printers have. */
const near = 2;
const isHeading = (tag) => /^H\d$/.test(tag.type);

/**
 * Links lie on their own words, all of them and nothing else: within a point at both ends, and as high as the letters.
 *
 * @param {import('./read-pages.mjs').Seen} seen
 */
export function* links({ pages, top, links: all }) {
  for (const tag of tagsOf(top)) {
    if (tag.type !== 'Link' || [...tagsOf(tag)].some((each) => each.type === 'Figure')) continue;
    let under = '';
    for (const object of tag.objects) {
      const link = all.get(object);
      if (link === undefined) {
        yield `The link “${textOf(tag)}” names the annotation ${object}, which no page has`;
        continue;
      }
      const [left, upper, right, lower] = link.rect;
      const glyphs = pages[link.page].glyphs.filter(
        (glyph) =>
          glyph.text.trim() !== '' &&
          (glyph.x + glyph.right) / 2 > left &&
          (glyph.x + glyph.right) / 2 < right &&
          glyph.baseline > upper &&
          glyph.baseline < lower,
      );
      const where = `page ${link.page + 1}, link “${textOf(tag).slice(0, 60)}”`;
      if (glyphs.length === 0) {
        yield `${where}: it lies over empty space`;
        continue;
      }
      under += glyphs.map((glyph) => glyph.text).join('');
      const size = Math.max(...glyphs.map((glyph) => glyph.sizePt));
      const off = [
        Math.abs(Math.min(...glyphs.map((glyph) => glyph.x)) - left),
        Math.abs(Math.max(...glyphs.map((glyph) => glyph.right)) - right),
        upper - Math.min(...glyphs.map((glyph) => glyph.baseline - glyph.sizePt * 0.7)),
        Math.max(...glyphs.map((glyph) => glyph.baseline)) + size * 0.2 - lower,
      ];
      if (Math.max(...off) > 1) yield `${where}: it is ${Math.max(...off).toFixed(1)} points off its words`;
    }
    const sorted = (text) => [...bare(text)].sort().join('');
    if (sorted(under) !== sorted(textOf(tag))) yield `The link “${textOf(tag)}” lies on “${under}”`;
  }
}

/** Bookmarks lead to their headings, and the list of contents prints the page it leads to. */
export function* destinations({ pages, top, links: all, bookmarks }) {
  for (const { title, page, y } of bookmarks) {
    const line = pages[page]?.lines.find((each) => each.glyphs[0].top > y - near);
    if (line === undefined || !bare(title).startsWith(line.text)) {
      yield `The bookmark “${title}” leads to page ${page + 1}, where “${line?.text ?? 'nothing'}” stands`;
      continue;
    }
    // Where a heading begins: at its words, or at the bar above them.
    const { top: upper, sizePt } = line.glyphs[0];
    const gap = upper - y;
    if (![0, 5 + (sizePt / 1.5) * 0.8, 5 + (sizePt / 1.9) * 0.8].some((wanted) => Math.abs(gap - wanted) <= near))
      yield `The bookmark “${title}” leads ${gap.toFixed(1)} points above it`;
  }
  const places = new Set(bookmarks.map(({ page, y }) => `${page} ${y.toFixed(1)}`));
  for (const tag of tagsOf(top)) {
    if (tag.type !== 'TOCI') continue;
    const own = [...tagsOf(tag)].find((each) => each.type === 'Link');
    const to = all.get(own?.objects[0] ?? -1)?.target;
    if (to === undefined || Number(/(\d+)\s*$/.exec(textOf(own))?.[1]) !== to.page + 1)
      yield `The contents say “${own === undefined ? '' : textOf(own)}” and lead to page ${to === undefined ? '?' : to.page + 1}`;
    else if (!places.has(`${to.page} ${to.y.toFixed(1)}`))
      yield `The contents lead for “${textOf(own)}” to another place than any bookmark`;
  }
}

/** No line lies on another: letters between their height and their depth. */
export function* overlaps({ pages }) {
  for (const [index, page] of pages.entries()) {
    const boxes = page.lines.flatMap((line) => runsOf(line));
    boxes.sort((a, b) => a.top - b.top);
    for (const [at, box] of boxes.entries()) {
      for (let next = at + 1; next < boxes.length && boxes[next].top < box.bottom - 0.5; next += 1) {
        const other = boxes[next];
        if (other.x < box.right - 0.5 && other.right > box.x + 0.5 && meet(box, other))
          yield `page ${index + 1}: “${box.text}” and “${other.text}” lie on one another`;
      }
    }
  }
}

/** Whether any two of their letters do: a raised mark stands in the gap of its line. */
const meet = (a, b) => a.glyphs.some((one) => b.glyphs.some((other) => other.x < one.right - 0.5 && other.right > one.x + 0.5));

/** Words of a line that stand together, as boxes. */
function runsOf(line) {
  const runs = [];
  for (const glyph of line.glyphs) {
    const last = runs.at(-1);
    if (last && glyph.x - last.right < glyph.sizePt && last.sizePt === glyph.sizePt && last.colour === glyph.colour) {
      last.right = Math.max(last.right, glyph.right);
      last.text += glyph.text;
      last.glyphs.push(glyph);
    } else {
      runs.push({
        x: glyph.x,
        right: glyph.right,
        top: glyph.baseline - glyph.sizePt * 0.7,
        bottom: glyph.baseline + glyph.sizePt * 0.2,
        text: glyph.text,
        glyphs: [glyph],
        sizePt: glyph.sizePt,
        colour: glyph.colour,
      });
    }
  }
  return runs;
}

/** Nothing stands outside its column; on the cover, outside the page. */
export function* columns({ pages }, { marginPt }) {
  for (const [index, page] of pages.entries()) {
    const margin = index === 0 ? 20 : marginPt - 1;
    for (const line of page.lines) {
      const first = line.glyphs[0];
      const right = Math.max(...line.glyphs.map((glyph) => glyph.right));
      if (first.x < margin || right > page.width - margin)
        yield `page ${index + 1}: “${line.text.slice(0, 60)}” stands from ${first.x.toFixed(1)} to ${right.toFixed(1)}, outside the column`;
      if (line.baseline > page.height - 15 || line.baseline < 15)
        yield `page ${index + 1}: “${line.text.slice(0, 60)}” stands outside the page`;
    }
  }
}

/** Paragraphs leave two lines at least on each page; a heading has what follows it below. */
export function* breaks({ pages, top }, { headPt }) {
  const bodies = pages.map((page) => page.lines.filter((line) => line.baseline > headPt));
  const whole = bodies.map((lines) => lines.map((line) => line.text).join(''));
  // Notes stand at the foot of the page, wherever they are read.
  const blocks = [...tagsOf(top, (tag) => tag.type === 'Note')].filter(
    (tag) => ['P', 'Caption', 'TH', 'TD', 'Figure'].includes(tag.type) || isHeading(tag),
  );
  for (const tag of blocks) {
    const text = bare(textOf(tag));
    if (tag.type !== 'P' || text.length < 60) continue;
    for (let page = 1; page < pages.length; page += 1) {
      const [first] = bodies[page];
      const cut = first === undefined || first.text.length < 2 ? -1 : text.indexOf(first.text);
      if (cut <= 0 || !whole[page].startsWith(text.slice(cut)) || !whole[page - 1].includes(text.slice(0, cut))) continue;
      const before = countLines(bodies[page - 1], whole[page - 1].indexOf(text.slice(0, cut)), cut);
      const after = countLines(bodies[page], 0, text.length - cut);
      if (Math.min(before, after) < 2)
        yield `page ${page}: of “${textOf(tag).slice(0, 50)}…” ${before} lines stand here and ${after} on the next`;
    }
  }
  for (const [at, tag] of blocks.entries()) {
    if (!isHeading(tag) || tag.type === 'H1') continue;
    const next = blocks[at + 1];
    if (next === undefined || next.type === 'Figure') continue;
    const heading = bare(textOf(tag));
    const start = bare(textOf(next)).slice(0, 8);
    // The contents say the same words; marks of lists and numbers of steps come between.
    const follows = whole.some((text, page) => {
      for (let from = text.indexOf(heading); from >= 0; from = text.indexOf(heading, from + 1)) {
        const end = from + heading.length;
        if (endsLine(bodies[page], end) && text.slice(end, end + 40).includes(start)) return true;
      }
      return false;
    });
    if (!follows) yield `The heading “${textOf(tag)}” has not what follows it below it (“${start}…”)`;
  }
}

function countLines(lines, from, length) {
  let at = 0;
  let count = 0;
  for (const line of lines) {
    if (at < from + length && at + line.text.length > from) count += 1;
    at += line.text.length;
  }
  return count;
}

function endsLine(lines, end) {
  let at = 0;
  for (const line of lines) {
    at += line.text.length;
    if (at === end) return true;
  }
  return false;
}

/** Type is as large as promised; only marks of notes may be smaller, and none in large print. */
export function* sizes({ pages }, { sizePt, largePrint }) {
  for (const [index, page] of pages.entries()) {
    for (const { text, sizePt: own } of page.glyphs) {
      if (own >= sizePt - 0.01 || (!largePrint && /^\d$/.test(text))) continue;
      yield `page ${index + 1}: “${text}” is set in ${own} points, and ${sizePt} is the least`;
      break;
    }
  }
}

/** Lines of running text are short enough to find the next one, and in large print at least 35 characters long on average. */
export function* lengths({ pages, top }, { longest, largePrint }) {
  const texts = [...tagsOf(top)]
    .filter((tag) => tag.type === 'P')
    .map((tag) => bare(textOf(tag)))
    .filter((text) => text.length > 150);
  const counts = [];
  for (const [index, page] of pages.entries()) {
    for (const line of page.lines) {
      if (line.text.length < 20 || !texts.some((text) => text.includes(line.text))) continue;
      const length = line.glyphs.length + line.spaces - 1;
      counts.push(length);
      if (length > longest)
        yield `page ${index + 1}: a line of ${length} characters (“${line.text.slice(0, 40)}…”), and ${longest} is the most`;
    }
  }
  counts.sort((a, b) => a - b);
  if (largePrint && counts.length > 10 && counts[counts.length >> 1] < 35) yield `Half of the lines have fewer than 35 characters`;
}

/** Text stands out from what is drawn behind it: the colour of the glyphs against the commonest colour in their box. */
export function* contrasts({ pages }, { least }, pictures) {
  for (const [index, page] of pages.entries()) {
    const seen = new Set();
    for (const line of page.lines) {
      for (const run of runsOf(line)) {
        const behind = pictures[index].commonest(run.x - 1, run.top - 1, run.right + 1, run.bottom);
        const pair = `${run.colour} on ${behind}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const ratio = contrast(run.colour, behind);
        if (ratio < least)
          yield `page ${index + 1}: “${run.text}” has a contrast of ${ratio.toFixed(1)} to 1 (${pair}), and ${least} is the least`;
      }
    }
  }
}

const luminance = (colour) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);

/** WCAG 2.2, “contrast ratio”. */
function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
