const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const customXml = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
/** Names the part within the file (ECMA-376 part 1, 22.5.2.1). */
const itemId = '{45564552-5945-4144-9000-000000000001}';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts that a custom XML part needs around it (ECMA-376 part 1, 15.2.5 and 15.2.6). */
export function sourceParts(xml: string, namespace: string): Readonly<Record<string, string>> {
  return {
    'customXml/item1.xml': xml,
    'customXml/itemProps1.xml': `${head}<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="${customXml}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  };
}

/** The list of relationships of the document with that to the part. */
export function withSourceRelationship(rels: string): string {
  return rels.replace(
    '</Relationships>',
    `<Relationship Id="rIdSource" Type="${relationships}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
  );
}

/** The list of content types with that of the part's properties. */
export function withSourceType(types: string): string {
  return types.replace(
    '</Types>',
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
  );
}
