import { Footer, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import { cleanLine } from './clean-text.js';
import type { Scope } from './scope.js';

/** The foot of each page but the title page: the report's name and “Page 3 of 22”. Large print has the page only. */
export function pageFooter(scope: Scope): Footer {
  const { design, words, report } = scope.job;
  const runs = words.pageOf
    .split(/(\{[nm]\})/)
    .filter(Boolean)
    .map((part) => {
      if (part === '{n}') return new TextRun({ children: [PageNumber.CURRENT] });
      if (part === '{m}') return new TextRun({ children: [PageNumber.TOTAL_PAGES] });
      return new TextRun({ text: part });
    });
  const title = cleanLine(report.meta.title);
  const named = !design.large && scope.job.typeface.regular.width(title, design.sizePt) < (design.textWidth / 20) * 0.65;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        ...(named ? { tabStops: [{ type: 'right' as const, position: design.textWidth }] } : {}),
        children: named ? [new TextRun({ text: title }), new TextRun({ children: [new Tab()] }), ...runs] : runs,
      }),
    ],
  });
}
