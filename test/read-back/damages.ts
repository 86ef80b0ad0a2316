import { unzip, zipFiles } from '@everyread/zip';
import type { checkRules } from '@everyread/check';
import { inBook, inRecords } from './damage-kindle.js';
import { inPdf } from './damage-pdf.js';

/** One way to spoil a good file, and the rule that must notice. */
export interface Damage {
  readonly name: string;
  readonly rule: keyof typeof checkRules;
  spoil(bytes: Uint8Array): Uint8Array;
}

type Change = readonly [pattern: string | RegExp, replacement: string];

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function change(text: string, [pattern, replacement]: Change): string {
  const changed = text.replace(pattern, replacement);
  if (changed === text) throw new Error(`The damage ${String(pattern)} touches nothing`);
  return changed;
}

/** A damage to a file of text. */
export const inText = (name: string, rule: Damage['rule'], ...changes: Change[]): Damage => ({
  name,
  rule,
  spoil: (bytes) => encode(changes.reduce(change, decode(bytes))),
});

/** A damage to the parts of an archive whose path matches; at least one must change. */
export const inArchive = (path: RegExp, name: string, rule: Damage['rule'], ...changes: Change[]): Damage => ({
  name,
  rule,
  spoil(bytes) {
    let touched = 0;
    const entries = [...unzip(bytes)].map(([entry, body]) => {
      if (!path.test(entry)) return { path: entry, body };
      try {
        const spoiled = encode(changes.reduce(change, decode(body)));
        touched += 1;
        return { path: entry, body: spoiled };
      } catch {
        return { path: entry, body };
      }
    });
    if (touched === 0) throw new Error(`The damage “${name}” touches nothing`);
    return zipFiles(entries, { date: new Date(Date.UTC(2000, 0, 1)) });
  },
});

const cut: Damage = {
  name: 'the file is cut short',
  rule: 'read-back-unreadable',
  spoil: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)),
};

const document = /^word\/document\.xml$/;

/** A damage to bytes, each taken as a character; the length stays. */
const inBytes = (name: string, rule: Damage['rule'], ...changes: Change[]): Damage => ({
  name,
  rule,
  spoil(bytes) {
    const before = Buffer.from(bytes).toString('latin1');
    const after = changes.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), before);
    if (after === before || after.length !== before.length) throw new Error(`The damage “${name}” touches nothing, or too much`);
    return new Uint8Array(Buffer.from(after, 'latin1'));
  },
});

/** An MP3 that ends after half of its frames. */
function withoutFrames(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const tag = 10 + ((bytes[6]! << 21) | (bytes[7]! << 14) | (bytes[8]! << 7) | bytes[9]!);
  const sync = file.subarray(tag, tag + 2);
  for (let at = tag + Math.floor((file.length - tag) / 2); at < file.length; at += 1)
    if (file[at] === sync[0] && file[at + 1] === sync[1] && file[at + 2] === file[tag + 2]) return new Uint8Array(file.subarray(0, at));
  throw new Error('There is no frame in the second half');
}

