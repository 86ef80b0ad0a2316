import {
  BorderStyle,
  ImportedXmlComponent,
  LineRuleType,
  ShadingType,
  type IBordersOptions,
  type IParagraphStyleOptions,
  type IShadingAttributesProperties,
  type IStylesOptions,
} from 'docx';
import { headingBefore } from './flow.js';
import { footerPadPt, hex, twips, type Design } from './design.js';
import { languageSlots } from './runs.js';

type StyleParts = Omit<IParagraphStyleOptions, 'id'>;

/** The line at the left of quotations. */
export function quoteBorder(design: Design): IBordersOptions {
  return { left: { style: BorderStyle.SINGLE, size: 24, space: 14, color: hex(design.palette.accent) } };
}

/** The line and padding of callouts: the same on all its paragraphs, so that Word draws them as one box. */
export function calloutBorder(design: Design): IBordersOptions {
  const edge = { style: BorderStyle.SINGLE, size: 4, space: 5, color: hex(design.palette.tint) };
  return {
    top: edge,
    bottom: edge,
    between: edge,
    right: edge,
    left: { style: BorderStyle.SINGLE, size: 36, space: 10, color: hex(design.palette.heading) },
  };
}

/** The lines above and below the last of several key figures. */
export function keyFigureEnd(design: Design): IBordersOptions {
  const edge = { style: BorderStyle.SINGLE, size: 6, space: 5, color: hex(design.palette.rule) };
  return { top: edge, bottom: edge };
}

/** The line that joins the events of a timeline. */
export function timelineBorder(design: Design): IBordersOptions {
  return { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: hex(design.palette.rule) } };
}

/** A tinted surface. */
export function tint(design: Design): IShadingAttributesProperties {
  return { type: ShadingType.CLEAR, color: 'auto', fill: hex(design.palette.tint) };
}

/** A colour, bold or not, and size. */
interface Look {
  sizePt?: number;
  bold?: boolean;
  colour?: string;
}

const look = ({ sizePt, bold, colour }: Look): NonNullable<StyleParts['run']> => ({
  ...(sizePt === undefined ? {} : { size: sizePt * 2 }),
  ...(bold === undefined ? {} : { bold }),
  ...(colour === undefined ? {} : { color: hex(colour) }),
});

/** Space above and below, and distance between lines, always with its rule: LibreOffice reads a bare one as exact. */
function space(
  design: Design,
  sizePt: number,
  before: number,
  after: number,
  tight = false,
): NonNullable<NonNullable<StyleParts['paragraph']>['spacing']> {
  const line = sizePt === design.sizePt && !tight ? design.line : twips(sizePt * (design.large ? 1.3 : 1.25));
  return { before: Math.round(before), after: Math.round(after), line, lineRule: LineRuleType.AT_LEAST };
}

