/** Titles that programs and templates write, and names of files. */
const doubts: readonly (readonly [RegExp, string])[] = [
  [
    /^microsoft (?:word|publisher|powerpoint)\b|\.(?:do[ct][xm]?|pdf|indd|pages|odt|rtf|x?html?)$|^[^\s_]+_\S+$/i,
    'reads like the name of a file',
  ],
  [
    /^(?:untitled|unnamed|no title|document|doc|template|(?:powerpoint )?presentation|new (?:document|page)|blank|title|page|home(?: ?page)?|index|test|letterhead|titel|dokument|titre|dogfen|teitl)[\s-]*\d*$|\btemplate$|^[[<{].*[\]>}]$|^[^\p{L}]*$/iu,
    'reads like that of a template',
  ],
  [
    /\bv\d+(?:\.\d+)*\b|\bversion\s*\d+(?:\.\d+)*\s*$|\b(?:final|first|second|third|latest|clean|working)[\s_-]+draft\b|\bdraft[\s_-]*\d+\b|^draft\s*[-–—:_)\]]|^copy of\b|(?:^|[\s_([–-])(?:draft|final|copy)[)\]\s\d._-]*$/i,
    'reads like the name of a draft',
  ],
];

/** Why a title is hardly the one that readers should hear; nothing where it may well be. */
export function doubtOf(title: string): string | undefined {
  return doubts.find(([pattern]) => pattern.test(title.trim()))?.[1];
}
