import { shellWord } from '../cli/shell-word.js';

const styleOfTitle = 'In Word, give the line that is the title the style “Title” (Home, Styles), or write it under File, Info, Title.';
const styleOfHeading = 'In Word, give the line the style “Heading 1”, “Heading 2” … (Home, Styles)';
const altText = 'In Word, right-click the picture and choose “View Alt Text”';
const linkText = 'In Word, right-click the link, choose “Edit Hyperlink”, and write in “Text to display”';
const language = 'In Word, select the words and choose Review, Language, Set Proofing Language.';
const insertNote = 'In Word, delete the mark, and insert the note with References, Insert Footnote.';
const headerRow =
  'In Word, click in the row that says what the columns hold and choose Layout (beside Table Design), Repeat Header Rows. If the first column names the rows, tick “First Column” under Table Design.';
const otherPicture = 'In Word, right-click the picture, choose “Change Picture”, and take a whole copy that is PNG or JPEG.';
const smallerPicture = 'In Word, click on the picture and choose Picture Format, Compress Pictures: 150 ppi are enough for print.';
const chartData = 'In Word, right-click the chart and choose “Edit Data”: names in the first column, one figure in each other cell.';
const byRepair = (mend: string): string => `${mend}; or run \`everyread import FILE --repair\`.`;

/** What to do in Word, by rule. FILE stands for the name of the document. */
const inWord: Readonly<Record<string, string>> = {
  'doc-title': styleOfTitle,
  'import-no-title': styleOfTitle,
  'import-title': `Read the title. ${styleOfTitle}`,
  'doc-lang': 'In Word, select the whole text and choose Review, Language, Set Proofing Language.',
  'lang-part': language,
  'braille-unknown-character': `Write the word for it. If it is in another language: ${language}`,
  'head-none': byRepair(styleOfHeading),
  'head-empty': 'In Word, write the heading, or delete the empty paragraph that has the style of one.',
  'head-skip': 'In Word, give it the style of the level below the heading above it, such as “Heading 2” below “Heading 1”.',
  'head-fake': byRepair(`${styleOfHeading} in place of bold letters`),
  'import-fake-heading': byRepair(`${styleOfHeading} in place of bold or large letters`),
  'list-fake': byRepair('In Word, delete the typed signs, select the lines, and choose Home, Bullets or Numbering'),
  'import-fake-list': byRepair('In Word, delete the typed signs, select the lines, and choose Home, Bullets or Numbering'),
  'import-fake-caption': byRepair('In Word, give the line the style “Caption”, right below the picture or right above the table'),
  'ref-page': 'In Word, choose References, Cross-reference in place of the number, to the heading and its page number.',
  'import-page-reference': byRepair(
    'In Word, choose References, Cross-reference in place of the number, to the heading and its page number',
  ),
  'missing-alt': `${altText}: write what the picture tells, or tick “Mark as decorative” if it tells nothing.`,
  'speech-picture': `${altText}: write what the picture tells, or tick “Mark as decorative” if it tells nothing.`,
  'import-made-alt': `${altText}: write what the picture tells.`,
  'import-fake-table': byRepair('In Word, select the lines and choose Insert, Table, Convert Text to Table'),
  'import-language': 'In Word, select the whole text and choose Review, Language, Set Proofing Language.',
  'img-alt-filename': `${altText}: write what the picture tells.`,
  'img-alt-generic': `${altText}: write what the picture tells, without “image of”.`,
  'img-alt-dup': `${altText}: say what is different in each.`,
  'img-alt-caption-same': `${altText}: say what is seen; the caption says what it means.`,
  'img-alt-long': `${altText} and shorten it; write the long description as text below the picture.`,
  'img-text': 'In Word, write the words as text beside the picture.',
  'image-corrupt': otherPicture,
  'image-type': otherPicture,
  'image-too-large': smallerPicture,
  'image-heavy': smallerPicture,
  'import-external': 'In Word, insert the picture into the document itself: Insert, Pictures, This Device, and not “Link to File”.',
  'tbl-header': headerRow,
  'import-table-header': `Check them. ${headerRow}`,
  'tbl-nocaption': 'In Word, click in the table and choose References, Insert Caption.',
  'tbl-layout': 'In Word, choose Layout (beside Table Design), Convert to Text, and write paragraphs or a list.',
  'import-merged-cells':
    'Check the table. In Word, choose Layout (beside Table Design), Split Cells, so that each cell stands under one header.',
  'link-empty': `${linkText} where it leads.`,
  'link-generic': `${linkText} where it leads.`,
  'link-url': `${linkText} where it leads, in place of the address.`,
  'link-ambiguous': `${linkText} where it leads, differently for each.`,
  'link-dead':
    'In Word, right-click the link, choose “Edit Hyperlink”, and take a heading under “Place in This Document” or a full web address.',
  'link-scheme': 'In Word, right-click the link, choose “Edit Hyperlink”, and write an address that begins with https:, mailto: or tel:.',
  'note-missing': insertNote,
  'note-orphan': insertNote,
  'note-asterisk': insertNote,
  'duplicate-id': 'In Word, choose Insert, Bookmark, and give one of them another name.',
  'abbr-undef': 'Write its full words once, with the short form in brackets behind them: University College London (UCL).',
  'chart-figure': chartData,
  'chart-nodata': chartData,
  'text-control': 'In Word, delete the character; it often comes with text pasted from a PDF.',
  'space-format': 'In Word, use one blank; use a table, a list or an indent (Paragraph, Indentation) to place text.',
  'import-not-kept': 'Look at the place in Word, and write what matters as text or as alt text.',
  'import-header': 'If they hold something that readers need, write it into the text.',
  'import-math': 'In Word, write the formula in words beside it.',
  'import-text-box': 'Check that the text stands where it should be read. In Word, cut it out of its box and paste it there.',
  'import-hidden': 'If readers need it, show it in Word: Font, Hidden.',
  'import-revision': 'In Word, accept or reject each change under Review, and save.',
};

