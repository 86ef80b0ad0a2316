import { ruleMessage, type Context, type PreparedReport } from '@everyread/core';
import { pdfRules } from '../messages.js';
import { findText } from './code-points.js';

/** Scripts without a face in `@everyread/fonts`, and a free font that has them. Japanese is known by its own letters. */
const fontsOfScripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'NotoSansJP'],
  [/\p{Script=Hangul}/u, 'NotoSansKR'],
  [/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, 'NotoSansSC'],
  [/\p{Script=Thai}/u, 'NotoSansThai'],
  [/\p{Script=Lao}/u, 'NotoSansLao'],
  [/\p{Script=Khmer}/u, 'NotoSansKhmer'],
  [/\p{Script=Myanmar}/u, 'NotoSansMyanmar'],
  [/\p{Script=Telugu}/u, 'NotoSansTelugu'],
  [/\p{Script=Kannada}/u, 'NotoSansKannada'],
  [/\p{Script=Malayalam}/u, 'NotoSansMalayalam'],
  [/\p{Script=Sinhala}/u, 'NotoSansSinhala'],
  [/\p{Script=Oriya}/u, 'NotoSansOriya'],
  [/\p{Script=Ethiopic}/u, 'NotoSansEthiopic'],
  [/\p{Script=Armenian}/u, 'NotoSansArmenian'],
  [/\p{Script=Georgian}/u, 'NotoSansGeorgian'],
];

/** How many characters of a script are named one by one. */
const mostNamed = 5;

/** Says which characters can't be drawn: once for each script, at the first of them. */
export function tellMissing(missing: Iterable<string>, report: PreparedReport, context: Pick<Context, 'message'>): void {
  const byFont = new Map<string | undefined, string[]>();
  for (const character of missing) {
    const font = fontsOfScripts.find(([script]) => script.test(character))?.[1];
    byFont.set(font, [...(byFont.get(font) ?? []), character]);
  }
  for (const [font, characters] of byFont) {
    const [first = ''] = characters;
    const node = findText(report, first);
    const file = `${font}-Regular.ttf`;
    context.message(
      ruleMessage(pdfRules['pdf-glyph'], {
        source: 'pdf',
        ...(node === undefined ? { place: { line: 1, column: 1 } } : { node }),
        reason: `No typeface has the ${characters.length === 1 ? 'character' : 'characters'} ${named(characters)}`,
        ...(font === undefined
          ? {}
          : {
              note: `Put ${file}, which is free at fonts.google.com/noto, beside the report and name it in the front matter: \`theme: { extraFonts: [${file}] }\`.`,
            }),
      }),
    );
  }
}

function named(characters: readonly string[]): string {
  const shown = characters
    .slice(0, mostNamed)
    .map((each) => `${each} (U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`);
  const rest = characters.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
