import { editions, EveryreadError, makeEdition, nearest, validate, type Edition, type EditionName, type Renderer } from '@everyread/core';
import { proofs } from '../built-ins.js';
import type { Registry } from '../registry.js';
import type { EditionChoice } from '../config/config.js';
import { readChoices } from './choices.js';
import { nameOutput } from './output-name.js';

/** One edition in one format: a unit of work that ends in files or in nothing. */
export interface Job {
  renderer: Renderer;
  edition: Edition;
  options: object;
  /** Name of the main file. */
  fileName: string;
}

/** What to plan for. */
export interface PlanOptions {
  registry: Registry;
  /** What to make; every format of the whole report unless given. */
  choices?: readonly EditionChoice[];
  /** Formats to leave out, or single editions of them: `mp3`, `html:read-aloud`. */
  except?: readonly string[];
  /** Only this edition of each format. */
  edition?: string;
  /** Leave out a choice that has not that edition, instead of refusing: for choices that come from a file. */
  narrow?: boolean;
  /** Type size of large print, 16 to 28 points. */
  typeSizePt?: number;
  /** Options of each format, by its name. */
  options?: Readonly<Record<string, object>>;
  slug: string;
  /** Make one edition of each format instead of all: for an output that holds one file. */
  single?: boolean;
}

/** Files that a build writes beside the editions: a report named index.md must not lose its web page to them. */
const reserved = ['index.html', 'conformance.html', 'conformance.json', 'everyread-report.json'];

/**
 * Decides which editions are made, in which order and under which names.
 *
 * @throws {EveryreadError} code `misuse`, for a format, edition or option that does not exist, or a type size out of range
 */
export async function planJobs(plan: PlanOptions): Promise<Job[]> {
  // Also of formats that are not made this time: a wrong name would never be heard of.
  for (const [name, options] of Object.entries(plan.options ?? {})) checkOptions(await plan.registry.get(name), options);
  const except = readChoices(plan.except ?? []);
  for (const choice of except) {
    const renderer = await plan.registry.get(choice.format);
    if (choice.edition !== undefined) chooseEdition(renderer, choice.edition, choice, undefined);
  }
  const isLeftOut = (format: string, edition?: string): boolean =>
    except.some((each) => each.format === format && (each.edition === undefined || each.edition === edition));
  const choices = (plan.choices ?? (await everyFormat(plan))).filter((choice) => !isLeftOut(choice.format));
  if (choices.length === 0)
    throw new EveryreadError('misuse', 'No format is chosen', {
      hint: 'Name one with --to, such as --to docx; `everyread formats` lists them.',
    });
  const jobs: Job[] = [];
  const names = new Set<string>(reserved);
  const planned = new Set<string>();
  for (const choice of choices) {
    const renderer = await plan.registry.get(choice.format);
    const { edition: wanted = plan.edition } = choice;
    if (plan.narrow && plan.edition !== undefined && !(wanted === plan.edition && editionNamesOf(renderer).includes(wanted))) continue;
    const editionNames = wanted === undefined ? silentEditions(renderer).slice(0, plan.single ? 1 : undefined) : [wanted];
    for (const name of editionNames) {
      if (isLeftOut(choice.format, name)) continue;
      const edition = chooseEdition(renderer, name, choice, plan.typeSizePt);
      const options = { ...plan.options?.[renderer.name], ...choice.options };
      checkOptions(renderer, options);
      // `pdf,pdf:large-print` names large print twice: `pdf` alone is all its editions.
      const same = JSON.stringify([renderer.name, edition, options]);
      if (planned.has(same)) continue;
      planned.add(same);
      const fileName = nameOutput(plan.slug, renderer, edition, names);
      names.add(fileName.toLowerCase());
      jobs.push({ renderer, edition, options, fileName });
    }
  }
  if (jobs.length === 0) throw unknownEdition(plan.edition ?? '', [...new Set(choices.flatMap((choice) => choice.edition ?? []))]);
  return jobs;
}

async function everyFormat(plan: PlanOptions): Promise<EditionChoice[]> {
  const renderers = (await plan.registry.list()).filter((renderer) => !proofs.has(renderer.name));
  const wanted = plan.edition;
  if (wanted === undefined)
    return renderers.flatMap((renderer) => wholeEditions(renderer).map((edition) => ({ format: renderer.name, edition })));
  const fitting = renderers.filter((renderer) => wanted === 'summary' || (renderer.editions as readonly string[]).includes(wanted));
  if (fitting.length > 0) return fitting.map((renderer) => ({ format: renderer.name, edition: wanted }));
  throw unknownEdition(wanted, Object.keys(editions));
}

function wholeEditions(renderer: Renderer): string[] {
  return renderer.editions.filter((name) => editions[name].content === 'full');
}

/** Who names a format alone wants it soon, and perhaps in a language that no voice speaks. */
function silentEditions(renderer: Renderer): string[] {
  return wholeEditions(renderer).filter((name) => name !== 'read-aloud');
}

/** A summary can be made in every format. */
function editionNamesOf(renderer: Renderer): string[] {
  return [...new Set<string>([...renderer.editions, 'summary'])];
}

function chooseEdition(renderer: Renderer, name: string, choice: EditionChoice, typeSizePt: number | undefined): Edition {
  const known = editionNamesOf(renderer);
  if (!known.includes(name)) throw unknownEdition(name, known, renderer);
  const listed = (renderer.editions as readonly string[]).includes(name);
  const base = (listed ? name : renderer.editions[0]) as EditionName;
  const size = base === 'large-print' ? (choice.typeSizePt ?? typeSizePt) : choice.typeSizePt;
  try {
    return makeEdition(base, {
      ...(listed ? {} : { name: 'summary', content: 'summary' as const }),
      ...(choice.content === undefined ? {} : { content: choice.content }),
      ...(size === undefined ? {} : { typeSizePt: size }),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EveryreadError('misuse', error.message, { hint: 'Choose a size such as --type-size 20.', cause: error });
  }
}

function checkOptions(renderer: Renderer, options: object): void {
  const [fault] = validate(renderer.options, options);
  if (!fault) return;
  const name = [renderer.name, ...fault.path].join('.');
  const near = fault.allowed ? nearest(String(fault.path.at(-1)), fault.allowed) : undefined;
  throw new EveryreadError('misuse', `The option ${name} ${fault.reason}`, {
    hint: near ? `Did you mean ${near}?` : '`everyread formats --json` lists the options of each format.',
  });
}

function unknownEdition(name: string, names: readonly string[], renderer?: Renderer): EveryreadError {
  const near = nearest(name, names);
  const list = names.join(', ');
  return new EveryreadError(
    'misuse',
    renderer ? `The format ${renderer.name} has no edition named ${name}` : `There is no edition named ${name}`,
    {
      hint: near ? `Did you mean ${near}? The editions are ${list}.` : `The editions are ${list}.`,
    },
  );
}
