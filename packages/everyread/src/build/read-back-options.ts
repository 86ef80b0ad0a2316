import type { BrailleEngine, CompareOptions, ItemKind } from '@everyread/check';
import { walk, type PreparedReport, type Report, type ReportNode } from '@everyread/core';
import type { Grade, LoadedTable } from '@everyread/braille';
import type { Job } from '../plan/plan.js';

/** What a comparison must know of how an edition was made; it stands in everyread-report.json. */
export interface MadeWith {
  /** What the options left out: a comparison must not miss it. */
  leftOut?: ItemKind[];
  /** Of Braille. */
  grade?: Grade;
}

const brailleFormats = new Set(['brf', 'pef', 'ebrl']);

/** Whether a format is written in Braille. */
export const isBraille = (format: string): boolean => brailleFormats.has(format);

/** What to note of a job. */
export function madeWith(job: Job): MadeWith {
  const options = job.options as { printPages?: boolean; grade?: Grade };
  return {
    ...(options.printPages === false ? { leftOut: ['page'] } : {}),
    ...(isBraille(job.renderer.name) && options.grade ? { grade: options.grade } : {}),
  };
}

/** The options of the comparison of one edition. */
export async function compareOptions(format: string, made: MadeWith, report: PreparedReport): Promise<CompareOptions> {
  return {
    ...(made.leftOut ? { leftOut: made.leftOut } : {}),
    ...(isBraille(format) ? { braille: await brailleEngine(report, made.grade ?? 2) } : {}),
  };
}

async function brailleEngine(report: PreparedReport, grade: Grade): Promise<BrailleEngine | undefined> {
  return brailleEngineFor(report.meta.lang, languagesIn(report), grade);
}

/**
 * Reads Braille with the tables that come with Everyread: those of a report’s language, and of the languages of its parts.
 *
 * @param parts - BCP 47 tags of the parts
 * @returns `undefined`, where there is no table for the language
 */
export async function brailleEngineFor(lang: string, parts: Iterable<string>, grade: Grade): Promise<BrailleEngine | undefined> {
  const { asWrittenInBraille, backTranslator, brailleCodeFor, gradeOf, packagedTranslator, tableFilesFor } =
    await import('@everyread/braille');
  if (!brailleCodeFor(lang)) return undefined;
  const translator = await packagedTranslator();
  const tables: LoadedTable[] = [];
  for (const [index, each] of [...new Set([lang, ...parts])].entries()) {
    const code = brailleCodeFor(each);
    // Parts in other languages are written letter for letter, where there is such a table.
    const wanted = index === 0 ? grade : 1;
    if (code) tables.push(await translator.open(tableFilesFor(code, gradeOf(code, wanted))));
  }
  return {
    // English is read by the rules of UEB, without the engine that wrote it.
    back: await backTranslator(lang, { grade }),
    written: (text) => asWrittenInBraille(text, lang, (character) => tables.some((table) => table.knows(character))),
    forward: (text) =>
      tables.flatMap((table) => {
        const knows = (character: string): boolean => table.knows(character);
        // What a table lacks is spelt out where it has a way to, or left out.
        const ways = [asWrittenInBraille(text, lang, knows, false), [...text].filter(knows).join('')];
        return ways.map((way) => table.translate([{ text: way }]).cells);
      }),
  };
}

/** The languages of the parts of a report, as BCP 47 tags. */
export function languagesIn(report: Pick<Report, 'root'>): Set<string> {
  const languages = new Set<string>();
  walk(report.root.children as ReportNode[], (node) => {
    if ((node.type === 'span' || node.type === 'div') && node.lang) languages.add(node.lang);
  });
  return languages;
}
