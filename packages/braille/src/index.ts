export {
  braillePreviewRenderer,
  brailleTextRenderer,
  brfRenderer,
  pefRenderer,
  toBraille,
  toBraillePreview,
  toBrf,
  toPef,
  toUnicodeBraille,
  type BrfOptions,
} from './render.js';
export {
  allPages,
  bodyLines,
  type BrailleDocument,
  type BraillePage,
  type BrailleProvenance,
  type BrailleSection,
  type BrailleVolume,
} from './document.js';
export { profiles, type BrailleStyle, type ProfileName } from './format/style.js';
export { brailleOptionSchema, type BrailleOptions, type BrfVariant } from './options.js';
export { brailleRules } from './messages.js';
export type { EngineInfo, LoadedTable, Run, TableFile, Translation, Translator } from './translator.js';
export { louisTranslator, type LouisTranslatorSettings } from './louis/louis-translator.js';
export { evaluateLouisBuild } from './louis/evaluate.js';
export type { LouisModule, LouisModuleFactory, LouisModuleSettings } from './louis/module.js';
export { memoryTables, type TableSource } from './louis/table-source.js';
export { packagedTranslator } from './system/packaged-engine.js';
export { brailleCodeFor, brailleCodes, gradeOf, tableFilesFor, type BrailleCode, type Grade } from './tables/tables.js';
export { ebrlRenderer, toEbrl, type EbrailleOptions } from './ebraille/render.js';
export { asciiToCells, cellsToAscii } from './files/nabcc.js';
export { readBrf } from './files/brf.js';
export { readPefRows } from './files/pef.js';
export { readUeb, type UebReaderSettings } from './back/read-ueb.js';
export { asWrittenInBraille } from './text/as-written.js';
export { backTranslator, type BackTranslate, type BackTranslatorSettings } from './back/back-translator.js';
