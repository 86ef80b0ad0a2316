import { printWhen, toText, type Meta, type ResolvedTheme } from '@everyread/core';
import { hex, twips } from './design.js';
import { line, paragraph } from './flow.js';
import type { Picture } from './picture/picture.js';
import { pictureRun } from './picture/picture-run.js';
import { textRun, wordRun } from './runs.js';
import type { Scope } from './scope.js';
import type { BodyParagraph } from './plain/plain-pieces.js';

/** What a title page is made of beyond the front matter. */
export interface CoverParts {
  theme: ResolvedTheme;
  /** The decorative picture, where the report has no cover of its own. */
  art?: Picture;
  /** Whether it is a page of its own. */
  wholePage: boolean;
}

/** The title page: logo, picture, title, then who published it and when. */
export function coverBlocks(scope: Scope, { theme, art, wholePage }: CoverParts): BodyParagraph[] {
  const { job } = scope;
  const { meta, edition } = job.report;
  const { design } = job;
  const plain: Scope = { ...scope, frame: { left: 0 } };
  const logo = theme.logo === undefined ? undefined : job.pictures.get(theme.logo.path);
  const cover = meta.cover === undefined ? undefined : job.pictures.get(meta.cover);
  const column = design.textWidth / 20;
  const blocks: BodyParagraph[] = [];
  const detail = (field: keyof Meta, text: string | undefined, more: { bold?: boolean; before?: number } = {}): void => {
    if (!text) return;
    const made = paragraph(plain, [textRun(text, { ...plain, run: { ...(more.bold ? { bold: true } : {}) } })], {
      style: 'CoverDetail',
      ...(more.before === undefined ? {} : { spacing: { before: more.before } }),
    });
    blocks.push(...job.marks.fact(field, made));
  };
  const logoBlocks = (): BodyParagraph[] => {
    if (logo === undefined) return [];
    const alt = theme.logo!.alt.trim();
    const room = { widthPt: Math.min(200, column / 2), heightPt: 72, enlarge: 3 };
    const run = pictureRun(logo, alt === '' ? { decorative: true } : { alt }, room, scope);
    return job.marks.fact('logo', paragraph(plain, [run], { style: 'Picture' }));
  };
  const pictureBlocks = (picture: Picture | undefined, heightPt: number): BodyParagraph[] => {
    if (picture === undefined) return [];
    const alt = picture === cover ? (meta.coverAlt?.trim() ?? '') : '';
    const run = pictureRun(picture, alt === '' ? { decorative: true } : { alt }, { widthPt: column, heightPt, enlarge: 4 }, scope);
    const made = paragraph(plain, [run], { style: 'Picture', spacing: { before: logo === undefined ? 0 : design.gap } });
    return job.marks.fact(picture === cover ? 'cover' : 'art', made);
  };
  const page = design.textHeight / 20;
  const heightPt = wholePage ? pictureHeight(scope, logo !== undefined) : page;
  // In very large type the words fill the page: they stay together, and pictures follow them on the next. Decoration makes way.
  const logoFits = heightPt >= 0;
  const coverFits = heightPt >= page / 6;
  if (logoFits) blocks.push(...logoBlocks());
  if (wholePage && (cover === undefined ? heightPt >= 110 : coverFits)) blocks.push(...pictureBlocks(cover ?? art, heightPt));
  const atTop = logoFits ? {} : { spacing: { before: 0 } };
  blocks.push(...paragraph(plain, [textRun(meta.title, { ...plain, run: { inBold: true } })], { style: 'Title', ...atTop }));
  if (meta.subtitle) blocks.push(...paragraph(plain, [textRun(meta.subtitle, plain)], { style: 'Subtitle' }));
  const rule = { top: { style: 'single' as const, size: 24, space: 12, color: hex(design.palette.accent) } };
  const before = blocks.length;
  if (meta.author && meta.author !== meta.publisher) detail('author', meta.author, { bold: true });
  detail('publisher', meta.publisher, { bold: !meta.author || meta.author === meta.publisher });
  if (meta.date) detail('date', printWhen(meta.date, meta.lang));
  if (design.large) {
    const words = wordRun(`${job.words.largePrint}: ${edition.typeSizePt} pt`, { ...plain, run: { bold: true } });
    blocks.push(...job.marks.fact('edition', paragraph(plain, [words], { style: 'CoverDetail', spacing: { before: design.gap } })));
  }
  if (job.report.contact) {
    const contact = paragraph(plain, line(job.report.contact.children, plain), { style: 'CoverDetail', spacing: { before: design.gap } });
    blocks.push(...job.marks.fact('contact', contact));
  }
  detail('rights', meta.rights);
  const first = blocks[before];
  if (first !== undefined) blocks[before] = first.with({ border: rule, spacing: { before: twips(design.sizePt) } });
  if (!logoFits) blocks.push(...logoBlocks());
  if (wholePage && !coverFits) blocks.push(...pictureBlocks(cover, page * 0.6));
  return blocks;
}

/** How tall the picture may be for all of the title page to stay on one page. */
function pictureHeight(scope: Scope, withLogo: boolean): number {
  const { design, typeface, report } = scope.job;
  const { meta } = report;
  const column = design.textWidth / 20;
  const lines = (text: string | undefined, sizePt: number): number =>
    text === undefined ? 0 : Math.ceil((typeface.bold.width(text, sizePt) * 1.05) / column) * sizePt * 1.4;
  const gap = design.gap / 20;
  const details = [
    meta.author === meta.publisher ? undefined : meta.author,
    meta.publisher,
    meta.date,
    report.contact && toText(report.contact),
    meta.rights,
    design.large ? ' ' : undefined,
  ];
  const words =
    lines(meta.title, design.titlePt) +
    lines(meta.subtitle, design.subtitlePt) +
    details.reduce((sum, text) => sum + (text === undefined ? 0 : lines(text, design.sizePt) + gap * 0.3), 0);
  // Space above and below the title and subtitle, above the rule, and above the edition and the contact.
  const taken = words + gap * 6.5 + design.sizePt + (withLogo ? 72 + gap * 2 : 0);
  const page = design.textHeight / 20;
  return Math.min(page * 0.42, page - taken - design.sizePt);
}
