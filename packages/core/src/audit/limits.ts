/** How much a reader is asked to take in at once, before the audit says so. A house may set its own. */
export interface AuditLimits {
  /** Words in a sentence. */
  sentenceWords: number;
  /** Flesch-Kincaid grade of the whole text; the reading age in years is about 5 more. */
  readingGrade: number;
  /** Characters in a heading. */
  headingCharacters: number;
  /** Characters in a text alternative. */
  altCharacters: number;
  /** Columns in a table. */
  tableColumns: number;
}

/** The limits where nobody sets others. */
export const auditLimits: Readonly<AuditLimits> = {
  sentenceWords: 40,
  readingGrade: 14,
  headingCharacters: 100,
  altCharacters: 250,
  tableColumns: 8,
};
