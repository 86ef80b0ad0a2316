import type { NodeOf, OutlineEntry } from '@everyread/core';
import { InternalHyperlink, type ParagraphChild } from 'docx';
import { numberBookmark } from '../caption.js';
import { cleanLine } from '../clean-text.js';
import { field } from '../fields.js';
import { line } from '../flow.js';
import { keepHyphens, keepTogether } from '../non-breaking.js';
import { shapeOfRun, textRun, wordsLanguage } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** A pointer to another place, worded so that it is true in this file: its own page numbers, or the title of the place. */
export function crossReference(node: NodeOf<'crossReference'>, scope: Scope): Out {
  const { job } = scope;
  const target = job.report.targets.get(node.target);
  if (target === undefined || scope.run.link) return line(node.children, scope);
  const linked: Scope = { ...scope, run: { ...scope.run, link: true } };
  const name = job.names.of(target.id);
  const to = (children: readonly ParagraphChild[]): Out => [new InternalHyperlink({ anchor: name, children })];
  const words = (): ParagraphChild[] => line(node.children, linked);
  const title = target.title === undefined ? undefined : cleanLine(target.title);
  const number = target.number !== undefined && job.design.large ? keepTogether(target.number) : (target.number ?? '');
  const look = { ...shapeOfRun(linked), style: 'Hyperlink', ...(scope.run.lang ? { lang: scope.run.lang } : {}) };
  switch (node.show) {
    case 'page': {
      if (job.paged && !job.unknownPages.has(name)) {
        job.pagesAsked.add(name);
        const [before = '', after = ''] = job.words.page.split('{n}');
        const inWords: Scope = { ...linked, run: { ...linked.run, ...wordsLanguage(scope) } };
        return to([
          ...(before ? [textRun(before.replace(/ $/, '\u00a0'), inWords)] : []),
          ...field(`PAGEREF ${name} \\h`, '', look),
          ...(after ? [textRun(after, inWords)] : []),
        ]);
      }
      return to(title === undefined ? words() : [textRun(title, linked)]);
    }
    case 'title':
      if (title === undefined) return to(words());
      // The bookmark of a heading holds its words, which the field repeats; that of a picture holds the picture.
      return to(
        isHeading(job.report.outline, target.id)
          ? field(`REF ${name} \\h \\* CHARFORMAT`, job.design.large ? keepHyphens(title) : title, look)
          : [textRun(title, linked)],
      );
    case 'number':
      if (target.number === undefined) return to(title === undefined ? words() : [textRun(title, linked)]);
      return to(
        target.typed
          ? [textRun(number, linked)]
          : field(`REF ${job.names.of(numberBookmark(target.id))} \\h \\* CHARFORMAT`, number, { ...look, ...wordsLanguage(scope) }),
      );
    default: {
      const own = words();
      return to(own.length > 0 ? own : [textRun(title ?? target.number ?? node.target, linked)]);
    }
  }
}

function isHeading(entries: readonly OutlineEntry[], id: string): boolean {
  return entries.some((entry) => entry.id === id || isHeading(entry.children, id));
}