/** Every style that the renderer uses; none is left to Word's built-in look. */
export function makeStyles(design: Design, family: string, lang: string): IStylesOptions {
  const { palette, sizePt, gap } = design;
  const body = space(design, sizePt, 0, gap);
  const paragraphStyle = (id: string, name: string, parts: StyleParts): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    ...parts,
  });
  const heading = (level: number): StyleParts => ({
    next: 'Normal',
    quickFormat: true,
    run: look({ sizePt: design.headingPt[level - 1]!, bold: true, colour: level >= 4 ? palette.text : palette.heading }),
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
      spacing: space(design, design.headingPt[level - 1]!, headingBefore(level, design), gap * (level === 1 ? 1 : 0.6), true),
      ...(level === 1 ? { border: { top: { style: BorderStyle.SINGLE, size: 18, space: 12, color: hex(palette.accent) } } } : {}),
    },
  });
  const contents = (level: number): IParagraphStyleOptions =>
    paragraphStyle(`TOC${level}`, `toc ${level}`, {
      run: look({ bold: level === 1, ...(level === 1 ? { colour: palette.heading } : {}) }),
      paragraph: {
        // In large print the type itself parts the lines, and a list on one page is found at one look.
        spacing: space(design, sizePt, level === 1 ? gap * (design.large ? 0.35 : 0.8) : gap * (design.large ? 0.1 : 0.2), 0),
        indent: { left: design.indent * (level - 1) },
      },
    });
  return {
    default: {
      document: {
        run: { font: family, size: sizePt * 2, color: hex(palette.text), language: { ...languageSlots(lang) } },
        paragraph: { spacing: body, alignment: 'start' },
      },
      title: {
        next: 'Subtitle',
        quickFormat: true,
        run: look({ sizePt: design.titlePt, bold: true, colour: palette.heading }),
        paragraph: { keepNext: true, spacing: space(design, design.titlePt, gap * 2, gap, true) },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
      heading5: heading(5),
      heading6: heading(6),
      caption: {
        next: 'Normal',
        quickFormat: true,
        run: look({ colour: palette.quiet, bold: false }),
        paragraph: { spacing: space(design, sizePt, gap * 0.4, gap) },
      },
      listParagraph: { quickFormat: true, paragraph: { spacing: space(design, sizePt, 0, gap * 0.5) } },
      hyperlink: { run: { color: hex(palette.link), underline: { type: 'single' } } },
      footnoteReference: { run: design.large ? { bold: true, superScript: false } : { superScript: true } },
      footnoteText: { run: look({ sizePt }), paragraph: { spacing: space(design, sizePt, 0, gap * 0.4) } },
      footnoteTextChar: { run: look({ sizePt }) },
      endnoteReference: { run: design.large ? { bold: true, superScript: false } : { superScript: true } },
      endnoteText: { run: look({ sizePt }), paragraph: { spacing: space(design, sizePt, 0, gap * 0.4) } },
      endnoteTextChar: { run: look({ sizePt }) },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      paragraphStyle('Subtitle', 'Subtitle', {
        run: look({ sizePt: design.subtitlePt, colour: palette.quiet }),
        paragraph: { spacing: space(design, design.subtitlePt, 0, gap * 1.5, true) },
      }),
      paragraphStyle('CoverDetail', 'Cover Detail', { paragraph: { spacing: space(design, sizePt, 0, gap * 0.3) } }),
      paragraphStyle('TOCHeading', 'TOC Heading', {
        run: look({ sizePt: design.headingPt[0]!, bold: true, colour: palette.heading }),
        paragraph: {
          keepNext: true,
          spacing: space(design, design.headingPt[0]!, gap * (design.large ? 1.4 : 2), gap * (design.large ? 0.6 : 1), true),
        },
      }),
      ...[1, 2, 3, 4, 5, 6].map(contents),
      paragraphStyle('Picture', 'Picture', {
        next: 'Caption',
        paragraph: { spacing: { before: Math.round(gap * 1.3), after: Math.round(gap * 0.5), line: 240, lineRule: LineRuleType.AUTO } },
      }),
      paragraphStyle('Credit', 'Picture Credit', { run: look({ colour: palette.quiet }), paragraph: { spacing: body } }),
      paragraphStyle('TableCaption', 'Table Caption', {
        run: look({ bold: true, colour: palette.heading }),
        paragraph: { keepNext: true, keepLines: true, spacing: space(design, sizePt, gap, gap * 0.5) },
      }),
      paragraphStyle('BlockTitle', 'Block Title', {
        run: look({ bold: true, colour: palette.heading, sizePt: design.headingPt[3]! }),
        paragraph: { keepNext: true, keepLines: true, spacing: space(design, design.headingPt[3]!, gap * 1.2, gap * 0.5, true) },
      }),
      paragraphStyle('TableText', 'Table Text', { paragraph: { spacing: space(design, sizePt, twips(3), twips(3), true) } }),
      paragraphStyle('TableHeader', 'Table Header', {
        run: look({ bold: true, colour: palette.heading }),
        paragraph: { spacing: space(design, sizePt, twips(3), twips(3), true) },
      }),
      paragraphStyle('RecordTitle', 'Record Title', {
        run: look({ bold: true, colour: palette.heading }),
        paragraph: { keepNext: true, spacing: space(design, sizePt, gap, gap * 0.25) },
      }),
      paragraphStyle('RecordLine', 'Record Line', {
        paragraph: { keepLines: true, indent: { left: twips(sizePt) }, spacing: space(design, sizePt, 0, gap * 0.25) },
      }),
      paragraphStyle('Quote', 'Quote', {
        next: 'QuoteAttribution',
        run: look({ sizePt: design.quotePt, colour: palette.heading }),
        paragraph: {
          border: quoteBorder(design),
          indent: { left: design.indent, right: twips(sizePt) },
          spacing: space(design, design.quotePt, gap * 0.5, gap * 0.5),
        },
      }),
      paragraphStyle('QuoteAttribution', 'Quote Attribution', {
        paragraph: {
          keepLines: true,
          border: quoteBorder(design),
          indent: { left: design.indent, right: twips(sizePt) },
          spacing: space(design, sizePt, 0, gap * 2),
        },
      }),
      paragraphStyle('Callout', 'Callout', {
        paragraph: {
          border: calloutBorder(design),
          shading: tint(design),
          indent: { left: twips(12), right: twips(9) },
          spacing: space(design, sizePt, 0, 0),
        },
      }),
      paragraphStyle('CalloutTitle', 'Callout Title', {
        basedOn: 'Callout',
        next: 'Callout',
        run: look({ bold: true, colour: palette.heading }),
        paragraph: { keepNext: true },
      }),
      paragraphStyle('KeyFigure', 'Key Figure', {
        paragraph: {
          keepLines: true,
          spacing: space(design, sizePt, twips(2), twips(2)),
          border: {
            top: { style: BorderStyle.SINGLE, size: 6, space: 5, color: hex(palette.rule) },
          },
        },
      }),
      paragraphStyle('StepTitle', 'Step Title', {
        run: look({ bold: true, colour: palette.heading }),
        paragraph: { keepNext: true, spacing: space(design, sizePt, gap * 0.5, gap * 0.25) },
      }),
      paragraphStyle('TimelineTitle', 'Timeline Title', {
        run: look({ bold: true, colour: palette.heading }),
        paragraph: { border: timelineBorder(design), indent: { left: twips(16) }, spacing: space(design, sizePt, 0, gap * 0.4) },
      }),
      paragraphStyle('TimelineText', 'Timeline Text', {
        paragraph: { border: timelineBorder(design), indent: { left: twips(16) }, spacing: space(design, sizePt, 0, gap) },
      }),
      paragraphStyle('FunnelStage', 'Funnel Stage', {
        run: look({ bold: true }),
        paragraph: {
          keepLines: true,
          border: {
            top: { style: BorderStyle.SINGLE, size: 6, space: 5, color: hex(palette.rule) },
          },
          spacing: space(design, sizePt, twips(2), twips(2)),
        },
      }),
      paragraphStyle('CardTitle', 'Card Title', {
        run: look({ bold: true, colour: palette.heading, sizePt: design.headingPt[3]! }),
        paragraph: {
          keepNext: true,
          border: { top: { style: BorderStyle.SINGLE, size: 12, space: 8, color: hex(palette.rule) } },
          spacing: space(design, design.headingPt[3]!, gap * 1.6, gap * 0.4, true),
        },
      }),
      paragraphStyle('ListBullet', 'List Bullet', { paragraph: { spacing: space(design, sizePt, 0, gap * 0.5) } }),
      paragraphStyle('ListNumber', 'List Number', { paragraph: { spacing: space(design, sizePt, 0, gap * 0.5) } }),
      paragraphStyle('CodeBlock', 'Code Block', {
        run: { font: 'Courier New', noProof: true, size: sizePt * 2 },
        paragraph: {
          shading: tint(design),
          border: { left: { style: BorderStyle.SINGLE, size: 4, space: 6, color: hex(palette.tint) } },
          indent: { left: twips(7) },
          spacing: space(design, sizePt, 0, gap, true),
        },
      }),
      paragraphStyle('PrintPage', 'Print Page', {
        run: look({ colour: palette.quiet }),
        paragraph: { keepNext: true, spacing: space(design, sizePt, gap * 0.5, gap * 0.5), alignment: design.large ? 'start' : 'end' },
      }),
      paragraphStyle('Header', 'header', { run: look({ colour: palette.quiet }), paragraph: { spacing: space(design, sizePt, 0, 0) } }),
      paragraphStyle('Footer', 'footer', {
        run: look({ colour: palette.quiet }),
        paragraph: {
          spacing: space(design, sizePt, 0, 0, true),
          border: { top: { style: BorderStyle.SINGLE, size: 6, space: footerPadPt, color: hex(palette.rule) } },
        },
      }),
    ],
    characterStyles: [
      { id: 'Strong', name: 'Strong', quickFormat: true, run: { bold: true } },
      { id: 'Emphasis', name: 'Emphasis', quickFormat: true, run: design.large ? { bold: true } : { italics: true } },
      { id: 'Code', name: 'Code', quickFormat: true, run: { font: 'Courier New', noProof: true } },
      {
        id: 'KeyFigureValue',
        name: 'Key Figure Value',
        quickFormat: true,
        run: look({ sizePt: design.figurePt, bold: true, colour: palette.accent }),
      },
      { id: 'PrintPageMark', name: 'Print Page Mark', quickFormat: true, run: look({ colour: palette.quiet }) },
      { id: 'Quiet', name: 'Quiet', quickFormat: true, run: look({ colour: palette.quiet }) },
    ],
  };
}

