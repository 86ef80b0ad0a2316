import type { Voice } from '../engine.js';

/** The list of `say -v ?` on macOS: “Daniel              en_GB    # Hello…”. */
export function parseMacVoices(list: string): Voice[] {
  return list.split('\n').flatMap((line) => {
    const match = /^(.+?)\s+([a-z]{2,3}[_-][A-Za-z]+)\s+#/.exec(line);
    return match === null ? [] : [{ id: match[1]!.trim(), title: match[1]!.trim(), lang: match[2]!.replace('_', '-') }];
  });
}

/** One voice a line, “name<tab>culture”, as the script for Windows prints them. */
export function parseWindowsVoices(list: string): Voice[] {
  return list.split(/\r?\n/).flatMap((line) => {
    const [name, culture] = line.split('\t');
    return name && culture ? [{ id: name, title: name, lang: culture.trim() }] : [];
  });
}

/** The table of `espeak-ng --voices`: priority, language, age and gender, name, file, other languages. */
export function parseEspeakVoices(list: string): Voice[] {
  return list
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const match = /^\s*\d+\s+(\S+)\s+\S+\s+(\S+)\s+(\S+)/.exec(line);
      if (match === null) return [];
      const lang = match[1]!
        .replace(/-x-.*$/, '')
        .replace(/^([a-z]+)-([a-z]{2})(?:-.*)?$/, (_, a: string, b: string) => `${a}-${b.toUpperCase()}`);
      return [{ id: match[1]!, title: `eSpeak NG, ${match[2]!.replace(/_/g, ' ')}`, lang }];
    });
}
