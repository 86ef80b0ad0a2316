import { is, type ResolvedTheme } from '@everyread/core';
import { Document, type FileChild } from 'docx';
import { cleanLine } from './clean-text.js';
import { twips } from './design.js';
import { coverBlocks } from './cover.js';
import { flow, settle } from './flow.js';
import { pageFooter } from './footer.js';
import { leftOverNotes, noteContents } from './notes.js';
import type { Pagination } from './page-numbers.js';
import { veiled } from './package/fonts.js';
import type { Picture } from './picture/picture.js';
import type { Job, Scope } from './scope.js';
import { makeStyles, tableStyle } from './styles.js';
import { isRightToLeft } from './runs.js';
import { gatherPlain, isContents } from './plain/plain-blocks.js';
import { isParagraph } from './plain/plain-pieces.js';

/** What a document needs beyond its job. */
export interface DocumentParts {
  theme: ResolvedTheme;
  pagination: Pagination;
  titlePage: boolean;
  embedFonts: boolean;
  art?: Picture;
}

/** Puts the whole document together. */
export function makeDocument(job: Job, parts: DocumentParts): Document {
  const { design, report, typeface } = job;
  const { meta } = report;
  const scope: Scope = {
    job,
    place: 'block',
    run: isRightToLeft(meta.lang) ? { rightToLeft: true } : {},
    frame: { left: 0 },
    width: design.textWidth,
  };
  const hasContents = report.outline.length > 0 && report.root.children.some((node) => is(node, 'contents'));
  const wholePage = parts.titlePage && hasContents;
  const cover = coverBlocks(scope, { theme: parts.theme, wholePage, ...(parts.art ? { art: parts.art } : {}) });
  const body = settle([...flow(report.root.children, scope), ...leftOverNotes(scope)], scope);
  const children = wholePage ? [...cover, ...onNewPages(body)] : [...cover, ...body];
  const placed = children.flatMap((block) => job.marks.around(block));
  const plain = job.plain && gatherPlain(placed, job.plain, design.textWidth);
  const notes = noteContents(scope);
  const { margin, bottom, footer } = design.page;
  const document = new Document({
    title: cleanLine(meta.title),
    styles: makeStyles(design, veiled(typeface.family), meta.lang),
    numbering: { config: job.lists.config() },
    ...(report.edition.notes === 'page' ? { footnotes: notes } : { endnotes: notes }),
    hyphenation: { autoHyphenation: false },
    compatibility: { version: 15 },
    pageNumbers: parts.pagination.estimator,
    ...(parts.embedFonts
      ? { fonts: [{ name: veiled(typeface.family), data: typeface.files.regular as Buffer, ...facesOf(typeface.files) }] }
      : {}),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: design.page.width, height: design.page.height },
            margin: { top: margin, bottom, left: margin, right: margin, header: twips(36), footer },
          },
        },
        footers: wholePage ? { default: pageFooter(scope) } : { default: pageFooter(scope), first: pageFooter(scope) },
        children: plain ?? (placed as FileChild[]),
      },
    ],
  });
  document.Styles.addChildElement(tableStyle(design));
  return document;
}

function facesOf(files: Job['typeface']['files']): Record<string, Buffer> {
  const { bold, italic, boldItalic } = files;
  return {
    ...(bold ? { bold: bold as Buffer } : {}),
    ...(italic ? { italic: italic as Buffer } : {}),
    ...(boldItalic ? { boldItalic: boldItalic as Buffer } : {}),
  };
}

/** The contents begin a page, and so does what follows them: by the paragraphs' own property, not an empty paragraph (bar 7). */
function onNewPages(blocks: ReturnType<typeof settle>): ReturnType<typeof settle> {
  const at = blocks.findIndex((block) => isContents(block));
  return blocks.map((block, index) =>
    isParagraph(block) && (index === 0 || index === at + 1) ? block.with({ pageBreakBefore: true, spacing: { before: 0 } }) : block,
  );
}
