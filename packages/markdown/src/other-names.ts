/** What other tools, and people, call our directives: each with what is to be written. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  ':::chart': ['graph', 'diagram', 'plot', 'pie', 'bar', 'bars', 'doughnut', 'donut'],
  ':::figure': ['image', 'img', 'picture', 'photo', 'photograph'],
  ':::stats': ['numbers', 'figures', 'statistics', 'keyfigures', 'key-figures', 'metrics'],
  ':::quote': ['blockquote', 'quotation', 'testimonial', 'pullquote', 'pull-quote'],
  '::::steps': ['process', 'stages'],
  '::::steps{kind=timeline}': ['timeline', 'milestones'],
  '::::steps{kind=funnel}': ['funnel'],
  ':::callout': ['box', 'aside', 'admonition', 'alert', 'info', 'panel'],
  ':::callout{kind=note}': ['note'],
  ':::callout{kind=tip}': ['tip', 'hint'],
  ':::callout{kind=important}': ['important'],
  ':::callout{kind=warning}': ['warning', 'caution', 'danger'],
  '::contents': ['toc', 'tableofcontents', 'table-of-contents'],
  '::page{n="24"}': ['pagebreak', 'page-break', 'newpage', 'pagenumber'],
  ':::div{lang=cy}': ['lang', 'language'],
};

const byName = new Map(Object.entries(otherNames).flatMap(([ours, names]) => names.map((name) => [name, ours] as const)));

/** What is written for a name that is no directive, such as `:::chart` for `graph`. */
export function ourNameFor(name: string): string | undefined {
  return byName.get(name.toLowerCase());
}