/** What to do in whatever the document was written in, by rule. */
const anywhere: Readonly<Record<string, string>> = {
  'voice-borrowed':
    'Install a voice for the language (`everyread voices` lists what there is), or run `everyread import FILE` and say there how the words sound.',
};

/** Signs of Markdown and front matter, which a Word document or a page does not have. */
const speaksMarkdown = /`|:::|:\w+\[|\[\^|!\[|\]\(|\bfront matter\b|headers="|import with repairs/;

/** What to do about a finding in a document that was imported, in the words of the program that it was written in. */
export function remedyFor(ruleId: string, mend: string, kind: 'docx' | 'html', path: string): string {
  const known = anywhere[ruleId] ?? (kind === 'docx' ? inWord[ruleId] : undefined);
  if (known !== undefined) return known.replace('FILE', shellWord(path));
  const plain = mend.replace(/[,;]? or import with repairs/, `; or run \`everyread import ${shellWord(path)} --repair\``);
  if (plain !== mend && !speaksMarkdown.test(plain.replace(/`everyread[^`]*`/, ''))) return plain;
  // What a command or the configuration does is done without a report.
  if (!speaksMarkdown.test(mend) || /^[^`]*`everyread (?:voices|import)|\bin the configuration\b/.test(mend)) return plain;
  return `Run \`everyread import ${shellWord(path)}\` first; in the report that it writes: ${mend.replace(/[,;]? or import with repairs/, '')}`;
}

/** What may be done with a document that was imported: mend it, or go on with the report. */
export function waysOn(kind: 'docx' | 'html', shown: string): string {
  const own = kind === 'docx' ? 'Mend it in Word and try again' : 'Mend the page and try again';
  return `${own}; or run everyread import ${shellWord(shown)} and mend the report that it writes.`;
}
