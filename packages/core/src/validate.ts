/** What is wrong with a value, and where in it. */
export interface Fault {
  /** Keys from the outside in. */
  path: (string | number)[];
  /** What is wrong, in a sentence without a full stop. */
  reason: string;
  /** Names that would be allowed, where a name is not: for “did you mean”. */
  allowed?: string[];
}

type Json = Readonly<Record<string, unknown>>;
type Path = (string | number)[];

/** Deeper values are refused: no document needs them, and they would exhaust the stack. */
const maxDepth = 400;

/**
 * Checks a value against the part of JSON Schema that the schemas of this package use. A choice among nodes
 * is judged by the node's `type`, so that the fault named is the one the author made.
 *
 * @returns the faults, outermost first; empty for a valid value
 */
export function validate(schema: Json, value: unknown, root: Json = schema, path: Path = []): Fault[] {
  if (path.length > maxDepth) return [{ path, reason: 'is nested too deeply' }];
  if (typeof schema.$ref === 'string') return validate(resolve(root, schema.$ref), value, root, path);
  if (Array.isArray(schema.anyOf)) return validateChoice(schema.anyOf as Json[], value, root, path);
  if ('const' in schema) return value === schema.const ? [] : [{ path, reason: `must be ${JSON.stringify(schema.const)}` }];
  if (Array.isArray(schema.enum)) {
    return schema.enum.includes(value)
      ? []
      : [{ path, reason: `must be one of ${schema.enum.map((each) => String(each)).join(', ')}, not ${show(value)}` }];
  }
  const types = [schema.type].flat().filter((type): type is string => typeof type === 'string');
  const type = types.find((each) => hasType(value, each));
  if (types.length > 0 && type === undefined)
    return [{ path, reason: `must be ${types.map((each) => typeNames[each] ?? each).join(' or ')}, not ${show(value)}` }];
  if (type === 'string') return validateString(schema, value as string, path);
  if (type === 'integer' || type === 'number') return validateNumber(schema, value as number, path);
  if (type === 'array' && schema.items)
    return (value as unknown[]).flatMap((each, index) => validate(schema.items as Json, each, root, [...path, index]));
  if (type === 'object') return validateObject(schema, value as Json, root, path);
  return [];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
  null: 'empty',
};

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function validateString(schema: Json, value: string, path: Path): Fault[] {
  if (typeof schema.minLength === 'number' && value.length < schema.minLength) return [{ path, reason: 'is empty' }];
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value))
    return [{ path, reason: `has the wrong form: ${show(value)}` }];
  return [];
}

function validateNumber(schema: Json, value: number, path: Path): Fault[] {
  const least = typeof schema.minimum === 'number' ? schema.minimum : -Infinity;
  const most = typeof schema.maximum === 'number' ? schema.maximum : Infinity;
  return value < least || value > most ? [{ path, reason: `must be from ${least} to ${most}, not ${value}` }] : [];
}

function validateObject(schema: Json, value: Json, root: Json, path: Path): Fault[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Json>>;
  const faults: Fault[] = [];
  const add = (more: readonly Fault[]): void => {
    for (const fault of more) faults.push(fault);
  };
  for (const name of (schema.required ?? []) as string[]) {
    if (!Object.hasOwn(value, name) || value[name] === undefined) faults.push({ path: [...path, name], reason: 'is missing' });
  }
  for (const [name, each] of Object.entries(value)) {
    if (each === undefined) continue;
    if (Object.hasOwn(properties, name)) add(validate(properties[name]!, each, root, [...path, name]));
    else if (schema.additionalProperties === false)
      faults.push({ path: [...path, name], reason: 'is not known', allowed: Object.keys(properties) });
    else if (typeof schema.additionalProperties === 'object')
      add(validate(schema.additionalProperties as Json, each, root, [...path, name]));
  }
  return faults;
}

function validateChoice(choices: readonly Json[], value: unknown, root: Json, path: Path): Fault[] {
  const open = choices.flatMap((choice) => unfold(choice, root));
  const type = hasType(value, 'object') ? (value as { type?: unknown }).type : undefined;
  const typed = open.filter((choice) => typeConst(choice) !== undefined);
  if (typed.length === open.length && open.length > 1) {
    const match = typed.find((choice) => typeConst(choice) === type);
    if (match) return validate(match, value, root, path);
    return [
      { path: [...path, 'type'], reason: `${show(type)} may not stand here`, allowed: typed.map((choice) => String(typeConst(choice))) },
    ];
  }
  const tries = open.map((choice) => validate(choice, value, root, path));
  return tries.find((faults) => faults.length === 0) ?? tries.sort((a, b) => a.length - b.length)[0] ?? [];
}

/** A choice that refers to other choices, with these in its place. */
function unfold(choice: Json, root: Json): Json[] {
  const target = typeof choice.$ref === 'string' ? resolve(root, choice.$ref) : choice;
  return Array.isArray(target.anyOf) ? (target.anyOf as Json[]).flatMap((each) => unfold(each, root)) : [target];
}

function typeConst(schema: Json): unknown {
  return ((schema.properties as Json | undefined)?.type as Json | undefined)?.const;
}

function resolve(root: Json, ref: string): Json {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<Json>((at, key) => at[key] as Json, root);
}
