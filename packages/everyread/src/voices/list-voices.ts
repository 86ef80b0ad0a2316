import type { Voice } from '@everyread/audio';
import { EveryreadError, sameLanguage } from '@everyread/core';
import type { World } from '../cli/world.js';
import { openEngine, type EngineSpec } from '../workers/engine-spec.js';
import { engineOf } from './find-voice.js';
import { knownVoices, type KnownVoice } from './known-voices.js';

/** What `everyread voices` may be told. */
export interface VoicesFlags {
  lang?: string;
  engine?: string;
  model?: string;
  voice?: string;
  sample?: string;
  text?: string;
  json?: boolean;
}

const engines = ['flite', 'system', 'espeak', 'sherpa'] as const;

interface Row extends Voice {
  /** What `--voice` takes. */
  name: string;
  engine: string;
}

/** Prints the voices of this machine: those that were added first. */
export async function listVoices(flags: VoicesFlags, world: World): Promise<void> {
  const rows: Row[] = [];
  const known = await knownVoices(world.env);
  for (const spec of specsOf(flags, known)) rows.push(...(await rowsOf(spec, flags.engine !== undefined, world)));
  const fits = (row: Row): boolean => flags.lang === undefined || sameLanguage(row.lang, flags.lang);
  const shown = rows.filter(fits);
  if (flags.json) {
    await world.out(`${JSON.stringify(shown, null, 2)}\n`);
    return;
  }
  // An engine with a hundred languages would hide the voices that one looks for.
  const many = (engine: string): boolean =>
    flags.lang === undefined && flags.engine === undefined && rows.filter((row) => row.engine === engine).length > 20;
  const brief = shown.filter((row) => !many(row.engine) || /^(?:en|cy)\b/i.test(row.lang));
  for (const row of brief) await world.out(`${row.name}: ${row.title}, ${row.lang}\n`);
  if (brief.length < shown.length)
    world.err(`${shown.length - brief.length} more in other languages: everyread voices --lang cy lists those of one language\n`);
  if (shown.length === 0) {
    world.err(
      `No voice speaks ${flags.lang ?? 'here'}. For more than a hundred languages: npm install @everyread/voice-espeak @echogarden/espeak-ng-emscripten. Or add a neural voice: everyread voices add FOLDER.\n`,
    );
    return;
  }
  const [first] = brief;
  world.err(
    `To hear one: everyread voices --voice ${first!.name} --sample sample.mp3\nTo use one: everyread build report.md --voice ${first!.name}\n`,
  );
}

function specsOf(flags: VoicesFlags, known: readonly KnownVoice[]): EngineSpec[] {
  switch (flags.engine) {
    case undefined:
      return [...known.map(engineOf), { engine: 'flite' }, { engine: 'system' }, { engine: 'espeak' }];
    case 'flite':
    case 'system':
    case 'espeak':
      return [{ engine: flags.engine }];
    case 'sherpa':
      if (flags.model) return [{ engine: 'sherpa', folder: flags.model }];
      if (known.length > 0) return known.map(engineOf);
      throw new EveryreadError('misuse', 'The engine sherpa needs a voice', { hint: 'Name its folder with --model.' });
    default:
      throw new EveryreadError('misuse', `There is no engine named ${flags.engine}`, { hint: `The engines are ${engines.join(', ')}.` });
  }
}

async function rowsOf(spec: EngineSpec, asked: boolean, world: World): Promise<Row[]> {
  let voices: readonly Voice[];
  try {
    voices = await (await openEngine(spec)).voices();
  } catch (error) {
    if (asked) throw error;
    // An engine that nobody asked for may be absent; a voice that was added and can't be opened is worth a word.
    if (spec.engine === 'sherpa')
      world.err(`${spec.title ?? spec.folder} can't be used: ${error instanceof Error ? error.message : String(error)}\n`);
    return [];
  }
  const nameOf = (voice: Voice): string => {
    if (spec.engine === 'flite') return voice.id;
    if (spec.engine !== 'sherpa') return `${spec.engine}:${voice.id}`;
    return voice.id === spec.title ? voice.id : `${spec.title ?? spec.folder}/${voice.id}`;
  };
  return voices.map((voice) => ({ ...voice, name: nameOf(voice), engine: spec.engine }));
}
