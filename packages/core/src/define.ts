/**
 * The vocabulary in which the node table is written. One entry of the table gives a node its
 * type, its Markdown syntax, its builder, its guard, its JSON Schema and its page in docs/syntax.md.
 */

interface FieldBase {
  /** What the field holds, in plain words: printed in docs/syntax.md and in the JSON Schema. */
  readonly description: string;
  /** Whether a node without the field is invalid. */
  readonly required?: boolean;
  /** The attribute in Markdown, where it differs from the field's name. */
  readonly attribute?: string;
}

/** A field of text. */
export interface StringField extends FieldBase {
  readonly kind: 'string';
}

/** A field that is there or not (`decorative`). */
export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
}

/** A whole number. */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One of a few words. `aliases` are accepted in Markdown and mapped to a value. */
export interface EnumField extends FieldBase {
  readonly kind: 'enum';
  readonly values: readonly string[];
  readonly aliases?: Readonly<Record<string, string>>;
}

/** What a field of a node may be. */
export type Field = StringField | BooleanField | NumberField | EnumField;
/** The fields of a node by name. */
export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F extends Field> = F extends BooleanField
  ? boolean
  : F extends NumberField
    ? number
    : F extends EnumField
      ? F['values'][number]
      : string;

type RequiredKeys<T extends Fields> = { [K in keyof T]: T[K]['required'] extends true ? K : never }[keyof T];

/** The TypeScript type of the fields of a table entry. */
export type FieldValues<T extends Fields> = { [K in RequiredKeys<T>]: ValueOf<T[K]> } & {
  [K in Exclude<keyof T, RequiredKeys<T>>]?: ValueOf<T[K]>;
};

/** What a node may contain. `parts` are nodes that stand only inside this one. */
export type Children =
  | { readonly kind: 'flow'; readonly caption?: boolean }
  | { readonly kind: 'phrasing' }
  | { readonly kind: 'parts'; readonly of: readonly string[]; readonly caption?: boolean; readonly also?: 'flow' }
  | { readonly kind: 'value' }
  | { readonly kind: 'none' };

/** How a node is written in Markdown with directives. */
export interface DirectiveSyntax {
  /** The word after the colons. */
  readonly name: string;
  /** `container` is `:::name`, `leaf` is `::name`, `text` is `:name`. */
  readonly forms: readonly ('container' | 'leaf' | 'text')[];
  /** What the text in square brackets becomes. */
  readonly label?: 'caption' | 'children';
}

/** One entry of the node table: all that is known of a node. */
export interface NodeSpec {
  readonly type: string;
  /** The node's name for people. */
  readonly title: string;
  /** What it is for, one or two sentences. */
  readonly description: string;
  /** Where it may stand: among blocks, inside a line, or only inside a certain parent. */
  readonly place: readonly ('block' | 'inline' | 'part')[];
  readonly children: Children;
  readonly fields: Fields;
  /** Absent for the nodes of plain Markdown and for those that a pass makes. */
  readonly directive?: DirectiveSyntax;
  /** Who makes the node: the author in Markdown, or a pass. */
  readonly madeBy?: 'pass';
  /** A complete piece of Markdown that yields the node. */
  readonly example: string;
}

/** Checks an entry and keeps its literal types. */
export function defineNode<const T extends NodeSpec>(spec: T): T {
  return spec;
}
