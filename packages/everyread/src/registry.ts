import { EveryreadError, nearest, type Renderer } from '@everyread/core';
import { builtIns } from './built-ins.js';

/** A format that the registry can load when it is asked for. */
interface Entry {
  load: () => Promise<Renderer | undefined>;
}

/** The formats that one run knows: an object, not a global, so two callers never disturb each other. */
export interface Registry {
  /**
   * Adds a format, or replaces the one of the same name.
   *
   * @param renderer - the format's descriptor, or a name and a way to load it later
   */
  add(renderer: Renderer | { name: string; load: () => Promise<Renderer | undefined> }): void;
  /** Every format that can be made, in the order in which they are offered. */
  list(): Promise<Renderer[]>;
  /**
   * @throws {EveryreadError} code `misuse`, when there is no such format; the hint names the nearest
   */
  get(name: string): Promise<Renderer>;
}

/**
 * Makes a registry with the formats of Everyread. Each package is loaded only when its format is used.
 *
 * @param renderers - formats of other people, added after the built-in ones
 */
export function createRegistry(renderers: readonly Renderer[] = []): Registry {
  const entries = new Map<string, Entry>(builtIns.map(({ name, load }) => [name, { load: once(loadable(name, load)) }]));
  const registry: Registry = {
    add(renderer) {
      if ('load' in renderer) {
        entries.set(renderer.name, { load: once(loadable(renderer.name, renderer.load)) });
        return;
      }
      checkRenderer(renderer);
      entries.set(renderer.name, { load: () => Promise.resolve(renderer) });
    },
    async list() {
      const all = await Promise.all([...entries.values()].map((entry) => entry.load()));
      return all.filter((renderer) => renderer !== undefined);
    },
    async get(name) {
      const renderer = await entries.get(name)?.load();
      if (renderer) return renderer;
      const names = (await registry.list()).map((each) => each.name);
      const near = nearest(name, names);
      throw new EveryreadError('misuse', `There is no format named ${name}`, {
        hint: near ? `Did you mean ${near}? The formats are ${names.join(', ')}.` : `The formats are ${names.join(', ')}.`,
      });
    },
  };
  for (const renderer of renderers) registry.add(renderer);
  return registry;
}

/** A renderer comes from other people's code: say what is wrong with it before it is used. */
function checkRenderer(renderer: Renderer): void {
  const lacks = (['name', 'title', 'audience', 'extension', 'mediaType', 'editions', 'render'] as const).filter((key) => !renderer[key]);
  if (lacks.length === 0 && /^[a-z0-9][a-z0-9.-]*$/.test(renderer.name)) return;
  throw new EveryreadError(
    'misuse',
    `The format ${renderer.name || '(without a name)'} is not a Renderer: ${lacks.length > 0 ? `it lacks ${lacks.join(', ')}` : 'its name has other characters than a-z, 0-9, dot and hyphen'}`,
    {
      hint: 'See the Renderer type of @everyread/core and examples/third-party-format.',
    },
  );
}

/** A package that can't be loaded is a broken installation: say which. */
function loadable<T>(name: string, load: () => Promise<T>): () => Promise<T> {
  return () =>
    load().catch((cause: unknown) => {
      const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
      throw new EveryreadError('engine', `The format ${name} can't be loaded: ${reason}`, { hint: 'Install Everyread again.', cause });
    });
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
