/** A number in the digits 0–9 and A–V, of at least so many. */
export function base32(value: number, digits: number): string {
  return value.toString(32).toUpperCase().padStart(digits, '0');
}
