/** Reads what `--voice` was told: the report's voice, and voices for other languages, such as `alba,cy=espeak:cy`. */
export function readVoices(flag = ''): { voice?: string; voices?: Record<string, string> } {
  const own: string[] = [];
  const voices: Record<string, string> = {};
  for (const part of flag === '' ? [] : flag.split(',')) {
    const [, lang, name] = /^([a-z]{2,3}(?:-[a-z0-9]+)*)=(.+)$/is.exec(part.trim()) ?? [];
    if (lang !== undefined && name !== undefined) voices[lang] = name;
    else own.push(part.trim());
  }
  // The names that systems give may hold a comma.
  const voice = own.join(', ');
  return { ...(own.length > 0 ? { voice } : {}), ...(Object.keys(voices).length > 0 ? { voices } : {}) };
}
