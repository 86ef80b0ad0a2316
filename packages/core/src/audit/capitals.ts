/** A stretch of words that are all in capitals. */
export interface CapitalRun {
  index: number;
  text: string;
}

const run = /(?<![\p{L}\d])\p{Lu}[\p{Lu}’'-]*(?:[\s,!&]+\p{Lu}[\p{Lu}’'-]*)+(?![\p{L}\d])/gu;
/** What a text has that may hold one: looking for it is quicker. */
const suspect = /\p{Lu}[’'-]*[\s,!&]+\p{Lu}/u;
/** Words that are no abbreviation in any run of capitals. */
const small = /(?<![\p{L}])(?:A|AN|AND|ARE|AT|BY|FOR|FROM|IN|IS|NOT|OF|ON|OR|OUR|THE|TO|WE|WITH|YOU|YOUR)(?![\p{L}])/u;

/** Where words and not abbreviations are in capitals: “DATES FOR YOUR DIARY”, not “the NHS, UCLH and EPSRC”. */
export function capitalRuns(text: string): CapitalRun[] {
  if (!suspect.test(text)) return [];
  const runs: CapitalRun[] = [];
  for (const { 0: found, index } of text.matchAll(run)) {
    const words = found.split(/[\s,!&]+/);
    const long = words.filter((word) => word.length > 4).length;
    if (words.length >= 3 ? small.test(found) || long >= 2 : long >= 2) runs.push({ index, text: found });
  }
  return runs;
}
