import { StringValueElement, Table, type ITableOptions, type XmlComponent } from 'docx';

/** A table with the title and description that Word keeps as its text alternative (ECMA-376 17.4.41 and 17.4.47), which `docx` has no option for. */
export class DescribedTable extends Table {
  constructor(options: ITableOptions, title: string, description: string) {
    super(options);
    const properties = this.root.find((part) => (part as { rootKey?: string }).rootKey === 'w:tblPr') as XmlComponent | undefined;
    // In the order of the schema both stand at the end, after w:tblLook.
    if (title !== '') properties?.addChildElement(new StringValueElement('w:tblCaption', title));
    if (description !== '') properties?.addChildElement(new StringValueElement('w:tblDescription', description));
  }
}
