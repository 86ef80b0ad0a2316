import {
  build,
  describeChart,
  is,
  wordsFor,
  type Chart,
  type FlowContent,
  type PhrasingContent,
  type ReportNode,
  type Table,
} from '@everyread/core';
import { tidyLine } from '../line.js';
import { withoutUnit } from '../docx/marked-chart.js';
import {
  attribute,
  childElements,
  childNodes,
  find,
  findClass,
  hasClass,
  isElement,
  textOf,
  words,
  type DomElement,
  type DomNode,
} from './dom.js';
import { readInline as readLineOf } from './inline.js';
import type { Around } from './reader.js';
import { readHtmlTable } from './table.js';

type ReadFlow = (nodes: readonly DomNode[], around: Around) => FlowContent[];
type ReadInline = (nodes: readonly DomNode[], around: Around) => PhrasingContent[];

/** Inline elements that Everyread's own page writes; nothing for what is read as anywhere. */
export function readOwnInline(element: DomElement, around: Around, readInline: ReadInline): PhrasingContent[] | undefined {
  if (['visually-hidden', 'expansion', 'caption-number'].some((name) => hasClass(element, name))) return [];
  if (element.tagName !== 'span') return undefined;
  const as = attribute(element, 'data-as');
  const ipa = attribute(element, 'data-ipa');
  if (as === undefined && ipa === undefined) return undefined;
  return [build.pronunciation({ ...(as ? { as } : {}), ...(ipa ? { ipa } : {}) }, readInline(childNodes(element), around))];
}

/** Blocks that Everyread's own page writes, by their classes; nothing for what is read as anywhere. */
export function readOwnBlock(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] | undefined {
  const read = readers[element.tagName === 'li' ? '' : (words(element, 'class')[0] ?? (element.tagName === 'div' ? 'bare' : ''))];
  if (read === undefined) return undefined;
  const { places } = around.reader;
  places.see(attribute(element, 'id'));
  const names = places.take();
  const made = read(element, around, readFlow);
  if (made[0]) places.give(names, made[0]);
  return made;
}

type Read = (element: DomElement, around: Around, readFlow: ReadFlow) => FlowContent[];

const readers: Readonly<Record<string, Read>> = {
  callout: readCallout,
  cards: readCards,
  'key-figures': readKeyFigures,
  steps: readSteps,
  chart: readChart,
  figure: readOwnFigure,
  quote: readPullQuote,
  'data-table': readDataTable,
  bare: readPassage,
};

/** The name that the author gave; one that was made is made again. */
function ownId(element: DomElement, type: string): { id?: string } {
  const id = attribute(element, 'id');
  return id === undefined || new RegExp(`^${type}-\\d+$`).test(id) ? {} : { id };
}

function lineOf(element: DomElement | undefined, around: Around): PhrasingContent[] {
  return element ? tidyLine(readLineOf(childNodes(element), around)) : [];
}

function captionOf(element: DomElement, className: string, around: Around): ReportNode[] {
  const title = childElements(element).find((each) => hasClass(each, className));
  const line = lineOf(title, around);
  return line.length === 0 ? [] : [build.caption({}, line)];
}

function bodyOf(element: DomElement, leftOut: readonly string[]): DomNode[] {
  return childNodes(element).filter((each) => !isElement(each) || !leftOut.some((name) => hasClass(each, name)));
}

function readCallout(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const kind =
    words(element, 'class')
      .map((name) => /^callout-(note|tip|important|warning)$/.exec(name)?.[1])
      .find(Boolean) ?? 'note';
  const title = childElements(element).find((each) => hasClass(each, 'block-title'));
  const label = title && findClass(title, 'callout-kind');
  const words_ = wordsFor(around.reader.meta.lang);
  const kindAlone = title && !label && textOf(title) === (kind === 'note' ? '' : words_[kind as 'tip' | 'important' | 'warning']);
  if (title && label) title.childNodes = title.childNodes.filter((each) => each !== label);
  const caption = kindAlone ? [] : captionOf(element, 'block-title', around);
  return [
    build.callout({ kind: kind as 'note', ...ownId(element, 'callout') }, [
      ...caption,
      ...readFlow(bodyOf(element, ['block-title']), around),
    ] as FlowContent[]),
  ];
}

function itemsOf(element: DomElement): DomElement[] {
  const list = childElements(element).find((each) => each.tagName === 'ul' || each.tagName === 'ol');
  return list ? childElements(list) : [];
}

