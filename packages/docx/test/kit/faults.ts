import { contrastRatio } from '@everyread/core';
import { contentsOf, fold, headingsOf, relationshipsOf, styleOf, textOf, type WordFile } from './read.js';
import { all, child, first, value, type Element } from './xml.js';

/** What a large-print file must keep to. */
export interface FaultOptions {
  /** Least size in any part, in points, where it is large print. */
  largePt?: number;
}

const textParts = /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/;

/** Everything in a file that breaks the bar: one line each, empty for a good file. */
export function faultsOf(file: WordFile, options: FaultOptions = {}): string[] {
  const faults: string[] = [];
  const parts = [...file.parts].filter(([path]) => textParts.test(path));
  checkStyles(file, parts, faults);
  checkReferences(file, parts, faults);
  checkContents(file, faults);
  checkDrawings(parts, faults);
  checkTables(file, faults);
  checkParagraphs(parts, faults);
  checkPackage(file, faults);
  checkColours(file, options.largePt === undefined ? 4.5 : 7, faults);
  if (options.largePt !== undefined) checkLargePrint(file, parts, options.largePt, faults);
  return faults;
}

function checkStyles(file: WordFile, parts: [string, Element][], faults: string[]): void {
  const defined = new Set(all(file.styles, 'w:style').map((style) => style.attributes['w:styleId']));
  const use = (name: string, root: Element, where: string): void => {
    for (const element of all(root, name))
      if (!defined.has(element.attributes['w:val'])) faults.push(`${where}: undefined style ${element.attributes['w:val']}`);
  };
  for (const [path, root] of parts) for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle']) use(name, root, path);
  for (const name of ['w:basedOn', 'w:next', 'w:link']) use(name, file.styles, 'styles');
  const numbers = new Set(all(file.parts.get('word/numbering.xml')!, 'w:num').map((num) => num.attributes['w:numId']));
  for (const [path, root] of parts)
    for (const id of all(root, 'w:numId'))
      if (!numbers.has(id.attributes['w:val'])) faults.push(`${path}: undefined list ${id.attributes['w:val']}`);
}

function checkReferences(file: WordFile, parts: [string, Element][], faults: string[]): void {
  const names = parts.flatMap(([, root]) => all(root, 'w:bookmarkStart').map((mark) => mark.attributes['w:name']!));
  const ids = parts.flatMap(([, root]) => all(root, 'w:bookmarkStart').map((mark) => mark.attributes['w:id']!));
  for (const list of [
    names.map((name) => name.toLowerCase()),
    ids,
    all(file.document, 'wp:docPr').map((drawing) => drawing.attributes['id']!),
  ])
    if (new Set(list).size !== list.length) faults.push(`duplicate id among ${list.length}`);
  for (const [path, root] of parts) {
    for (const link of all(root, 'w:hyperlink')) {
      const anchor = link.attributes['w:anchor'];
      if (anchor !== undefined && !names.includes(anchor)) faults.push(`${path}: no bookmark ${anchor}`);
      if (fold(textOf(link)) === '') faults.push(`${path}: a link without text`);
    }
    for (const instruction of all(root, 'w:instrText')) {
      const target = /\b(?:PAGEREF|REF|NOTEREF)\s+(\S+)/.exec(instruction.children.join(''))?.[1];
      if (target !== undefined && !names.includes(target)) faults.push(`${path}: field to no bookmark ${target}`);
    }
    for (const paragraph of all(root, 'w:p')) {
      for (const { target, result } of repeatedTexts(paragraph)) {
        const own = bookmarkedText(file.document, target);
        if (fold(own) !== fold(result)) faults.push(`${path}: a field says “${result}” and its bookmark “${own}”`);
      }
    }
    const relationships = relationshipsOf(file, path);
    for (const [, id] of (file.raw.get(path) ?? '').matchAll(/\br:(?:id|embed)="([^"]*)"/g))
      if (!relationships.has(id!)) faults.push(`${path}: no relationship ${id}`);
    for (const [, attributes] of relationships)
      if (attributes['TargetMode'] === 'External' && !/\/hyperlink$/.test(attributes['Type']!))
        faults.push(`${path}: external ${attributes['Target']}`);
  }
  const notes = file.parts.get('word/footnotes.xml');
  const noteIds = notes ? all(notes, 'w:footnote').map((note) => note.attributes['w:id']) : [];
  for (const mark of all(file.document, 'w:footnoteReference'))
    if (!noteIds.includes(mark.attributes['w:id'])) faults.push(`note mark ${mark.attributes['w:id']} without note`);
}

