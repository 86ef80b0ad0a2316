import { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { Outline } from '../../outline/outline.js';
import { child, rawText, readHtmlMarkup } from '../markup.js';
import { langOf } from './roles.js';
import { walkMarkup } from './walk.js';

/** Reads one self-contained HTML file. */
export function readHtml(bytes: Uint8Array): Outline {
  const html = readHtmlMarkup(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const lang = langOf(html);
  const collector = new Collector(() => lang);
  const body = child(html, 'body') ?? html;
  const { ids, innerLinks } = walkMarkup(body, collector);
  for (const link of innerLinks) {
    if (!link.href.startsWith('#')) collector.fault('read-back-link', `The link “${link.text}” leads to ${link.href}, outside the file`);
    else if (!ids.has(safeDecode(link.href.slice(1))))
      collector.fault('read-back-link', `The link “${link.text}” leads to ${link.href}, which is not in the file`);
  }
  const title = fold(rawText(child(child(html, 'head'), 'title')));
  return collector.outline({ format: 'html', ...(title ? { title } : {}), ...(lang ? { lang } : {}) });
}

/** A fragment as it was meant; one that can't be decoded stays as it is. */
export function safeDecode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