function readCards(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const { places, pictures } = around.reader;
  const cards = itemsOf(element).map((item) => {
    places.see(attribute(item, 'id'));
    const names = places.take();
    const title = childElements(item).find((each) => hasClass(each, 'card-title'));
    const link = title && childElements(title).find((each) => each.tagName === 'a');
    const href = link ? attribute(link, 'href') : undefined;
    const picture = childElements(item).find((each) => each.tagName === 'img');
    const image = picture ? readLineOf([picture], around)[0] : undefined;
    const line = lineOf(link ?? title, around);
    const card = build.card(
      {
        ...(href ? { href } : {}),
        ...(is(image, 'image') ? { src: image.url, ...(image.alt ? { alt: image.alt } : {}) } : {}),
        ...ownId(item, 'card'),
      },
      [
        ...(line.length > 0 ? [build.caption({}, line)] : []),
        ...readFlow(
          childNodes(item).filter((each) => each !== title && each !== picture),
          around,
        ),
      ] as FlowContent[],
    );
    places.give(names, card);
    return card;
  });
  void pictures;
  return [build.cards(ownId(element, 'cards'), [...captionOf(element, 'block-title', around), ...cards] as never)];
}

function readKeyFigures(element: DomElement, around: Around): FlowContent[] {
  const figures = itemsOf(element).map((item) => {
    const value = findClass(item, 'figure-value');
    const shown = value && find(value, (each) => attribute(each, 'aria-hidden') === 'true');
    const say = shown && value ? findClass(value, 'visually-hidden') : undefined;
    const change = findClass(item, 'figure-change');
    return build.keyFigure(
      {
        value: value ? textOf(shown ?? value) : '',
        ...(say ? { say: textOf(say) } : {}),
        ...(change ? { change: textOf(change) } : {}),
      },
      lineOf(findClass(item, 'figure-label'), around),
    );
  });
  return [build.keyFigures(ownId(element, 'key-figures'), [...captionOf(element, 'block-title', around), ...figures] as never)];
}

function readSteps(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const kind =
    words(element, 'class')
      .map((name) => /^steps-(steps|timeline|funnel)$/.exec(name)?.[1])
      .find(Boolean) ?? 'steps';
  const steps = itemsOf(element).map((item) => {
    around.reader.places.see(attribute(item, 'id'));
    const names = around.reader.places.take();
    const title = childElements(item).find((each) => hasClass(each, 'step-title'));
    const value = title && findClass(title, 'step-value');
    const caption = title && childElements(title).find((each) => each.tagName === 'span');
    const shown = childElements(item).find((each) => hasClass(each, 'step-when'));
    const when = attribute(item, 'data-when') ?? (shown ? textOf(shown) : undefined);
    const line = lineOf(caption, around);
    const body = bodyOf(item, ['step-title', 'step-when']).filter((each) => !isElement(each) || each.tagName !== 'svg');
    const step = build.step({ ...(when ? { when } : {}), ...(value ? { value: textOf(value) } : {}), ...ownId(item, 'step') }, [
      ...(line.length > 0 ? [build.caption({}, line)] : []),
      ...readFlow(body, around),
    ] as FlowContent[]);
    around.reader.places.give(names, step);
    return step;
  });
  return [
    build.steps({ kind: kind as 'steps', ...ownId(element, 'steps') }, [...captionOf(element, 'block-title', around), ...steps] as never),
  ];
}

function readChart(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const views = childElements(element).find((each) => hasClass(each, 'chart-views'));
  const captionElement = childElements(element).find((each) => each.tagName === 'figcaption');
  const caption = lineOf(captionElement, around);
  const sentence = views && childElements(views).find((each) => hasClass(each, 'chart-sentence'));
  const tableElement = views && find(views, (each) => each.tagName === 'table');
  const table = tableElement ? tableIn(tableElement, around, readFlow) : undefined;
  const unit = attribute(element, 'data-unit');
  const kind = attribute(element, 'data-kind') as Chart['kind'] | undefined;
  const chart = build.chart({ kind: kind ?? 'bar', ...(unit ? { unit } : {}), ...ownId(element, 'chart') }, [
    ...(caption.length > 0 ? [build.caption({}, caption)] : []),
    ...(table ? [unit === undefined ? table : withoutUnit(table, unit)] : []),
    ...readFlow(
      childNodes(element).filter((each) => each !== views && each !== captionElement),
      around,
    ),
  ] as FlowContent[]);
  // A sentence that was made from the figures is made again: written down it would stay when they change.
  if (sentence && textOf(sentence) !== describeChart(chart, wordsFor(around.reader.meta.lang)).replace(/\s+/g, ' ').trim())
    chart.summary = textOf(sentence);
  return [chart];
}

