const words =
  'people who use a service and people who run it sit at one table as equals and decide together what will change first and who pays for it'.split(
    ' ',
  );

/**
 * A document of about a thousand pages, as reports are made: 2.4 MB with 1,200 headings, 5,000 paragraphs with bold words and
 * links, and 250 tables.
 */
export function thousandPages() {
  const parts = ['---', 'title: A thousand pages', 'lang: en-GB', '---', ''];
  let at = 0;
  const text = (length) => {
    const said = Array.from({ length }, () => words[(at += 7) % words.length]);
    said[0] = said[0][0].toUpperCase() + said[0].slice(1);
    return `${said.join(' ')}.`;
  };
  for (let section = 1; section <= 1200; section += 1) {
    const depth = section % 12 === 1 ? 1 : section % 4 === 1 ? 2 : 3;
    parts.push(`${'#'.repeat(depth)} Section ${section}`, '');
    for (let n = 0; n < (section % 6 === 0 ? 5 : 4); n += 1) {
      parts.push(
        `${text(24)} In ${1000 + section} **${text(3)}** ${text(24)} See [page ${section}](https://example.org/${section}). ${text(24)}`,
        '',
      );
    }
    if (section % 24 < 5) {
      parts.push('| Event | When | People | Share | Price |', '| --- | --- | ---: | ---: | --- |');
      for (let row = 1; row <= 12; row += 1) parts.push(`| ${text(4)} | ${row} July 2023, 13:00 | ${row * 17} | ${row}.5% | £${row}.00 |`);
      parts.push('');
    }
  }
  return parts.join('\n');
}
