import { renderToBytes, type PreparedReport, type RenderSettings, type Renderer, type Report } from '@everyread/core';
import { htmlOptionSchema, type HtmlOptions } from './options.js';
import { makePage } from './page/page.js';

/** One HTML file with everything in it. */
export const html: Renderer<HtmlOptions> = {
  name: 'html',
  title: 'Web page',
  audience:
    'For people who read on any screen, also a small one, with their own text size, colours and spacing; works without the internet.',
  extension: 'html',
  mediaType: 'text/html',
  editions: ['screen-reader', 'summary'],
  options: htmlOptionSchema,
  async *render(report, options, context) {
    const page = await makePage(report, options, context);
    yield {
      path: `${context.slug}${report.edition.name === 'screen-reader' ? '' : `-${report.edition.name}`}.html`,
      mediaType: 'text/html',
      body: new TextEncoder().encode(page),
    };
  },
};

/**
 * Makes one self-contained HTML file: fonts and pictures inside, nothing loaded, no script needed.
 *
 * @param report - as written or prepared
 * @param options - how the page looks; and pictures (`assets`), edition, where messages go
 * @returns the file, UTF-8
 * @throws {EveryreadError} when the document has an error and no `message` is given
 */
export function toHtml(report: Report | PreparedReport, options: HtmlOptions & RenderSettings = {}): Promise<Uint8Array> {
  return renderToBytes(html, report, options, options);
}
