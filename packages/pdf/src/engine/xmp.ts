/** What the metadata say. */
export interface Metadata {
  title: string;
  author?: string | undefined;
  description?: string | undefined;
  publisher?: string | undefined;
  rights?: string | undefined;
  lang: string;
  date: Date;
  producer: string;
  ua: 1 | 2;
  /** Also claims PDF/A-2a. */
  pdfA: boolean;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: characters that XML 1.0 does not allow are left out. */
function xml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (mark) => escapes[mark]!);
}

const alt = (name: string, text: string | undefined, lang: string): string =>
  text === undefined
    ? ''
    : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li><rdf:li xml:lang="${xml(lang)}">${xml(text)}</rdf:li></rdf:Alt></${name}>\n`;

/**
 * The XMP packet. pdfkit's own does not escape the title and knows no language; PDF/A needs each property
 * of the Info dictionary here too, and a description of the pdfuaid schema (ISO 19005-2 6.6.2.3).
 */
export function makeXmp(data: Metadata): string {
  const date = `${data.date.toISOString().slice(0, 19)}Z`;
  const uaSchema = data.pdfA
    ? `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
<pdfaid:part xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">2</pdfaid:part><pdfaid:conformance xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">A</pdfaid:conformance></rdf:Description>
`
    : '';
  const declaration =
    data.ua === 2
      ? `<rdf:Description rdf:about="" xmlns:pdfd="http://pdfa.org/declarations/"><pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li><rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li></rdf:Bag></pdfd:declarations></rdf:Description>
`
      : '';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
${alt('dc:title', data.title, data.lang)}${data.author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${xml(data.author)}</rdf:li></rdf:Seq></dc:creator>\n`}${alt('dc:description', data.description, data.lang)}${data.publisher === undefined ? '' : `<dc:publisher><rdf:Bag><rdf:li>${xml(data.publisher)}</rdf:li></rdf:Bag></dc:publisher>\n`}${alt('dc:rights', data.rights, data.lang)}<dc:language><rdf:Bag><rdf:li>${xml(data.lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate><xmp:CreatorTool>Everyread</xmp:CreatorTool>
<pdf:Producer>${xml(data.producer)}</pdf:Producer>
<pdfuaid:part>${data.ua}</pdfuaid:part>${data.ua === 2 ? '<pdfuaid:rev>2024</pdfuaid:rev>' : ''}
</rdf:Description>
${uaSchema}${declaration}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
