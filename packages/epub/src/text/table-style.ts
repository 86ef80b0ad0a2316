import { recordRules, tableWidthsEm } from '@everyread/html';

/**
 * The rules for tables. Whether a table fits depends on the width of a page or column and on the size of letters that
 * a reader chose; a container query knows both (CSS Conditional Rules 5), a media query neither. Reading systems without
 * them, from before 2022, get a list where the whole screen is too narrow, and else smaller cells and words that part where they must.
 *
 * @param rule - colour of lines
 */
export function tableStyle(rule: string): string {
  return `.table-room { container-type: inline-size; margin: 0 0 1em; }
table { border-collapse: collapse; margin: 0 0 1em; max-width: 100%; }
.table-room table { margin: 0; min-width: min(100%, 24em); }
th, td { border: 1px solid ${rule}; padding: 0.35em 0.6em; text-align: start; vertical-align: top; overflow-wrap: break-word; }
.needs-${tableWidthsEm.at(-1)!} th, .needs-${tableWidthsEm.at(-1)!} td { overflow-wrap: anywhere; }
th { font-weight: bold; }
@supports not (container-type: inline-size) {
th, td { overflow-wrap: anywhere; }
tr > :first-child:nth-last-child(n + 4), tr > :first-child:nth-last-child(n + 4) ~ * { padding: 0.3em; hyphens: auto; }
tr > :first-child:nth-last-child(n + 6), tr > :first-child:nth-last-child(n + 6) ~ * { padding: 0.25em 0.2em; font-size: 0.85em; }
}
${recordRules('media', rule)}${recordRules('container', rule)}`;
}
