import { nodeTable, type Field, type NodeSpec } from '@everyread/core';
import { metaFields } from './meta-fields.js';

const specs = Object.values(nodeTable) as readonly NodeSpec[];

/** The words by which `syntaxOf()` knows something: names of directives and of the front matter. */
export function syntaxNames(): string[] {
  return [...specs.flatMap((spec) => spec.directive?.name ?? []), ...Object.keys(metaFields)];
}

/**
 * How one thing is written, in Markdown.
 *
 * @param name - of a directive (`chart`), of a node (`pullQuote`) or of the front matter (`theme`)
 * @returns nothing for a name that is none of them
 */
export function syntaxOf(name: string): string | undefined {
  const spec = specs.find((each) => each.directive?.name === name) ?? specs.find((each) => each.type === name && each.madeBy !== 'pass');
  if (spec) return `${describe(spec)}\n`;
  return Object.hasOwn(metaFields, name) ? `## Front matter\n\n${describeMeta(name as keyof typeof metaFields)}\n` : undefined;
}

function describeMeta(name: keyof typeof metaFields): string {
  const { description, example } = metaFields[name];
  return `- \`${name}\`: ${description} \`${example}\``;
}

/** The text of docs/syntax.md, made from the node table so that it cannot fall behind. */
export function syntaxDocument(): string {
  const plain = specs.filter((spec) => !spec.directive && spec.madeBy !== 'pass' && spec.type !== 'caption');
  const ours = specs.filter((spec) => spec.directive);
  return `${[
    '# How to write a report',
    'This page is made from the node table of `@everyread/core`; `npx everyread syntax` prints it, `npx everyread syntax chart` one part. Everything here works in every edition.',
    'A report is a Markdown file. Plain Markdown (CommonMark with the tables, footnotes, strike-through and task lists of GitHub) is enough; the directives further down add what Markdown has no sign for.',
    '## Front matter',
    'The file begins with a block of names and values between two lines of three dashes. `title` and `lang` are needed; `language` is accepted for `lang`.',
    '```markdown\n---\ntitle: Impact report 2023\nlang: en-GB\ndate: 2024-03-22\n---\n```',
    (Object.keys(metaFields) as (keyof typeof metaFields)[]).map(describeMeta).join('\n'),
    '## Plain Markdown',
    ...plain.map(describe),
    '## Directives',
    'A directive is `:name[text]{attribute="value"}` in a line, `::name[…]{…}` on a line of its own, or a block that begins with `:::name[Title]{…}` and ends with `:::`. A block that holds others needs more colons than they have: `::::steps` around `:::step`. A colon that no such name follows is just a colon: 13:00 stays 13:00.',
    ...ours.map(describe),
  ].join('\n\n')}\n`;
}

function describe(spec: NodeSpec): string {
  const head = spec.directive ? `### ${spec.title}: \`${signs(spec)}\`` : `### ${spec.title}`;
  const fields = spec.directive
    ? Object.entries(spec.fields).map(
        ([name, field]) => `- \`${field.attribute ?? name}\`${field.required ? ' (needed)' : ''}: ${explain(field)}`,
      )
    : [];
  const widest = Math.max(2, ...[...spec.example.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(widest + 1);
  return [head, spec.description, ...(fields.length > 0 ? [fields.join('\n')] : []), `${fence}markdown\n${spec.example}\n${fence}`].join(
    '\n\n',
  );
}

function signs(spec: NodeSpec): string {
  const { name, forms } = spec.directive!;
  return forms.map((form) => `${{ container: ':::', leaf: '::', text: ':' }[form]}${name}`).join('` or `');
}

function explain(field: Field): string {
  const values = field.kind === 'enum' ? ` One of ${field.values.map((value) => `\`${value}\``).join(', ')}.` : '';
  return `${field.description}${values}`;
}
