import { Lexer, type PdfFile, type Stream, Text, type Dict, type Value } from './objects.js';

/** Glyphs shown by one operator. */
export interface Shown {
  text: string;
  font: string;
  sizePt: number;
  /** Left and baseline, from the top left corner of the page. */
  x: number;
  y: number;
  width: number;
  /** The marked content it belongs to; `undefined` for artifacts. */
  mcid: number | undefined;
  artifact: string | undefined;
  colour: string;
}

/** What a page shows. */
export interface PageContent {
  texts: Map<number, string>;
  tags: Map<number, string>;
  shown: Shown[];
  /** Lines and surfaces drawn. */
  painted: number;
  /** Content in no marked-content sequence: must not be. */
  untagged: number;
}

interface Font {
  unicode: Map<number, string>;
  widths: number[];
}

/** Reads the content stream of a page. */
export function readPage(file: PdfFile, page: Dict): PageContent {
  const fonts = new Map<string, Font>();
  const resources = file.dict(page.Resources);
  for (const [name, ref] of Object.entries(file.dict(resources.Font))) fonts.set(name, readFont(file, file.dict(ref)));
  const out: PageContent = { texts: new Map(), tags: new Map(), shown: [], painted: 0, untagged: 0 };
  const lexer = new Lexer((file.get(page.Contents) as Stream).data);
  const height = (page.MediaBox as number[])[3]!;
  void height;
  const stack: { mcid?: number; artifact?: string; actual?: string; said?: boolean }[] = [];
  let operands: Value[] = [];
  let font = '';
  let size = 0;
  let x = 0;
  let y = 0;
  let colour = '';
  const colours: string[] = [];
  const add = (text: string): void => {
    const mcid = stack.findLast((each) => each.mcid !== undefined)?.mcid;
    if (mcid !== undefined) out.texts.set(mcid, (out.texts.get(mcid) ?? '') + text);
  };
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token === null || typeof token !== 'object' || !('word' in token)) {
      operands.push(token as Value);
      continue;
    }
    const { word } = token as { word: string };
    switch (word) {
      case 'BDC': {
        const props = operands[1] as Dict;
        const tag = operands[0] as string;
        if (tag === '/Artifact') stack.push({ artifact: String(props.Subtype ?? props.Type) });
        else if (props.MCID !== undefined) {
          stack.push({ mcid: props.MCID as number });
          out.texts.set(props.MCID as number, '');
          out.tags.set(props.MCID as number, tag.slice(1));
        } else {
          const actual = props.ActualText instanceof Text ? props.ActualText.value : undefined;
          stack.push({ actual: actual ?? '' });
          if (actual !== undefined) add(actual);
        }
        break;
      }
      case 'EMC':
        stack.pop();
        break;
      case 'q':
        colours.push(colour);
        break;
      case 'Q':
        colour = colours.pop() ?? '';
        break;
      case 'rg':
        colour = operands.join(' ');
        break;
      case 'Tf':
        font = (operands[0] as string).slice(1);
        size = operands[1] as number;
        break;
      case 'Tm':
        [x, y] = operands.slice(4) as [number, number];
        break;
      case 'TJ': {
        const { unicode, widths } = fonts.get(font)!;
        let text = '';
        let width = 0;
        for (const item of operands[0] as Value[]) {
          if (typeof item === 'number') width -= (item * size) / 1000;
          if (!(item instanceof Text)) continue;
          for (let at = 0; at + 1 < item.bytes.length; at += 2) {
            const code = (item.bytes.charCodeAt(at) << 8) | item.bytes.charCodeAt(at + 1);
            const mapped = unicode.get(code);
            if (mapped === undefined || code === 0) throw new Error(`The font ${font} has no text for code ${code}`);
            text += mapped;
            width += ((widths[code] ?? 0) * size) / 1000;
          }
        }
        const inner = stack.at(-1);
        if (inner?.actual === undefined) add(text);
        if (stack.length === 0) out.untagged += 1;
        const owner = stack.findLast((each) => each.mcid !== undefined || each.artifact !== undefined);
        const said = inner?.actual === undefined ? text : inner.said ? '' : inner.actual;
        if (inner) inner.said = true;
        out.shown.push({ text: said, font, sizePt: size, x, y, width, mcid: owner?.mcid, artifact: owner?.artifact, colour });
        x += width;
        break;
      }
      case 'Do':
      case 'f':
      case 'S':
      case 'B':
        if (word !== 'Do') out.painted += 1;
        if (stack.length === 0) out.untagged += 1;
        break;
      default:
    }
    operands = [];
  }
  return out;
}

function readFont(file: PdfFile, font: Dict): Font {
  const unicode = new Map<number, string>();
  const cmap = (file.get(font.ToUnicode) as Stream).data;
  for (const [, from = '', , list = ''] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, hex = ''], index) => {
      const units = (hex.replace(/\s/g, '').match(/..../g) ?? []).map((unit) => Number.parseInt(unit, 16));
      unicode.set(Number.parseInt(from, 16) + index, String.fromCharCode(...units));
    });
  }
  const descendant = file.dict((file.get(font.DescendantFonts) as Value[])[0]);
  return { unicode, widths: (file.get(descendant.W) as [number, number[]])[1] };
}
