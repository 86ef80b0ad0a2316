/** A finished piece of PDF syntax: pdfkit's serialiser prints it as it stands. */
export class Raw {
  constructor(readonly text: string) {}
  // pdfkit prints plain objects as dictionaries; any other tag is printed through toString().
  get [Symbol.toStringTag](): string {
    return 'Raw';
  }
  toString(): string {
    return this.text;
  }
}

/** A text string (ISO 32000-1 7.9.2): literal where it is plain ASCII, else UTF-16BE in hexadecimal. */
export function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at += 1) hex += text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
  return `<${hex}>`;
}

/** A number with at most three decimals, without an exponent. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** `#rrggbb` as the three operands of a colour operator. */
export function pdfColour(colour: string): string {
  return [1, 3, 5].map((at) => pdfNumber(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
}
