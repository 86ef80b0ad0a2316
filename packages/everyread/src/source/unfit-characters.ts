// Characters that XML 1.0 (2.2) can't carry, controls without a meaning in text, and halves of pairs.
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A character that no edition can carry, and the way to the text that holds it. */
export interface UnfitCharacter {
  pointer: (string | number)[];
  /** Its Unicode name, such as `U+0007`. */
  character: string;
}

/** Finds the first text in a tree of JSON that no edition can carry. Does not recurse, so any depth is safe. */
export function findUnfitCharacter(value: unknown): UnfitCharacter | undefined {
  const waiting: { value: unknown; pointer: (string | number)[] }[] = [{ value, pointer: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value === 'string') {
      const found = unfit.exec(next.value);
      if (found) return { pointer: next.pointer, character: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` };
    } else if (typeof next.value === 'object' && next.value !== null) {
      const isArray = Array.isArray(next.value);
      for (const [key, member] of Object.entries(next.value).reverse())
        waiting.push({ value: member, pointer: [...next.pointer, isArray ? Number(key) : key] });
    }
  }
  return undefined;
}
