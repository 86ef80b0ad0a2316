import { metaSchema, validate, type Meta } from '@everyread/core';

/**
 * The front matter that a file of our own keeps as JSON. Anybody may have written the file: only fields that a front matter has
 * are taken, and only what they may hold.
 */
export function readKeptMeta(json: string): Partial<Meta> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { properties } = metaSchema as { properties: Readonly<Record<string, Parameters<typeof validate>[0]>> };
  return Object.fromEntries(
    Object.entries(value).filter(([name, field]) => Object.hasOwn(properties, name) && validate(properties[name]!, field).length === 0),
  );
}
