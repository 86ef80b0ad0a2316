import { nearest, type EnumField, type Field, type NodeSpec } from '@everyread/core';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Reporter } from './messages.js';

/** Turns the attributes of a directive into the fields of its node; what cannot be used is a message. */
export function readAttributes(
  node: ContainerDirective | LeafDirective | TextDirective,
  spec: NodeSpec,
  reporter: Reporter,
): Record<string, unknown> {
  const byAttribute = new Map(Object.entries(spec.fields).map(([name, field]) => [field.attribute ?? name, { name, field }] as const));
  const fields: Record<string, unknown> = {};
  for (const [attribute, raw] of Object.entries(node.attributes ?? {})) {
    const target = byAttribute.get(attribute);
    if (target === undefined) {
      const near = nearest(attribute, [...byAttribute.keys()]);
      reporter.say('unknown-attribute', {
        node,
        reason: `${node.name} has no attribute ${attribute}`,
        note: near
          ? `Did you mean ${near}?`
          : byAttribute.size > 0
            ? `It takes ${[...byAttribute.keys()].join(', ')}.`
            : 'It takes no attributes.',
      });
      continue;
    }
    const value = readValue(raw ?? '', target.field);
    if (value === undefined) {
      reporter.say('invalid-attribute', {
        node,
        reason: `${node.name} has ${attribute}="${raw ?? ''}", which is not allowed`,
        note: wanted(attribute, target.field),
      });
    } else fields[target.name] = value;
  }
  for (const [attribute, { name, field }] of byAttribute) {
    if (!field.required || Object.hasOwn(fields, name) || Object.hasOwn(node.attributes ?? {}, attribute)) continue;
    reporter.say('invalid-attribute', {
      node,
      reason: `${node.name} needs the attribute ${attribute}`,
      note: `${wanted(attribute, field)} ${field.description}`,
    });
    if (field.kind === 'string') fields[name] = '';
    if (field.kind === 'enum') fields[name] = field.values[0];
  }
  return fields;
}

function readValue(raw: string, field: Field): unknown {
  switch (field.kind) {
    case 'string':
      // `alt=""` is kept: an empty text alternative is a fault that the audit names.
      return raw;
    case 'boolean':
      return raw === '' || raw === 'true' || raw === 'yes' ? true : raw === 'false' || raw === 'no' ? false : undefined;
    case 'number': {
      const value = Number(raw);
      const fits = /^\d+$/.test(raw) && value >= (field.minimum ?? 0) && value <= (field.maximum ?? Number.MAX_SAFE_INTEGER);
      return fits ? value : undefined;
    }
    case 'enum':
      return readWord(raw.trim().toLowerCase(), field);
  }
}

function readWord(raw: string, field: EnumField): string | undefined {
  if (field.values.includes(raw)) return raw;
  return field.aliases && Object.hasOwn(field.aliases, raw) ? field.aliases[raw] : undefined;
}

function wanted(attribute: string, field: Field): string {
  switch (field.kind) {
    case 'string':
      return `Write ${attribute}="…".`;
    case 'boolean':
      return `Write ${attribute} by itself, or leave it out.`;
    case 'number':
      return `Write ${attribute}= and a whole number${field.maximum === undefined ? '' : ` from ${field.minimum ?? 0} to ${field.maximum}`}.`;
    case 'enum':
      return `Write ${attribute}= and one of ${field.values.join(', ')}.`;
  }
}
