import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** An element of a drawing. */
export interface SvgElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (SvgElement | string)[];
}

/** Says why a drawing can't be drawn as lines and surfaces; the words follow “it …”. */
export class NotDrawable extends Error {}

/** Elements that say something of the drawing and are not seen. */
const silent = new Set(['title', 'desc', 'metadata', 'defs', 'symbol']);
const drawn = new Set(['svg', 'g', 'a', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan']);
/** Bounds that no drawing of a report comes near: a hostile one must not take the machine. */
const most = { elements: 50_000, depth: 100 };

/**
 * Reads a drawing. Entities of its own, scripts, pictures inside it and anything fetched from elsewhere are refused;
 * so is what would look different without it (style sheets, filters, clips).
 *
 * @throws {NotDrawable} with the reason
 */
export function readSvg(text: string): SvgElement {
  const parser = new SaxesParser();
  const stack: SvgElement[] = [];
  let root: SvgElement | undefined;
  let count = 0;
  /** How deep inside something that is not seen. */
  let hidden = 0;
  parser.on('error', (error) => {
    throw new NotDrawable(`is no well-formed XML (${error.message.replace(/^\d+:\d+: /, '')})`);
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    count += 1;
    if (count > most.elements || stack.length > most.depth) throw new NotDrawable('is larger than any drawing of a report');
    refuseActive(tag);
    const parent = stack.at(-1);
    const element: SvgElement = { name: tag.name, attributes: tag.attributes, children: [] };
    stack.push(element);
    if (hidden > 0 || silent.has(tag.name) || tag.name.includes(':')) {
      hidden += 1;
      return;
    }
    if (!drawn.has(tag.name)) throw new NotDrawable(`uses <${tag.name}>`);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
    if (hidden > 0) hidden -= 1;
  });
  parser.on('text', (value) => {
    const parent = stack.at(-1);
    if (hidden === 0 && parent) parent.children.push(value);
  });
  parser.write(text.replace(/^\ufeff/, '')).close();
  if (root?.name !== 'svg') throw new NotDrawable('is no SVG');
  return root;
}

/** What could run or reach out is refused wherever it stands. */
function refuseActive(tag: SaxesTagPlain): void {
  if (/^(?:\w+:)?script$/i.test(tag.name)) throw new NotDrawable('holds a script');
  for (const [name, value] of Object.entries(tag.attributes)) {
    if (/^on/i.test(name)) throw new NotDrawable(`holds a script (${name})`);
    if (tag.name !== 'a' && /^(?:xlink:)?href$/i.test(name) && !value.trim().startsWith('#'))
      throw new NotDrawable('fetches something from elsewhere');
    if (/url\(\s*["']?(?!["']?#)/i.test(value)) throw new NotDrawable('fetches something from elsewhere');
  }
}