function tableIn(element: DomElement, around: Around, readFlow: ReadFlow): Table | undefined {
  const caption = childElements(element).find((each) => each.tagName === 'caption');
  element.childNodes = element.childNodes.filter((each) => each !== caption);
  const made = readHtmlTable(element, around, readFlow)[0];
  return is(made, 'dataTable') ? made.children.find((each): each is Table => is(each, 'table')) : undefined;
}

function readDataTable(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const table = find(element, (each) => each.tagName === 'table');
  const made = table ? readHtmlTable(table, around, readFlow)[0] : undefined;
  if (!is(made, 'dataTable')) return made ? [made] : [];
  const headers = attribute(element, 'data-headers');
  return [{ ...made, ...(headers ? { headers: headers as 'col' } : {}), ...ownId(element, 'data-table') }];
}

function readOwnFigure(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const picture = childElements(element).find((each) => each.tagName === 'img');
  const captionElement = childElements(element).find((each) => each.tagName === 'figcaption');
  const credit = captionElement && findClass(captionElement, 'credit');
  const [before = '', after = ''] = wordsFor(around.reader.meta.lang).credit.split('{name}');
  const name = credit
    ? textOf(credit)
        .slice(before.length)
        .slice(0, after === '' ? undefined : -after.length)
    : undefined;
  if (credit && captionElement) captionElement.childNodes = captionElement.childNodes.filter((each) => each !== credit);
  const caption = lineOf(captionElement, around);
  if (credit && attribute(credit, 'data-stop') !== undefined) dropStop(caption);
  const next = nextElement(element);
  const described = next && hasClass(next, 'description') ? next : undefined;
  const body = described ? readFlow(childNodes(described), around) : [];
  if (described) (around.reader.superfluous as Set<DomElement>).add(described);
  const image = picture ? readLineOf([picture], around)[0] : undefined;
  const words_ = childElements(element).find((each) => hasClass(each, 'picture-words'));
  const alt = picture ? attribute(picture, 'alt') : words_ ? textOf(words_) : undefined;
  const missing = picture && attribute(picture, 'data-alt') === 'missing';
  if (!is(image, 'image')) {
    around.reader.findings.say('import-not-kept', 'A picture of a figure is not in the page', alt?.slice(0, 60));
    return [
      ...(alt ? [build.paragraph({}, [build.text({ value: alt })])] : []),
      ...(caption.length > 0 ? [build.paragraph({}, caption)] : []),
      ...body,
    ];
  }
  return [
    build.figure(
      {
        src: image.url,
        ...(alt ? { alt } : missing ? { alt: '' } : { decorative: true }),
        ...(name ? { credit: name } : {}),
        ...ownId(element, 'figure'),
      },
      [...(caption.length > 0 ? [build.caption({}, caption)] : []), ...body] as FlowContent[],
    ),
  ];
}

/** The full stop that parts a caption from its credit. */
function dropStop(line: PhrasingContent[]): void {
  const last = line.at(-1);
  if (is(last, 'text') && last.value.endsWith('.')) {
    const value = last.value.slice(0, -1);
    if (value === '') line.pop();
    else line[line.length - 1] = { ...last, value };
  }
}

function nextElement(element: DomElement): DomElement | undefined {
  const siblings = element.parentNode ? childElements(element.parentNode) : [];
  return siblings[siblings.indexOf(element) + 1];
}

function readPullQuote(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const quotation = childElements(element).find((each) => each.tagName === 'blockquote');
  const said = childElements(element).find((each) => each.tagName === 'figcaption');
  const part = (name: string): string => {
    const found = said && findClass(said, name);
    return found ? textOf(found) : '';
  };
  const by = part('quote-by');
  const role = part('quote-role');
  const org = part('quote-org');
  return [
    build.pullQuote(
      { ...(by ? { by } : {}), ...(role ? { role } : {}), ...(org ? { org } : {}), ...ownId(element, 'pull-quote') },
      quotation ? readFlow(childNodes(quotation), around) : [],
    ),
  ];
}

function readPassage(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const lang = attribute(element, 'lang');
  const dir = attribute(element, 'dir') as 'ltr' | undefined;
  const inner = { ...around, lang: lang ?? around.lang, dir: dir ?? around.dir };
  return [
    build.div({ ...(lang ? { lang } : {}), ...(dir ? { dir } : {}), ...ownId(element, 'div') }, readFlow(childNodes(element), inner)),
  ];
}
