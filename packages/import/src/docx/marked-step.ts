import { build, is, printWhen, type PhrasingContent, type ReportNode } from '@everyread/core';
import { tidyLine } from '../line.js';
import { assemble } from './assemble.js';
import { asCaption, type Piece } from './pieces.js';
import type { Reader } from './reader.js';
import type { SourceMark } from './source-marks.js';

/** A step prints its facts and its title in one line: the facts that the line still says are fields again. */
export function makeStep(pieces: Piece[], fields: SourceMark['fields'], id: { id?: string }, reader: Reader): ReportNode {
  const [first, ...rest] = pieces;
  const line = first?.kind === 'styled' ? first.line : first?.kind === 'item' ? lineOfItem(first) : [];
  const { when, value } = fields;
  const facts = [when === undefined ? undefined : printWhen(when, reader.lang), value].filter((fact): fact is string => !!fact);
  const { left, found } = takeFacts(line, facts.join(''));
  const body = assemble(first?.kind === 'styled' || first?.kind === 'item' ? rest : pieces, reader);
  return build.step({ ...(found && when ? { when } : {}), ...(found && value ? { value } : {}), ...id }, [
    ...asCaption(left),
    ...body,
  ] as never);
}

function lineOfItem(item: Extract<Piece, { kind: 'item' }>): PhrasingContent[] {
  const paragraph = item.content[0];
  return is(paragraph, 'paragraph') ? paragraph.children : [];
}

function takeFacts(line: readonly PhrasingContent[], facts: string): { left: PhrasingContent[]; found: boolean } {
  if (facts === '') return { left: [...line], found: false };
  const first = line[0];
  if (is(first, 'span') && line.length === 1) {
    const { left, found } = takeFacts(first.children, facts);
    return { left: left.length === 0 ? [] : [{ ...first, children: left }], found };
  }
  const last = line.at(-1);
  const wanted = facts.replace(/\s+/g, ' ').trim();
  if (is(first, 'text') && breakable(first.value).startsWith(wanted)) {
    const value = first.value.slice(wanted.length).replace(/^ – /, '');
    return { left: tidyLine([...(value === '' ? [] : [{ ...first, value }]), ...line.slice(1)]), found: true };
  }
  if (is(last, 'text') && breakable(last.value).endsWith(wanted)) {
    const value = last.value.slice(0, -wanted.length).replace(/, $/, '');
    return { left: tidyLine([...line.slice(0, -1), ...(value === '' ? [] : [{ ...last, value }])]), found: true };
  }
  return { left: [...line], found: false };
}

/** Large print keeps a date on one line: the blanks in it are others. */
const breakable = (text: string): string => text.replaceAll('\u00a0', ' ');
