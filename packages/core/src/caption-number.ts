const numbered =
  /^((?:figure|fig\.|table|chart|graph|map|picture|photo|diagram|ffigur|tabl|siart|llun|map|abbildung|tabelle|tableau)\s*\d+(?:\.\d+)*)(\s*[:.–—-](?=\D)\s*|\s+)(.)/iu;

/**
 * The number that an author wrote at the beginning of a caption, such as “Figure 2” of “Figure 2: Our hall”; nothing where there is none.
 * The edition numbers nothing then: the caption says it, and so does what refers to it.
 */
export function typedNumber(caption: string): string | undefined {
  const [, number, sign = '', next = ''] = numbered.exec(caption.trim()) ?? [];
  // “Table 4 people at each desk” is no number.
  return number !== undefined && (sign.trim() !== '' || /\p{Lu}/u.test(next)) ? number : undefined;
}
