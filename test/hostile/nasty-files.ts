import { zipFiles } from '@everyread/zip';
import { deflateSync } from 'node:zlib';

const date = new Date(Date.UTC(2000, 0, 1));
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const archive = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipFiles(
    Object.entries(files).map(([path, body]) => ({ path, body: typeof body === 'string' ? bytes(body) : body })),
    { date },
  );

const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]>`;
const deep = (name: string, count: number): string => `<${name}>`.repeat(count) + `</${name}>`.repeat(count);
const fill = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024).fill(0x61);

const container = (path: string): string =>
  `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const packageDocument = (href: string, head = ''): string =>
  `${head}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title><dc:language>en</dc:language><dc:identifier id="i">x</dc:identifier></metadata><manifest><item id="c" href="${href}" media-type="application/xhtml+xml"/><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="c"/></spine></package>`;
const page = (body: string, head = ''): string =>
  `${head}<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>T</title></head><body>${body}</body></html>`;
const epub = (chapter: string | Uint8Array, more: { opf?: string; rootfile?: string; href?: string } = {}): Uint8Array =>
  archive({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container(more.rootfile ?? 'a.opf'),
    'a.opf': more.opf ?? packageDocument(more.href ?? 'c.xhtml'),
    'nav.xhtml': page('<nav><ol><li><a href="c.xhtml">T</a></li></ol></nav>'),
    'c.xhtml': chapter,
  });
const ncc = (body: string, head = ''): Uint8Array =>
  archive({ 'ncc.html': page(body, head), 'a.smil': '<smil><body><seq><par><text src="ncc.html#x"/></par></seq></body></smil>' });

/** A PDF of these objects, with a table of where they stand. */
function pdf(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return bytes(`${text}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`);
}
const stream = (body: Uint8Array, more = ''): string =>
  `<</Length ${body.length}${more}>>\nstream\n${Buffer.from(body).toString('latin1')}\nendstream`;
const onePage = (content: string): Uint8Array =>
  pdf(
    [
      '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/Lang(en)>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
      content,
      '<</Type/StructTreeRoot/K 6 0 R>>',
      '<</S/Document/P 5 0 R/K[6 0 R 0]/Pg 3 0 R>>',
    ],
    '',
  );

/** A Palm database with these records. */
function palm(records: readonly Uint8Array[], offsets?: readonly number[]): Uint8Array {
  const head = Buffer.alloc(78 + records.length * 8 + 2);
  head.write('Book', 0, 'latin1');
  head.write('BOOKMOBI', 60, 'latin1');
  head.writeUInt16BE(records.length, 76);
  let at = head.length;
  for (const [index, record] of records.entries()) {
    head.writeUInt32BE(offsets?.[index] ?? at, 78 + index * 8);
    at += record.length;
  }
  return new Uint8Array(Buffer.concat([head, ...records]));
}
function mobiHead(textRecords: number, textLength: number): Uint8Array {
  const zero = Buffer.alloc(280);
  zero.writeUInt16BE(2, 0);
  zero.writeUInt32BE(textLength, 4);
  zero.writeUInt16BE(textRecords, 8);
  zero.writeUInt16BE(4096, 10);
  zero.write('MOBI', 16, 'latin1');
  zero.writeUInt32BE(264, 20);
  zero.writeUInt32BE(65001, 28);
  zero.writeUInt32BE(6, 36);
  zero.writeUInt32BE(0xffffffff, 244);
  return new Uint8Array(zero);
}

/** A tag of ID3v2.3 that says how long it is. */
function id3(size: number, frames: Uint8Array = new Uint8Array()): Uint8Array {
  const head = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, (size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127]);
  return new Uint8Array(Buffer.concat([head, frames]));
}
const frame = (id: string, size: number, body = ''): Uint8Array => {
  const head = Buffer.alloc(10);
  head.write(id, 0, 'latin1');
  head.writeUInt32BE(size, 4);
  return new Uint8Array(Buffer.concat([head, Buffer.from(body, 'latin1')]));
};