/** Damages to a book for Kindles, old or new. */
const kindle: readonly Damage[] = [
  cut,
  inBook('a heading becomes a paragraph', 'read-back-heading', [/<h3([^>]*)>Money<\/h3>/, '<p$1>Money</p>']),
  inBook('a word changes', 'read-back-text', ['never met', 'often met']),
  inBook('a figure changes', 'read-back-table', [/>14</, '>41<']),
  inBook('a paragraph is lost', 'read-back-text', [/The last paragraph[^<]*/, '']),
  inBook('an alternative is another', 'read-back-alt', ['A full hall', 'A null hall']),
  inBook('an alternative is lost', 'read-back-alt', [/ alt="A full hall[^"]*"/, ' alt=""']),
  inBook('headers are none', 'read-back-table', [/<th\b([^>]*)>([^<]*)<\/th>/g, '<td$1>$2</td>']),
  inBook('a link leads elsewhere', 'read-back-link', ['example.org/accounts', 'example.org/acc0unts']),
  inBook('a note is another', 'read-back-note', ['Sixty answered', 'Fifty answered']),
  inBook('the mark of a note is no link', 'read-back-note', [/<sup([^>]*)>(.*?)<\/sup>/, '<sup$1>1</sup>']),
  inBook('a language is another', 'read-back-part-lang', [/lang="cy"/g, 'lang="en"']),
  inBook('a page is lost', 'read-back-page', [/\[page 2\]/, '[page 3]']),
  inRecords('an entry of the contents is another', 'read-back-heading', [/Money(?=[^<]{0,40}\0\0)|(?<=[\x80-\xff])Money/g, 'Manor']),
  inRecords('the language is another', 'read-back-lang', [/en-GB/g, 'fr-FR']),
  inRecords('the text says that it is longer', 'read-back-unreadable', [/(\0\x02\0\0)(\0\0..)/gs, '$1\0\0\xff\xff']),
];

/** The name of a column in a record, in either half of a Kindle book. */
const named = (name: string): string => `(<b\\b[^>]*>${name}:</b>)`;

/** Damages to a table of a Kindle book that stands as records: to the one of {@link wideTableMarkdown}. */
export const recordDamages: readonly Damage[] = [
  inBook('a figure changes', 'read-back-table', [/> 5,814</, '> 5,841<']),
  inBook('a cell is lost', 'read-back-table', [/<dd\b[^>]*>(?:(?!<dd)[^])*?> 5,814<\/dd>/, '']),
  inBook('two cells change places', 'read-back-table', [/5,814([^]*?)6,906/, '6,906$15,814']),
  inBook('a name of a column is lost', 'read-back-table', [new RegExp(`${named('Social media')} 5,814`), ' 5,814']),
  inBook('a name of a column is another', 'read-back-table', [new RegExp(`${named('Social media')} 5,814`), '<b>Newsletter:</b> 5,814']),
  inBook('a name of a column is another in each record', 'read-back-table', [/Social media:/g, 'Antisocial m:']),
  inBook('a record is lost', 'read-back-table', [/<dl\b[^>]*><dt\b[^>]*>(?:(?!<dl)[^])*?5,814[^]*?<\/dl>/, '']),
  inBook('the title of a record is another', 'read-back-table', [/Under twenty/, 'Above twenty']),
  inBook('a dash stands for a figure', 'read-back-table', [/> 5,814</, '> \xe2\x80\x93<']),
];

/** Unicode Braille patterns of Braille ASCII. */
export const cells = (ascii: string): string => {
  const row = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=';
  return [...ascii].map((character) => String.fromCharCode(0x2800 + row.indexOf(character))).join('');
};

/** Damages to pages of cells, given as Braille ASCII; `put` writes them as the format does. */
const pages = (put: (ascii: string) => string): readonly Damage[] => [
  inText('a figure changes', 'read-back-text', [put('#AD'), put('#DA')]),
  inText('two figures change places', 'read-back-text', [new RegExp(`${put('#AB')}(.{1,8})${put('#AD')}`), `${put('#AD')}$1${put('#AB')}`]),
  inText('a word changes', 'read-back-text', [put('N"E'), put('AL')]),
  inText('a word is lost', 'read-back-text', [put('ASK$'), put('')]),
  inText('a heading is lost', 'read-back-text', [new RegExp(`(${put(',M"OY')}[^]*?)${put(',M"OY')}`), '$1']),
  inText('a text alternative is another', 'read-back-alt', [put(',A FULL HALL'), put(',AN EMPTY HALL')]),
  inText('a note is another', 'read-back-note', [put(',SIXTY'), put(',SIXTE5')]),
  inText('words in another language are lost', 'read-back-text', [put(',DIOL* YN FAWR'), put('')]),
  inText(
    'a page of the print edition is another',
    'read-back-page',
    [put('"3#B'), put('"3#C')],
    [new RegExp(`${put('#B')}(?=[ \u2800]{3,}[^#\u283c]*[ \u2800]{3,}${put('#B')})`), put('#C')],
  ),
];

/** Damages to a talking book: its text, its contents, the order and the length of its sound. */
const talkingBook = (text: RegExp, contents: RegExp): readonly Damage[] => [
  cut,
  inArchive(text, 'a word changes', 'read-back-text', ['never met', 'often met']),
  inArchive(text, 'a heading becomes a paragraph', 'read-back-heading', [/<h2 id="money">(.*?)<\/h2>/, '<p id="money">$1</p>']),
  inArchive(text, 'a figure changes', 'read-back-table', [/>14</, '>41<']),
  inArchive(text, 'row headers are none', 'read-back-table', [/<th scope="row">(.*?)<\/th>/g, '<td>$1</td>']),
  inArchive(text, 'an alternative is another', 'read-back-alt', ['A full hall', 'An empty hall']),
  inArchive(text, 'a note is another', 'read-back-note', ['Sixty', 'Sixteen']),
  inArchive(text, 'a language is lost', 'read-back-part-lang', [/ (?:xml:)?lang="cy"/g, '']),
  inArchive(contents, 'an entry of the contents is another', 'read-back-heading', ['>Money<', '>Monies<']),
  inArchive(contents, 'an entry of the contents leads nowhere', 'read-back-link', ['#par-s4"', '#par-s444"']),
  inArchive(/s0002\.smil$/, 'a sentence is not said', 'read-back-text', [/<par[^>]*id="par-s5"[^>]*>.*?<\/par>/, '']),
  inArchive(/s0002\.smil$/, 'two sentences are said in another order', 'read-back-text', [
    /(<par[^>]*id="par-s5".*?<\/par>)(<par[^>]*id="par-s6".*?<\/par>)/,
    '$2$1',
  ]),
  inArchive(/s0003\.smil$/, 'a clip goes on after its sound', 'read-back-structure', [
    /(clip-?[eE]nd="(?:npt=)?(?:0:00:)?)\d+\.\d+(?=s?"[^>]*>(?:(?!<audio).)*$)/s,
    '$159.000',
  ]),
  inArchive(/s0002\.smil$/, 'a clip has no sound', 'read-back-structure', [/<audio[^>]*>/, '']),
];

/** Damages to the sample of `samples.ts`, by format. */
export const damages: Readonly<Record<string, readonly Damage[]>> = {
  docx: [
    cut,
    inArchive(document, 'a heading becomes a paragraph', 'read-back-heading', [/<w:pStyle w:val="Heading2"\/>/, '']),
    inArchive(document, 'a heading goes up a level', 'read-back-heading', [/Heading2/, 'Heading1']),
    inArchive(document, 'a word changes', 'read-back-text', ['never met', 'often met']),
    inArchive(document, 'a paragraph is lost', 'read-back-text', [/The last paragraph[^<]*/, '']),
    inArchive(document, 'a paragraph stands twice', 'read-back-repeated', [
      /(<w:p>(?:(?!<\/w:p>).)*The last paragraph.*?<\/w:p>)/s,
      '$1$1',
    ]),
    inArchive(document, 'an alternative is lost', 'read-back-alt', [/ descr="A full hall[^"]*"/, '']),
    inArchive(document, 'an alternative is another', 'read-back-alt', ['A full hall', 'An empty hall']),
    inArchive(document, 'a figure changes', 'read-back-table', [/>14</, '>41<']),
    inArchive(document, 'a row of headers is none', 'read-back-table', [/<w:tblHeader\/>/g, '']),
    inArchive(/rels$/, 'a link leads elsewhere', 'read-back-link', ['example.org/accounts', 'example.org/account']),
    inArchive(document, 'a link inside leads nowhere', 'read-back-link', [/w:name="p_our[^"]*"/, 'w:name="p_elsewhere"']),
    inArchive(/notes\.xml$/, 'a note is another', 'read-back-note', ['Sixty', 'Sixteen']),
    inArchive(document, 'a language is lost', 'read-back-part-lang', [/<w:lang w:val="cy"\/>/, '']),
    inArchive(document, 'a page is lost', 'read-back-page', ['Page 2 of', 'Page 3 of']),
    inArchive(/core\.xml$/, 'the title is lost', 'read-back-title', [/<dc:title>[^<]*/, '<dc:title>']),
    inArchive(/styles\.xml$/, 'the language is another', 'read-back-lang', [/en-GB/g, 'fr-FR']),
    inArchive(/styles\.xml$/, 'a style is not defined', 'read-back-structure', [/w:styleId="TableText"/, 'w:styleId="TableTexts"']),
    inArchive(document, 'the XML is broken', 'read-back-unreadable', ['</w:body>', '']),
  ],
  html: [
    inText('a heading becomes a paragraph', 'read-back-heading', [/<h3([^>]*)>(.*?)<\/h3>/s, '<p$1>$2</p>']),
    inText('a word changes', 'read-back-text', ['never met', 'often met']),
    inText('a paragraph is lost', 'read-back-text', [/The last paragraph[^<]*/, '']),
    inText('a paragraph stands twice', 'read-back-repeated', [/(<p[^>]*>The last paragraph.*?<\/p>)/s, '$1$1']),
    inText('an alternative is lost', 'read-back-alt', [/ alt="A full hall[^"]*"/, '']),
    inText('an alternative is another', 'read-back-alt', ['A full hall', 'An empty hall']),
    inText('a figure changes', 'read-back-table', [/>14</, '>41<']),
    inText('headers are none', 'read-back-table', [/<th\b([^>]*)>(.*?)<\/th>/gs, '<td$1>$2</td>']),
    inText('a link leads elsewhere', 'read-back-link', ['example.org/accounts', 'example.org/account']),
    inText('a link inside leads nowhere', 'read-back-link', [/ id="our-year"/, ' id="elsewhere"']),
    inText('a note is another', 'read-back-note', ['Sixty', 'Sixteen']),
    inText('a language is lost', 'read-back-part-lang', [/ lang="cy"/g, '']),
    inText('the title is lost', 'read-back-title', [/<title>.*?<\/title>/s, '']),
    inText('the language is lost', 'read-back-lang', [/<html lang="en-GB"/, '<html']),
    inText('words of the program stand in it', 'read-back-leak', ['good-bye', 'undefined good-bye']),
  ],
  epub: [
    cut,
    inArchive(/xhtml$/, 'a heading becomes a paragraph', 'read-back-heading', [/<h3([^>]*)>Money<\/h3>/, '<p$1>Money</p>']),
    inArchive(/xhtml$/, 'a word changes', 'read-back-text', ['never met', 'often met']),
    inArchive(/xhtml$/, 'a paragraph is lost', 'read-back-text', [/The last paragraph[^<]*/, '']),
    inArchive(/opf$/, 'chapters stand in another order', 'read-back-text', [
      /(<itemref idref="chapter-001"\/>)(<itemref idref="chapter-002"\/>)/,
      '$2$1',
    ]),
    inArchive(/opf$/, 'a chapter is not in the reading order', 'read-back-text', ['<itemref idref="chapter-002"/>', '']),
    inArchive(/xhtml$/, 'an alternative is lost', 'read-back-alt', [/ alt="A full hall[^"]*"/, '']),
    inArchive(/xhtml$/, 'a row header is none', 'read-back-table', [/<th scope="row"[^>]*>Food<\/th>/, '<td>Food</td>']),
    inArchive(/xhtml$/, 'a cell is lost', 'read-back-table', [/<td[^>]*>14<\/td>/, '']),
    inArchive(/xhtml$/, 'a link leads elsewhere', 'read-back-link', ['example.org/accounts', 'example.org/account']),
    inArchive(/nav\.xhtml$/, 'an entry of the contents leads nowhere', 'read-back-link', ['#money', '#monies']),
    inArchive(/nav\.xhtml$/, 'an entry of the contents is another', 'read-back-heading', ['>Money<', '>Monies<']),
    inArchive(/xhtml$/, 'a note is another', 'read-back-note', ['Sixty', 'Sixteen']),
    inArchive(/xhtml$/, 'a language is lost', 'read-back-part-lang', [' xml:lang="cy" lang="cy"', '']),
    inArchive(/xhtml$/, 'a page is lost', 'read-back-page', [/<div id="page-2"[^>]*><\/div>/, '']),
    inArchive(/opf$/, 'the language is another', 'read-back-lang', ['<dc:language>en-GB', '<dc:language>fr']),
    inArchive(/opf$/, 'the title is another', 'read-back-title', [/(<dc:title[^>]*>)[^<]*/, '$1A report']),
    inArchive(/xhtml$/, 'the XML is broken', 'read-back-unreadable', ['</h2>', '']),
  ],
  pdf: [
    cut,
    inPdf('a heading becomes a paragraph', 'read-back-heading', ['/S/H3/P', '/S/P/P']),
    inPdf('a heading goes up a level', 'read-back-heading', ['/S/H3/P', '/S/H2/P']),
    inPdf('letters change places', 'read-back-text', [/(\/P<<\/MCID \d+>>BDC[^[]*\[<[\da-f]{8})([\da-f]{4})([\da-f]{4})/, '$1$3$2']),
    inPdf('paragraphs are drawn as decoration', 'read-back-text', [/\/P<</g, '/Artifact<<']),
    inPdf('a paragraph is in no element', 'read-back-structure', [/(\/S\/P\/P \d+ 0 R\/Pg \d+ 0 R)\/K 2>>/, '$1>>']),
    inPdf('the parts of a section stand in another order', 'read-back-text', [
      /(\/S\/Sect\/P \d+ 0 R\/K \[)(\d+ 0 R) (\d+ 0 R) (\d+ 0 R)\]/g,
      '$1$4 $3 $2]',
    ]),
    inPdf('an alternative is lost', 'read-back-alt', [/\/Alt\(A full hall[^)]*\)/, '']),
    inPdf('an alternative is another', 'read-back-alt', ['A full hall', 'Empty hall']),
    inPdf('a figure changes', 'read-back-table', [/(\/TD<<\/MCID \d+>>BDC[^[]*\[<)([\da-f]{4})([\da-f]{4})>/, '$1$3$2>']),
    inPdf('row headers are none', 'read-back-table', [/\/S\/TH(\/P \d+ 0 R\/ID\(th-\d\)\/A <<\/O\/Table\/Scope \/Row>>)/g, '/S/TD$1']),
    inPdf('a link leads elsewhere', 'read-back-link', [/example.org\/accounts/g, 'example.org/account']),
    inPdf('links inside lead nowhere', 'read-back-link', [/\/S\/GoTo\/D\[\d+ 0 R/g, '/S/GoTo/D[0 0 R']),
    inPdf('a note is a paragraph', 'read-back-note', ['/S/Note', '/S/P']),
    inPdf('a language is lost', 'read-back-part-lang', ['/Lang(cy)', '']),
    inPdf('the language is another', 'read-back-lang', ['(en-GB)', '(fr)']),
    inPdf('a bookmark is another', 'read-back-heading', ['/Title(Money)', '/Title(Mone)']),
    inPdf(
      'letters have no meaning',
      'read-back-text',
      [/\d+ beginbfrange/g, '0 beginbfrangf'],
      [/\d+ beginbfchar/g, '0 beginbfchas'],
      [/endbf/g, 'endbg'],
    ),
    inPdf('the window shows the name of the file', 'read-back-title', ['/DisplayDocTitle true', '/DisplayDocTitle null']),
    inPdf('the structure is missing', 'read-back-structure', [/\/StructTreeRoot \d+ 0 R/, '']),
  ],
  mobi: [
    ...kindle,
    inBook('a link of old leads past the end', 'read-back-link', [/filepos=\d+/, 'filepos=0000999999']),
    inBook('only the book for old Kindles has another figure', 'read-back-table', [/<td>14</, '<td>15<']),
  ],
  azw3: [
    ...kindle,
    inBook('a link leads to a piece that is not there', 'read-back-link', [/kindle:pos:fid:\d{4}/, 'kindle:pos:fid:00VV']),
    inBook('a note has no mark', 'read-back-note', [/<sup class="note-mark">/, '<b>']),
  ],
  brf: [
    ...pages((ascii) => ascii),
    {
      name: 'a page is missing',
      rule: 'read-back-text',
      spoil: (bytes) => encode(decode(bytes).split('\f').slice(0, -1).join('\f')),
    },
    inText('it holds what is no Braille', 'read-back-unreadable', [',R1D', '£R1D']),
  ],
  pef: [
    cut,
    ...pages(cells),
    inText('the title is another', 'read-back-title', ['<dc:title>A small', '<dc:title>A large']),
    inText('the language is another', 'read-back-lang', ['<dc:language>en-GB', '<dc:language>fr']),
    inText('a row is wider than its page', 'read-back-structure', ['cols="38"', 'cols="30"']),
    inText('the XML is broken', 'read-back-unreadable', ['</volume>', '']),
  ],
  ebrl: [
    cut,
    inArchive(/html$/, 'a heading becomes a paragraph', 'read-back-heading', [/<h3([^>]*)>([^<]*)<\/h3>/, '<p$1>$2</p>']),
    inArchive(/part.*html$/, 'a word changes', 'read-back-text', [cells('N"E'), cells('AL')]),
    inArchive(/html$/, 'a figure changes', 'read-back-table', [cells('#AD'), cells('#DA')]),
    inArchive(/html$/, 'row headers are none', 'read-back-table', [/<th scope="row">([^<]*)<\/th>/g, '<td>$1</td>']),
    inArchive(/html$/, 'a link leads elsewhere', 'read-back-link', ['example.org/accounts', 'example.org/account']),
    inArchive(/html$/, 'a note is another', 'read-back-note', [cells(',SIXTY'), cells(',SIXTE5')]),
    inArchive(/html$/, 'a page is lost', 'read-back-page', [/<div id="page-2"[^>]*><\/div>/, '']),
    inArchive(/html$/, 'a language is lost', 'read-back-part-lang', [' xml:lang="cy" lang="cy"', '']),
    inArchive(/opf$/, 'the title is another', 'read-back-title', [/<dc:title>[^<]*/, '<dc:title>A']),
    inArchive(/^index\.html$/, 'the contents lead nowhere', 'read-back-link', [/#money/, '#monies']),
  ],
  'daisy-2.02': talkingBook(/^content\.html$/, /^ncc\.html$/),
  'daisy-3': talkingBook(/^book\.xml$/, /^navigation\.ncx$/),
  mp3: [
    cut,
    inBytes('a chapter has another name', 'read-back-heading', ['T\0h\0a\0n\0k\0s\0', 'T\0h\0i\0n\0k\0s\0'], ['Thanks', 'Thinks']),
    inBytes('a chapter has no place', 'read-back-structure', ['CHAP', 'CHIP']),
    inBytes('the title is another', 'read-back-title', [/(TIT2.{7}(?:\xff\xfe)?)A/s, '$1B']),
    inBytes('the language is another', 'read-back-lang', [/(TLAN.{7}(?:\xff\xfe)?)e(\0?)n(\0?)g/s, '$1f$2r$3e']),
    {
      name: 'the sound stops too soon',
      rule: 'read-back-structure',
      // Frames of a constant rate are all of one length, so half of them is a whole number.
      spoil: (bytes) => withoutFrames(bytes),
    },
  ],
};
