/** The script that a language is written in (ISO 15924), as its tag says or as is usual: `Latn`, `Cyrl`, `Beng`. */
export function scriptOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script;
  } catch {
    return undefined;
  }
}

/** Whether all letters of a text are of a script. Of scripts that are several at once, such as Japanese, it is not known: no. */
export function isWrittenIn(text: string, script: string | undefined): boolean {
  if (script === undefined || !/^[A-Z][a-z]{3}$/.test(script)) return false;
  try {
    return new RegExp(`^(?:\\p{Script=${script}}|\\P{L})*$`, 'u').test(text);
  } catch {
    return false;
  }
}
