import { contactId, resolveTheme, type PreparedReport, type ResolvedTheme } from '@everyread/core';
import {
  captionTables,
  makeFragments,
  planFragments,
  toXhtml,
  unmarkEmptyHeadings,
  type Fragment,
  type FragmentPlan,
} from '@everyread/html';
import type { Picture } from '../media/pictures.js';
import { placesIn, type TextPlaces } from '../overlay/places.js';
import { Markup } from '../xml.js';
import { makeDocument } from './document.js';
import { reflowTables } from './reflow-tables.js';
import { surveyContent, type Survey } from './survey.js';
import { titleBlock, titleId } from './title-page.js';

/** One document of the book, with what it holds. */
export interface BookDocument {
  id: string;
  href: string;
  kind: 'title' | 'chapter' | 'notes';
  body: Uint8Array;
  survey: Survey;
  /** What a narration may point at; none in a book without one. */
  places: TextPlaces;
}

export const titlePageHref = 'title.xhtml';
export const stylesheetHref = 'styles/book.css';

/** The text of the book: the title page with what stands before the first section, then a document for each main section. */
export function makeDocuments(
  report: PreparedReport,
  pictures: ReadonlyMap<string, Picture>,
  theme: ResolvedTheme,
  narrated: boolean,
): BookDocument[] {
  const hrefOf = fileNames(report);
  const fragments = makeFragments(report, {
    epub: true,
    notes: 'section',
    contents: false,
    image: (path) => {
      const picture = report.edition.images ? pictures.get(path) : undefined;
      return picture && { url: picture.href, ...(picture.width && picture.height ? { width: picture.width, height: picture.height } : {}) };
    },
    charts: report.edition.images ? { palette: resolveTheme(report.meta.theme, 4.5).light, widthsPx: [480], textSizePx: 18 } : 'none',
    file: hrefOf,
  });
  const opening = fragments.find((fragment) => fragment.kind === 'opening');
  return [
    titlePage(report, opening, pictures, theme, narrated),
    ...fragments.filter((fragment) => fragment !== opening).map((fragment) => chapter(report, fragment, hrefOf(fragment), narrated)),
  ];
}

/** Names the documents in order; the number of a chapter is its place among the chapters. */
function fileNames(report: PreparedReport): (fragment: Pick<FragmentPlan, 'kind' | 'index'>) => string {
  const first = planFragments(report, false).findIndex((plan) => plan.kind === 'section');
  return ({ kind, index }) =>
    kind === 'opening' ? titlePageHref : kind === 'notes' ? 'notes.xhtml' : `chapter-${String(index - first + 1).padStart(3, '0')}.xhtml`;
}

function titlePage(
  report: PreparedReport,
  opening: Fragment | undefined,
  pictures: ReadonlyMap<string, Picture>,
  theme: ResolvedTheme,
  narrated: boolean,
): BookDocument {
  const logo = theme.logo === undefined ? undefined : pictures.get(theme.logo.path);
  const content = opening?.children ?? [];
  captionTables(content);
  reflowTables(content);
  unmarkEmptyHeadings(content);
  const places = narrated ? placesIn(content) : [];
  const survey = surveyContent(content);
  const said = narrated && report.contact ? [contactId] : [];
  const block = titleBlock(report, logo && theme.logo ? { href: logo.href, alt: theme.logo.alt } : undefined);
  return {
    id: 'title-page',
    href: titlePageHref,
    kind: 'title',
    body: makeDocument({
      lang: report.meta.lang,
      title: report.meta.title,
      stylesheet: stylesheetHref,
      body: [block, new Markup(toXhtml(content))],
    }),
    survey: { ...survey, images: survey.images + (logo ? 1 : 0), ids: [titleId, ...said, ...survey.ids] },
    places: [...[titleId, ...said].map((id) => ({ id, pageBreak: false })), ...places],
  };
}

function chapter(report: PreparedReport, fragment: Fragment, href: string, narrated: boolean): BookDocument {
  captionTables(fragment.children);
  reflowTables(fragment.children);
  unmarkEmptyHeadings(fragment.children);
  const places = narrated ? placesIn(fragment.children) : [];
  return {
    id: href.replace('.xhtml', ''),
    href,
    kind: fragment.kind === 'notes' ? 'notes' : 'chapter',
    body: makeDocument({
      lang: report.meta.lang,
      title: fragment.title === '' ? report.meta.title : `${fragment.title} – ${report.meta.title}`,
      stylesheet: stylesheetHref,
      body: new Markup(toXhtml(fragment.children)),
    }),
    survey: surveyContent(fragment.children),
    places,
  };
}