/** The defaults that other styles are based on: Word has them without being told, but a style that is named must be defined. */
const defaultStyles: Readonly<Record<string, string>> = {
  DefaultParagraphFont:
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  TableNormal:
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  NoList:
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
};

/**
 * Finishes the written styles with what `docx` can't write: the defaults, and note marks that stand on the line in large
 * print, where a raised one would be smaller than the size (bar 12).
 */
export function finishStyles(xml: string, design: Design): string {
  const missing = Object.entries(defaultStyles)
    .filter(([id]) => !xml.includes(`w:styleId="${id}"`))
    .map(([, style]) => style)
    .join('');
  const whole = xml.replace(/(<w:style )/, `${missing}$1`);
  if (!design.large) return whole;
  return whole.replace(/(w:styleId="(?:Footnote|Endnote)Reference">.*?<w:rPr>.*?)(<\/w:rPr>)/g, '$1<w:vertAlign w:val="baseline"/>$2');
}

/**
 * The one style of tables: a tinted header row above a strong line, hairlines between rows (ECMA-376 17.7.6). `docx` can't
 * make table styles, so it is imported, and before the pages are laid out: its padding counts there.
 */
export function tableStyle({ palette, sizePt }: Design): ImportedXmlComponent {
  const border = (side: string, size: number, colour: string): string =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${hex(colour)}"/>`;
  const pad = twips(sizePt * 0.5);
  return ImportedXmlComponent.fromXmlString(
    '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:qFormat/>' +
      `<w:tblPr><w:tblBorders>${border('top', 4, palette.rule)}${border('bottom', 12, palette.heading)}${border('insideH', 4, palette.rule)}</w:tblBorders>` +
      `<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="${pad}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="${pad}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
      `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${border('top', 12, palette.heading)}${border('bottom', 12, palette.heading)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${hex(palette.tint)}"/></w:tcPr></w:tblStylePr>` +
      '</w:style>',
  );
}
