import { ruleMessage, sameLanguage, type PreparedReport } from '@everyread/core';
import type { Node } from 'unist';
import { contentKey } from '../cache/seal.js';
import { audioRules } from '../messages.js';
import type { SpokenPart, SpokenUnit, UnitFile } from '../plan/unit.js';
import { isWrittenIn, scriptOf } from '../say/script.js';
import type { Run } from './narrate.js';
import { speakerKey, type Speaker } from './speakers.js';
import { languageName } from './voices.js';

/** What one voice says in one go; it has a name in the cache. */
export interface Saying {
  speaker: Speaker;
  /** What the engine gets; empty for a silence. */
  text: string;
  key: string;
  section: string;
  /** Where it is in the document, for messages. */
  position?: Node['position'];
}

/** A unit and who says its parts. */
export interface Task {
  unit: SpokenUnit;
  /** At least one. */
  sayings: Saying[];
  section: string;
}

interface TaskWorld {
  run: Run;
  report: PreparedReport;
  main: Speaker;
  speakerOf: (lang: string) => Promise<Speaker | undefined>;
}

/** Gives each unit its voices. What no voice can say is told, to the author and to the listener. */
export async function makeTasks(files: readonly UnitFile[], world: TaskWorld): Promise<Task[][]> {
  const maker = new TaskMaker(world);
  const all: Task[][] = [];
  for (const file of files) {
    const list: Task[] = [];
    for (const unit of file.units) list.push(await maker.make(unit, file.title));
    all.push(list);
  }
  return all;
}

interface Said {
  speaker: Speaker;
  text: string;
}

/** What one voice says without another between is one sentence to it: words of a language that it only borrows are no break. */
function inOneBreath(said: readonly Said[]): Said[] {
  const joined: Said[] = [];
  for (const each of said) {
    const last = joined.at(-1);
    if (last && speakerKey(last.speaker) === speakerKey(each.speaker))
      last.text = `${last.text} ${each.text}`.replace(/ +(?=[.,;:!?])/g, '').replace(/,(?: *,)+/g, ',');
    else joined.push({ ...each });
  }
  return joined;
}

class TaskMaker {
  readonly #world: TaskWorld;
  /** What the author was told, of each language and each sign once: words that are borrowed and a passage that is lost are two things. */
  readonly #told = new Set<string>();
  /** The language of the passage that is being left out, of which the listener was told. */
  #leavingOut = '';

  constructor(world: TaskWorld) {
    this.#world = world;
  }

  async make(unit: SpokenUnit, section: string): Promise<Task> {
    this.#tellUnnamed(unit);
    const said: Said[] = [];
    for (const part of unit.parts) said.push(await this.#say(part, unit));
    const words = inOneBreath(said.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)));
    if (words.length === 0 && !said.some(({ text }) => text === '')) this.#tellEmpty(unit);
    const sayings = words.length > 0 ? words : [{ speaker: said[0]?.speaker ?? this.#world.main, text: '' }];
    return { unit, section, sayings: sayings.map((each) => this.#saying(each, unit, section)) };
  }

  #saying({ speaker, text }: Said, unit: SpokenUnit, section: string): Saying {
    const { rate, sampleRate } = this.#world.run;
    const key = contentKey('clip 2', speaker.workers.engine.fingerprint, speaker.voice.id, String(rate), String(sampleRate), text);
    return { speaker, text, key, section, ...(unit.position ? { position: unit.position } : {}) };
  }

  async #say(part: SpokenPart, unit: SpokenUnit): Promise<Said> {
    const { report, main, speakerOf } = this.#world;
    const speaker = await speakerOf(part.lang);
    if (speaker !== undefined) {
      this.#leavingOut = '';
      return { speaker, text: part.spoken };
    }
    const { lang } = report.meta;
    if (part.within && isWrittenIn(part.spoken, scriptOf(lang))) {
      // A name or a few words inside a sentence: without them it would make no sense.
      this.#tell(`words ${part.lang}`, () =>
        ruleMessage(audioRules['voice-borrowed'], {
          source: 'audio',
          reason: `“${part.spoken.slice(0, 60)}” is in ${languageName(part.lang)} (${part.lang}), and is read as if it were ${languageName(lang)}`,
          ...(unit.position ? { place: unit.position } : {}),
        }),
      );
      return { speaker: main, text: part.spoken };
    }
    this.#tell(`passage ${part.lang}`, () =>
      ruleMessage(audioRules['voice-language'], {
        source: 'audio',
        reason: `No voice speaks ${languageName(part.lang)} (${part.lang}): the passage is not read out`,
        ...(unit.position ? { place: unit.position } : {}),
      }),
    );
    const { words } = report;
    const told = (text: string): string =>
      sameLanguage(words.lang, lang) ? text.replace('{language}', languageName(part.lang, words.lang)) : '';
    if (part.within) return { speaker: main, text: told(`, ${words.spoken.otherWords},`) };
    // The listener is told once for each passage.
    const again = this.#leavingOut === part.lang;
    this.#leavingOut = part.lang;
    return { speaker: main, text: again ? '' : told(words.spoken.otherLanguage) };
  }

  #tell(what: string, message: () => Parameters<Run['context']['message']>[0]): void {
    if (this.#told.has(what)) return;
    this.#told.add(what);
    this.#world.run.context.message(message());
  }

  /** Tells of each sign once, at the first place where it is lost. */
  #tellUnnamed({ unnamed, position }: SpokenUnit): void {
    for (const sign of unnamed) {
      this.#tell(`sign ${sign}`, () =>
        ruleMessage(audioRules['speech-sign'], {
          source: 'audio',
          reason: `“${sign}” has no name to say: listeners may not hear that it is there`,
          ...(position ? { place: position } : {}),
        }),
      );
    }
  }

  #tellEmpty(unit: SpokenUnit): void {
    this.#world.run.context.message(
      ruleMessage(audioRules['speech-empty'], {
        source: 'audio',
        reason: `“${unit.print.trim().slice(0, 60)}” holds nothing to say`,
        ...(unit.position ? { place: unit.position } : {}),
      }),
    );
  }
}
