/** The success criteria of WCAG 2.2 that rules name (https://www.w3.org/TR/WCAG22/), by number. */
const criteria: Readonly<Record<string, string>> = {
  '1.1.1': 'Non-text Content',
  '1.3.1': 'Info and Relationships',
  '1.3.2': 'Meaningful Sequence',
  '1.3.3': 'Sensory Characteristics',
  '1.4.1': 'Use of Color',
  '1.4.3': 'Contrast (Minimum)',
  '1.4.4': 'Resize Text',
  '1.4.5': 'Images of Text',
  '1.4.6': 'Contrast (Enhanced)',
  '1.4.10': 'Reflow',
  '1.4.11': 'Non-text Contrast',
  '2.4.1': 'Bypass Blocks',
  '2.4.2': 'Page Titled',
  '2.4.4': 'Link Purpose (In Context)',
  '2.4.5': 'Multiple Ways',
  '2.4.6': 'Headings and Labels',
  '2.4.9': 'Link Purpose (Link Only)',
  '2.4.10': 'Section Headings',
  '3.1.1': 'Language of Page',
  '3.1.2': 'Language of Parts',
  '3.1.3': 'Unusual Words',
  '3.1.4': 'Abbreviations',
  '3.1.5': 'Reading Level',
};

/** A criterion by number and name, such as `1.1.1 Non-text Content`. */
export function nameCriterion(number: string): string {
  const name = criteria[number];
  return name === undefined ? number : `${number} ${name}`;
}

/** A criterion as a Markdown link: its number, its name, its place in the standard. */
export function linkCriterion(number: string): string {
  const name = criteria[number];
  if (name === undefined) return number;
  const anchor = name
    .toLowerCase()
    .replace(/[^a-z -]/g, '')
    .replace(/ /g, '-');
  return `[${number} ${name}](https://www.w3.org/TR/WCAG22/#${anchor})`;
}
