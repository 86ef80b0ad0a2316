import { toText, type NodeOf } from '@everyread/core';
import { ExternalHyperlink } from 'docx';
import { cleanText } from '../clean-text.js';
import { line } from '../flow.js';
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
  const linked = new ExternalHyperlink({ link: encodeAddress(url), children: shown });
  const address = url.replace(/^(?:mailto|tel):/i, '');
  if (scope.job.report.edition.links !== 'address' || toText(node.children).includes(address)) return [linked];
  return [linked, textRun(` (${address})`, scope)];
}

/** The address as a URI (RFC 3986): Word refuses to open a file with a relationship that holds a space. */
function encodeAddress(url: string): string {
  try {
    return new URL(url).href;
  } catch {
    return encodeURI(url);
  }
}
