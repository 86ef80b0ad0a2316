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

/** The same inside a line. */
const otherTextNames: Readonly<Record<string, readonly string[]>> = {
  ':span[…]{lang=cy}': ['lang', 'language', 'foreign'],
  ':abbr[…]{title="…"}': ['acronym', 'abbreviation'],
  ':say[…]{as="…"}': ['pronounce', 'pronunciation', 'ipa'],
  ':ref[…]{to="…"}': ['link', 'xref', 'see'],
};

type Names = Readonly<Record<string, readonly string[]>>;

const oursByName = (names: Names): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).flatMap(([ours, theirs]) => theirs.map((name) => [name, ours] as const)));

const ours = oursByName(otherNames);
const oursInText = oursByName(otherTextNames);

/** What is written for a name that is no directive, such as `:::chart` for `graph`. */
export const ourNameFor = (name: string): string | undefined => ours.get(name.toLowerCase());

/** What is written inside a line for a name that is no directive, such as `:span[…]{lang=cy}` for `lang`. */
export const ourTextNameFor = (name: string): string | undefined => oursInText.get(name.toLowerCase());