function checkContents(file: WordFile, faults: string[]): void {
  const titles = all(file.document, 'w:p').filter((p) => styleOf(p) === 'Title');
  if (titles.length !== 1) faults.push(`${titles.length} titles`);
  let previous = 0;
  const headings = headingsOf(file);
  for (const { depth, text } of headings) {
    if (depth > previous + 1) faults.push(`heading level skipped at ${text}`);
    if (text === '') faults.push('empty heading');
    previous = depth;
  }
  const entries = contentsOf(file);
  if (entries.length > 0) {
    const deepest = Math.max(...entries.map((entry) => entry.depth));
    const listed = JSON.stringify(entries.map(({ depth, text }) => ({ depth, text })));
    if (listed !== JSON.stringify(headings.filter(({ depth }) => depth <= deepest))) faults.push('contents differ from the headings');
  }
  for (const [path, xml] of file.raw) if (/w:dirty=|<w:updateFields/.test(xml)) faults.push(`${path}: fields ask to be updated`);
}

function checkDrawings(parts: [string, Element][], faults: string[]): void {
  for (const [path, root] of parts) {
    for (const properties of all(root, 'wp:docPr')) {
      const decorative = first(properties, 'adec:decorative') !== undefined;
      const described = (properties.attributes['descr'] ?? '').trim() !== '';
      if (decorative === described) faults.push(`${path}: a drawing must have a text alternative or be decorative`);
    }
    for (const name of [
      'wp:anchor',
      'w:pict',
      'v:shape',
      'wps:txbx',
      'w:framePr',
      'w:object',
      'w:ins',
      'w:del',
      'w:commentReference',
      'w:drop',
    ])
      if (all(root, name).length > 0) faults.push(`${path}: ${name}`);
  }
}

function checkTables(file: WordFile, faults: string[]): void {
  for (const table of all(file.document, 'w:tbl')) {
    const properties = child(table, 'w:tblPr');
    if (!value(properties, 'w:tblCaption') || !value(properties, 'w:tblDescription')) faults.push('a table without title and description');
    const look = child(properties, 'w:tblLook')?.attributes ?? {};
    const isOn = (name: string): boolean => ['1', 'true'].includes(look[name] ?? '');
    all(table, 'w:tr').forEach((row, index) => {
      const header = first(row, 'w:tblHeader') !== undefined;
      if (header && index > 0) faults.push('a header row that is not the first');
      if (index === 0 && header !== isOn('w:firstRow')) faults.push('header row and table look differ');
      if (!first(row, 'w:cantSplit')) faults.push('a row that may be split');
    });
    if (!isOn('w:firstRow') && !isOn('w:firstColumn')) faults.push('a table without headers');
    if (first(table, 'w:gridSpan') || first(table, 'w:vMerge')) faults.push('merged cells');
    if (all(table, 'w:tbl').length > 1) faults.push('a table in a table');
  }
  const body = first(file.document, 'w:body')!.children.filter((node): node is Element => typeof node !== 'string');
  if (body.some((node, index) => node.name === 'w:tbl' && body[index + 1]?.name === 'w:tbl'))
    faults.push('two tables that Word would join');
}

function checkParagraphs(parts: [string, Element][], faults: string[]): void {
  for (const [path, root] of parts) {
    const inCells = new Set(all(root, 'w:tc').flatMap((cell) => all(cell, 'w:p')));
    for (const paragraph of all(root, 'w:p')) {
      const empty =
        fold(textOf(paragraph)) === '' &&
        !first(paragraph, 'w:drawing') &&
        !first(paragraph, 'w:separator') &&
        !first(paragraph, 'w:continuationSeparator') &&
        !first(paragraph, 'w:fldChar');
      // A number alone is no empty line: it is the number of an item that begins with a list.
      if (empty && !inCells.has(paragraph) && !first(paragraph, 'w:numPr')) faults.push(`${path}: an empty paragraph`);
    }
    if (/ {3,}/.test(textOf(root))) faults.push(`${path}: blanks for layout`);
  }
  for (const spacing of [...parts.flatMap(([, root]) => all(root, 'w:spacing')), ...[]]) {
    if ('w:line' in spacing.attributes && !('w:lineRule' in spacing.attributes)) faults.push('a line distance without its rule');
  }
}

