import { addressBeside, toText, type NodeOf } from '@everyread/core';
import { ExternalHyperlink, type ParagraphChild } from 'docx';
import { cleanText } from '../clean-text.js';
import { line } from '../flow.js';
import { PlainLink, PlainRun } from '../plain/plain-pieces.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

const safe = /^(?:https?:|mailto:|tel:)/i;

/** A link to the web, in the Hyperlink style. An address that could run a program is printed as words only. */
export function link(node: NodeOf<'link'>, scope: Scope): Out {
  const url = cleanText(node.url).trim();
  // Word can't nest links: the outer one holds.
  if (scope.run.link) return line(node.children, scope);
  if (!safe.test(url)) return line(node.children, scope);
  const words = line(node.children, { ...scope, run: { ...scope.run, link: true } });
  const shown = words.length === 0 ? [textRun(url, { ...scope, run: { ...scope.run, link: true } })] : words;
  const address = encodeAddress(url);
  const linked = shown.every((piece): piece is ParagraphChild & PlainRun => piece instanceof PlainRun)
    ? (new PlainLink(address, shown) as unknown as ParagraphChild)
    : new ExternalHyperlink({ link: address, children: shown });
  const beside = scope.job.report.edition.links === 'address' ? addressBeside(url, toText(node.children)) : undefined;
  return beside === undefined || words.length === 0 ? [linked] : [linked, textRun(` (${beside})`, scope)];
}

/** The address as a URI (RFC 3986): Word refuses to open a file with a relationship that holds a space. */
function encodeAddress(url: string): string {
  try {
    return new URL(url).href;
  } catch {
    return encodeURI(url);
  }
}
