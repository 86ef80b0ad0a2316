import { build, is, type FlowContent, type ListItem } from '@everyread/core';
import { tidyLine } from '../line.js';
import { attribute, childElements, childNodes, isElement, placeOf, textOf, type DomElement, type DomNode } from './dom.js';
import { isHidden, ownLanguage, readInline, seeNames, within } from './inline.js';
import type { Around } from './reader.js';

type ReadFlow = (nodes: readonly DomNode[], around: Around) => FlowContent[];

/** A list. What stands between its items belongs to the item before: many pages nest lists so. */
export function readList(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const { reader } = around;
  const ordered = element.tagName === 'ol';
  const start = Number(attribute(element, 'start') ?? 1);
  if (ordered && attribute(element, 'reversed') !== undefined)
    reader.findings.say('import-changed', 'A list that counts down counts up now', firstWords(element), placeOf(element));
  const isLettered = ordered && !reader.own && /^[ai]$/i.test(attribute(element, 'type') ?? lookOfList(element));
  if (isLettered) reader.findings.count('import-changed', 'Letters before the items of a list became numbers', placeOf(element));
  const items: ListItem[] = [];
  const strays: FlowContent[] = [];
  for (const node of childNodes(element)) {
    if (isElement(node) && node.tagName === 'li') {
      if (reader.notes.has(node) || reader.superfluous.has(node) || isHidden(node, around)) continue;
      const item = readItem(node, around, readFlow);
      if (item) items.push(item);
      continue;
    }
    const blocks = readFlow([node], around);
    const last = items.at(-1);
    if (last) last.children.push(...(blocks as ListItem['children']));
    else if (blocks.some((block) => is(block, 'list'))) strays.push(...blocks);
    else if (blocks.length > 0) items.push(build.listItem({ spread: false }, blocks as ListItem['children']));
  }
  if (items.length === 0) return strays;
  const list = build.list(
    {
      ordered,
      ...(ordered ? { start: Number.isInteger(start) && start >= 0 ? start : 1 } : {}),
      spread: reader.own ? attribute(element, 'data-spread') === 'true' : items.some((item) => item.spread === true),
    },
    items,
  );
  return [...strays, list];
}

function firstWords(element: DomElement): string {
  const first = childElements(element)[0];
  return first === undefined ? '' : textOf(first).slice(0, 40);
}

/** “a” or “i” where the style of a list counts with letters or Roman numerals. */
function lookOfList(element: DomElement): string {
  const [, kind = ''] = /list-style(?:-type)?\s*:[^;]*\b(?:lower|upper)-(alpha|latin|roman)/i.exec(attribute(element, 'style') ?? '') ?? [];
  return kind === '' ? '' : kind === 'roman' ? 'i' : 'a';
}

function readItem(element: DomElement, around: Around, readFlow: ReadFlow): ListItem | undefined {
  seeNames(element, around);
  const own = ownLanguage(element, around);
  const box = boxOf(element);
  const checked = box ? attribute(box, 'checked') !== undefined : ownTask(element, around);
  if (box?.parentNode) box.parentNode.childNodes = box.parentNode.childNodes.filter((each) => each !== box);
  const blocks = readFlow(childNodes(element), within(element, around));
  if (blocks.length === 0) return undefined;
  const isClose = around.reader.own && attribute(element, 'data-spread') === 'false';
  const spread = !isClose && childElements(element).some((each) => each.tagName === 'p');
  return build.listItem(
    { spread, ...(checked === undefined ? {} : { checked }) },
    (own ? [build.div(own, blocks)] : blocks) as ListItem['children'],
  );
}

/** The box of an item itself, not one of a list within it. */
function boxOf(element: DomElement): DomElement | undefined {
  for (const each of childElements(element)) {
    if (each.tagName === 'ul' || each.tagName === 'ol') continue;
    const found = each.tagName === 'input' && attribute(each, 'type') === 'checkbox' ? each : boxOf(each);
    if (found) return found;
  }
  return undefined;
}

/** “done:” and “to do:” in pages of our own. */
function ownTask(element: DomElement, { reader }: Around): boolean | undefined {
  if (!reader.own) return undefined;
  const state = childElements(element).find((each) => attribute(each, 'class') === 'task-state');
  if (!state) return undefined;
  element.childNodes = element.childNodes.filter((each) => each !== state);
  return attribute(state, 'data-state') === 'done';
}

/** Terms and what they mean: a list whose items begin with the term in bold. */
export function readDefinitionList(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const items: ListItem[] = [];
  const take = (parent: DomElement): void => {
    for (const each of childElements(parent)) {
      if (each.tagName === 'div') take(each);
      else if (each.tagName === 'dt') {
        const term = tidyLine(readInline(childNodes(each), within(each, around)));
        if (term.length > 0) items.push(build.listItem({ spread: false }, [build.paragraph({}, [build.strong({}, term)])]));
      } else if (!around.reader.notes.has(each) && !around.reader.superfluous.has(each)) {
        const blocks = readFlow(each.tagName === 'dd' ? childNodes(each) : [each], within(each, around));
        addMeaning(items, blocks);
      }
    }
  };
  seeNames(element, around);
  take(element);
  if (items.length === 0) return [];
  around.reader.findings.count('import-changed', 'A list of terms became a list whose items begin with the term', placeOf(element));
  return [build.list({ ordered: false, spread: false }, items)];
}

/** “**Term:** what it means” where that is one line. */
function addMeaning(items: ListItem[], blocks: FlowContent[]): void {
  const item = items.at(-1);
  if (!item) {
    if (blocks.length > 0) items.push(build.listItem({ spread: false }, blocks as ListItem['children']));
    return;
  }
  const [first, ...rest] = blocks;
  const term = item.children[0];
  if (item.children.length === 1 && is(term, 'paragraph') && term.children.length === 1 && is(first, 'paragraph')) {
    term.children.push(build.text({ value: ': ' }), ...first.children);
    item.children.push(...(rest as ListItem['children']));
  } else item.children.push(...(blocks as ListItem['children']));
}
