import {
  EveryreadError,
  renderToBytes,
  ruleMessage,
  type Context,
  type Narration,
  type PreparedReport,
  type RenderSettings,
  type Renderer,
  type Report,
} from '@everyread/core';
import { htmlRules } from './messages.js';
import { htmlOptionSchema, type HtmlOptions } from './options.js';
import { makePage } from './page/page.js';
import { withSound } from './read-aloud/sound.js';

/** One HTML file with everything in it. */
export const html: Renderer<HtmlOptions> = {
  name: 'html',
  title: 'Web page',
  audience:
    'For people who read on any screen, also a small one, with their own text size, colours and spacing; works without the internet.',
  audiences: {
    'read-aloud':
      'For people who take in more by ear and eye together, as many dyslexic people do: you hear each sentence and see it marked; works without the internet.',
  },
  extension: 'html',
  mediaType: 'text/html',
  editions: ['screen-reader', 'read-aloud', 'summary'],
  options: htmlOptionSchema,
  narration: 'optional',
  async *render(report, options, context) {
    const { narration } = context;
    if (report.edition.name === 'read-aloud' && narration === undefined)
      throw new EveryreadError('misuse', 'A page that is read aloud needs a narration', {
        hint: 'Call narrate() first and pass its result as `narration`.',
      });
    if (narration) tellSize(narration, context);
    const page = await makePage(report, options, context);
    yield {
      path: `${context.slug}${report.edition.name === 'screen-reader' ? '' : `-${report.edition.name}`}.html`,
      mediaType: 'text/html',
      body: narration ? withSound(page, narration) : new TextEncoder().encode(page),
    };
  },
};

/** Base64 makes four bytes of three. Two hours at 48 kb/s are 58 MB. */
const largeSoundMb = 60;

function tellSize(narration: Narration, context: Context): void {
  const mb = narration.files.reduce((sum, file) => sum + (file.byteLength * 4) / 3, 0) / 1e6;
  if (mb <= largeSoundMb) return;
  const minutes = Math.round(narration.files.reduce((sum, file) => sum + file.durationMs, 0) / 60_000);
  context.message(
    ruleMessage(htmlRules['html-sound-large'], {
      source: 'html',
      reason: `The page that is read aloud is ${Math.round(mb)} MB large, for it holds ${minutes} minutes of sound`,
    }),
  );
}

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
