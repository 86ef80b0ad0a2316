import type { Children, Field } from './define.js';
import { metaSchema } from './meta.js';
import { nodeTable } from './node-table.js';

type Json = Readonly<Record<string, unknown>>;

const specs = Object.values(nodeTable);
const named = (place: 'block' | 'inline'): Json => ({
  anyOf: specs.filter((spec) => (spec.place as readonly string[]).includes(place)).map((spec) => ({ $ref: `#/$defs/${spec.type}` })),
});

function fieldSchema(field: Field): Json {
  const { description } = field;
  switch (field.kind) {
    case 'string':
      return { type: 'string', description };
    case 'boolean':
      return { type: 'boolean', description };
    case 'number':
      return {
        type: 'integer',
        description,
        ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
        ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
      };
    case 'enum':
      return { enum: [...field.values], description };
  }
}

function childrenSchema(children: Children): Json | undefined {
  const ref = (type: string): Json => ({ $ref: `#/$defs/${type}` });
  const caption = 'caption' in children && children.caption ? [ref('caption')] : [];
  switch (children.kind) {
    case 'flow':
      return { type: 'array', items: caption.length > 0 ? { anyOf: [...caption, ref('flow')] } : ref('flow') };
    case 'phrasing':
      return { type: 'array', items: ref('phrasing') };
    case 'parts':
      return { type: 'array', items: { anyOf: [...caption, ...children.of.map(ref), ...(children.also ? [ref('flow')] : [])] } };
    case 'value':
    case 'none':
      return undefined;
  }
}

/** Fields that mdast writes and the table leaves to it. */
const mdastFields: Readonly<Record<string, Json>> = {
  table: { align: { type: ['array', 'null'], items: { enum: ['left', 'right', 'center', null] } } },
  list: { start: { type: ['integer', 'null'] }, ordered: { type: ['boolean', 'null'] }, spread: { type: ['boolean', 'null'] } },
  listItem: { checked: { type: ['boolean', 'null'] }, spread: { type: ['boolean', 'null'] } },
  image: { alt: { type: ['string', 'null'] }, title: { type: ['string', 'null'] } },
  link: { title: { type: ['string', 'null'] } },
  code: { lang: { type: ['string', 'null'] }, meta: { type: ['string', 'null'] } },
};

function makeSchema(): Json {
  const $defs: Record<string, Json> = { flow: named('block'), phrasing: named('inline') };
  for (const spec of specs) {
    const children = childrenSchema(spec.children);
    const fields = Object.entries(spec.fields as Record<string, Field>);
    $defs[spec.type] = {
      type: 'object',
      title: spec.title,
      description: spec.description,
      required: ['type', ...fields.filter(([, field]) => field.required).map(([name]) => name), ...(children ? ['children'] : [])],
      properties: {
        type: { const: spec.type },
        ...Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)])),
        ...mdastFields[spec.type],
        ...(children ? { children } : {}),
        position: { type: 'object' },
        data: { type: 'object' },
      },
      additionalProperties: false,
    };
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Everyread report',
    type: 'object',
    required: ['meta', 'root'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      meta: metaSchema,
      root: {
        type: 'object',
        required: ['type', 'children'],
        additionalProperties: false,
        properties: {
          type: { const: 'root' },
          children: { type: 'array', items: { $ref: '#/$defs/flow' } },
          position: { type: 'object' },
          data: { type: 'object' },
        },
      },
    },
    $defs,
  };
}

/** JSON Schema (2020-12) of a report: any language can feed Everyread with JSON that it accepts. */
export const reportSchema: Json = makeSchema();