/** Files that somebody made to do harm, for every reader; made when they are wanted, for some are large. */
export const nastyFiles: Readonly<Record<string, { path: string; body: () => Uint8Array }>> = {
  'a zip bomb in an EPUB': { path: 'a.epub', body: () => epub(fill(400)) },
  'an entity bomb in a chapter': { path: 'a.epub', body: () => epub(page('<p>&a19;</p>', entities)) },
  'an entity bomb in a package document': {
    path: 'a.epub',
    body: () => epub(page('<p>x</p>'), { opf: packageDocument('c.xhtml', entities).replace('>T<', '>&a19;<') }),
  },
  'a package document outside the book': { path: 'a.epub', body: () => epub(page('<p>x</p>'), { rootfile: '../../../../etc/passwd' }) },
  'a chapter outside the book': { path: 'a.epub', body: () => epub(page('<p>x</p>'), { href: '../../../../etc/passwd' }) },
  'a chapter of 100,000 elements in each other': { path: 'a.epub', body: () => epub(page(deep('div', 100_000))) },
  'a chapter of one line of 50 MB': { path: 'a.epub', body: () => epub(page(`<p>${'word '.repeat(10_000_000)}</p>`)) },
  'a zip bomb in eBraille': { path: 'a.ebrl', body: () => epub(fill(400)) },
  'a zip bomb in Word': { path: 'a.docx', body: () => archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': fill(400) }) },
  'an entry of an archive outside it': {
    path: 'a.docx',
    body: () => renamed(archive({ '[Content_Types].xml': '<Types/>', 'xx/xx/xx/document': 'x' }), 'xx/xx/xx/document', '../../../document'),
  },
  'a zip bomb in a DAISY book': { path: 'a.zip', body: () => ncc(Buffer.from(fill(400)).toString('latin1')) },
  'an entity bomb in a DAISY book': { path: 'a.zip', body: () => ncc('<h1 id="x"><a href="a.smil#p">&a19;</a></h1>', entities) },
  'clips of a DAISY book outside it': { path: 'a.zip', body: () => ncc('<h1 id="x"><a href="../../../../etc/passwd#p">T</a></h1>') },
  'a DAISY 3 book that is its own navigation': { path: 'a.zip', body: () => archive({ 'a.opf': packageDocument('a.opf') }) },
  'a web page of 100,000 elements in each other': { path: 'a.html', body: () => bytes(page(deep('div', 100_000))) },
  'a web page of one line of 50 MB': { path: 'a.html', body: () => bytes(page(`<p>${'word '.repeat(10_000_000)}</p>`)) },
  'a web page of 2,000,000 attributes': { path: 'a.html', body: () => bytes(page(`<p ${'a '.repeat(2_000_000)}>x</p>`)) },
  'an entity bomb in PEF': {
    path: 'a.pef',
    body: () =>
      bytes(
        `${entities}<pef xmlns="http://www.daisy.org/ns/2008/pef"><body><volume><section><page><row>&a19;</row></page></section></volume></body></pef>`,
      ),
  },
  'PEF of 100,000 elements in each other': { path: 'a.pef', body: () => bytes(`<pef>${deep('section', 100_000)}</pef>`) },
  'BRF of one line of 50 MB': { path: 'a.brf', body: () => bytes('WORD '.repeat(10_000_000)) },
  'a PDF whose table leads back to itself': { path: 'a.pdf', body: () => selfTable(pdf(['<</Type/Catalog>>'], '/Prev 00000')) },
  'a PDF whose pages hold themselves': {
    path: 'a.pdf',
    body: () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>'], ''),
  },
  'a PDF whose elements hold themselves': { path: 'a.pdf', body: () => onePage(stream(bytes('/P<</MCID 0>>BDC EMC'))) },
  'a PDF with a stream of 400 MB': {
    path: 'a.pdf',
    body: () => onePage(stream(new Uint8Array(deflateSync(fill(400))), '/Filter/FlateDecode')),
  },
  'a PDF with a stream packed many times': {
    path: 'a.pdf',
    body: () => onePage(stream(new Uint8Array(deflateSync(deflateSync(deflateSync(fill(400))))), `/Filter[${'/FlateDecode'.repeat(3)}]`)),
  },
  'a PDF of 200,000 lists in each other': { path: 'a.pdf', body: () => pdf([`<</Type/Catalog/Pages ${'['.repeat(200_000)}>>`], '') },
  'a PDF whose object is its own length': {
    path: 'a.pdf',
    body: () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Length 2 0 R>>\nstream\nx\nendstream'], ''),
  },
  'a PDF whose objects stand in themselves': {
    path: 'a.pdf',
    body: () => pdf(['<</Type/Catalog/Pages 2 0 R/StructTreeRoot 1 0 R/K 1 0 R>>', '2 0 R'], ''),
  },
  'a Kindle book whose records stand past its end': { path: 'a.mobi', body: () => palm([mobiHead(1, 100), bytes('x')], [94, 0xfffffff0]) },
  'a Kindle book of 65,535 records that are not there': { path: 'a.mobi', body: () => palm([mobiHead(0xffff, 0xffffffff), bytes('x')]) },
  'a Kindle book that repeats its last letters without end': {
    path: 'a.azw3',
    body: () =>
      palm([
        mobiHead(9000, 0x7fffffff),
        ...Array.from({ length: 9000 }, () => Uint8Array.from({ length: 4096 }, (_, n) => (n === 0 ? 0x61 : n % 2 ? 0x80 : 0x0f))),
      ]),
  },
  'an MP3 whose tag is longer than the file': { path: 'a.mp3', body: () => id3(0xfffffff, frame('TIT2', 0x7fffffff, '\u0000x')) },
  'an MP3 of frames without length': {
    path: 'a.mp3',
    body: () => id3(200_000, bytes(Buffer.concat(Array.from({ length: 20_000 }, () => frame('CHAP', 0))).toString('latin1'))),
  },
  'an MP3 of nothing but zeros': { path: 'a.mp3', body: () => new Uint8Array(50_000_000) },
};

/** Another name of the same length, which the writer of archives refuses. */
function renamed(body: Uint8Array, from: string, to: string): Uint8Array {
  return bytes(Buffer.from(body).toString('latin1').replaceAll(from, to.padEnd(from.length, 'x').slice(0, from.length)));
}

/** A table that names itself as the one before it. */
function selfTable(body: Uint8Array): Uint8Array {
  const text = Buffer.from(body).toString('latin1');
  return bytes(text.replace('/Prev 00000', `/Prev ${String(text.indexOf('xref\n')).padStart(5, '0')}`));
}