function checkPackage(file: WordFile, faults: string[]): void {
  const core = file.parts.get('docProps/core.xml')!;
  for (const name of ['dc:title', 'dc:language']) if ((child(core, name)?.children.join('') ?? '') === '') faults.push(`no ${name}`);
  const defaults = first(file.styles, 'w:docDefaults');
  const lang = defaults && first(defaults, 'w:lang')?.attributes['w:val'];
  if (!lang || lang !== child(core, 'dc:language')?.children.join('')) faults.push('the default language is not the document’s');
  for (const spacing of all(file.styles, 'w:spacing'))
    if ('w:line' in spacing.attributes && !('w:lineRule' in spacing.attributes))
      faults.push('a style with a line distance without its rule');
  const settings = file.raw.get('word/settings.xml')!;
  if (!/compatibilityMode"[^>]*w:val="15"|w:val="15"[^>]*compatibilityMode/.test(settings)) faults.push('compatibility mode is not 15');
  if (/<w:autoHyphenation(?! w:val="(?:false|0)")/.test(settings)) faults.push('hyphenation');
  for (const path of file.raw.keys()) if (/comments|vbaProject/.test(path)) faults.push(`part ${path}`);
}

function checkColours(file: WordFile, ratio: number, faults: string[]): void {
  for (const style of all(file.styles, 'w:style')) {
    const colour = value(child(style, 'w:rPr'), 'w:color');
    const shade = child(child(style, 'w:pPr'), 'w:shd')?.attributes['w:fill'] ?? 'FFFFFF';
    if (colour === undefined || colour === 'auto') continue;
    const has = contrastRatio(`#${colour.toLowerCase()}`, `#${shade.toLowerCase()}`);
    if (has < ratio) faults.push(`style ${style.attributes['w:styleId']}: contrast ${has.toFixed(2)}`);
  }
}

function checkLargePrint(file: WordFile, parts: [string, Element][], sizePt: number, faults: string[]): void {
  for (const [path, root] of [
    ...parts,
    ['styles', file.styles] as [string, Element],
    ['numbering', file.parts.get('word/numbering.xml')!] as [string, Element],
  ]) {
    for (const name of ['w:sz', 'w:szCs'])
      for (const size of all(root, name))
        if (Number(size.attributes['w:val']) < sizePt * 2) faults.push(`${path}: size ${Number(size.attributes['w:val']) / 2}`);
    const isOn = (element: Element): boolean => !['0', 'false', 'none'].includes(element.attributes['w:val'] ?? '1');
    for (const name of ['w:i', 'w:iCs', 'w:caps', 'w:smallCaps', 'w:cols']) {
      for (const element of all(root, name))
        if (name === 'w:cols' ? Number(element.attributes['w:num'] ?? 1) > 1 : isOn(element)) faults.push(`${path}: ${name}`);
    }
    for (const align of all(root, 'w:jc'))
      if (['both', 'distribute', 'center', 'right', 'end'].includes(align.attributes['w:val']!))
        faults.push(`${path}: alignment ${align.attributes['w:val']}`);
    for (const raised of all(root, 'w:vertAlign')) if (raised.attributes['w:val'] !== 'baseline') faults.push(`${path}: raised text`);
    const linkStyles =
      path === 'styles'
        ? all(root, 'w:style')
            .filter((style) => style.attributes['w:styleId'] === 'Hyperlink')
            .flatMap((style) => all(style, 'w:u'))
        : [];
    for (const line of all(root, 'w:u')) if (isOn(line) && !linkStyles.includes(line)) faults.push(`${path}: underline`);
  }
  if (
    file.raw.get('word/styles.xml')!.includes('w:styleId="FootnoteReference"') &&
    !/FootnoteReference">.*?vertAlign w:val="baseline"/.test(file.raw.get('word/styles.xml')!)
  )
    faults.push('raised note marks');
}

/** The REF fields of a paragraph, each with the words that it has now. */
function repeatedTexts(paragraph: Element): { target: string; result: string }[] {
  const found: { target: string; result: string }[] = [];
  for (const link of all(paragraph, 'w:hyperlink')) {
    const instruction = all(link, 'w:instrText')
      .map((part) => part.children.join(''))
      .join('');
    const target = /^\s*REF\s+(\S+)/.exec(instruction)?.[1];
    if (target !== undefined) found.push({ target, result: textOf(link) });
  }
  return found;
}

/** What stands between the marks of a bookmark: what Word and LibreOffice print in a field that repeats it. */
function bookmarkedText(root: Element, name: string): string {
  let text = '';
  let open: string | undefined;
  const visit = (element: Element): void => {
    if (element.name === 'w:bookmarkStart' && element.attributes['w:name'] === name) open = element.attributes['w:id'];
    if (element.name === 'w:bookmarkEnd' && element.attributes['w:id'] === open) open = undefined;
    if (open !== undefined && element.name === 'w:t') text += element.children.join('');
    if (open !== undefined && element.name === 'w:noBreakHyphen') text += '-';
    for (const each of element.children) if (typeof each !== 'string') visit(each);
  };
  visit(root);
  return text;
}
