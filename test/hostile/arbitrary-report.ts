import { nodeTable, type Field, type NodeSpec, type NodeType, type Report, type ReportNode } from '@everyread/core';
import fc, { type Arbitrary } from 'fast-check';

/** Strings that programs trip over. */
const oddText = fc.constantFrom(
  '',
  ' ',
  '\u00a0',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  '\u0001\u0008\u001f',
  '\u2028\u2029',
  '\ufeff\uffff',
  '<b>&amp;</b>',
  ']]>',
  '-->',
  '"\'`\\',
  '{{ }} ${x} %s',
  'ŵ ŷ £ – “quoted”',
  'שלום مرحبا',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301\u0301\u0301',
  '日本語のテキスト',
  'x'.repeat(300),
  '-1,179,818.54',
  'constructor',
  '__proto__',
);
const text: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 8 }) },
  { weight: 1, arbitrary: oddText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const address = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a?b=c&d="e"',
  'mailto:a@example.org',
  'tel:+441234567890',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/hosts',
  '//example.org',
  '#',
  '#somewhere',
  '',
  'http://[',
  '../up',
  'https://user:pass@example.org:99999/',
);
const picture = fc.constantFrom(
  'images/a.png',
  'images/a.png',
  'images/a.png',
  'images/none.png',
  '../a.png',
  '/etc/hosts',
  'https://example.org/a.png',
  'images/text.png',
  '',
);
const language = fc.constantFrom('cy', 'en-GB', 'ar', 'he', 'zh-Hant', 'bn-Latn', 'x', 'not a tag', '');

/** Fields whose text has a meaning of its own. */
const special: Readonly<Record<string, Arbitrary<string>>> = {
  src: picture,
  url: address,
  href: address,
  lang: language,
  target: fc.constantFrom('somewhere', 'nowhere', '', 'a b'),
  identifier: fc.constantFrom('a', 'b', 'A', ''),
  id: fc.constantFrom('somewhere', 'x', 'x', 'a b', '1', 'ü', ''),
  when: fc.constantFrom('2023-09-12', '2023-09-12T13:00/15:00', '2023-13-45', 'soon', ''),
  label: fc.constantFrom('24', 'iv', '', '<24>'),
};

function fieldOf(name: string, field: Field, type: string): Arbitrary<unknown> {
  switch (field.kind) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: field.minimum ?? 0, max: field.maximum ?? 9 });
    case 'enum':
      return fc.constantFrom(...field.values);
    case 'string':
      return type === 'code' && name === 'lang' ? text : (special[name] ?? text);
  }
}

/** Fields that passes set. */
const setByPass = new Set([
  'footnoteReference.id',
  'footnoteReference.number',
  'footnoteDefinition.id',
  'footnoteDefinition.number',
  'pageBreak.id',
]);

function fieldsOf(spec: NodeSpec): Arbitrary<object> {
  const entries = Object.entries(spec.fields).filter(([name]) => !setByPass.has(`${spec.type}.${name}`));
  const required = entries.filter(([, field]) => field.required).map(([name]) => name);
  return fc.record(Object.fromEntries(entries.map(([name, field]) => [name, fieldOf(name, field, spec.type)])), { requiredKeys: required });
}

const specs: readonly NodeSpec[] = Object.values(nodeTable);
const byPlace = (place: 'block' | 'inline'): NodeSpec[] => specs.filter((spec) => spec.place.includes(place) && spec.madeBy !== 'pass');

function childrenOf(spec: NodeSpec, depth: number): Arbitrary<ReportNode[]> | undefined {
  const { children } = spec;
  const most = { maxLength: depth > 2 ? 1 : 3 };
  const caption =
    'caption' in children && children.caption ? fc.option(node('caption', depth + 1), { nil: undefined }) : fc.constant(undefined);
  const withCaption = (body: Arbitrary<ReportNode[]>): Arbitrary<ReportNode[]> =>
    fc.tuple(caption, body).map(([first, rest]) => (first ? [first, ...rest] : rest));
  switch (children.kind) {
    case 'phrasing':
      return fc.array(anyOf('inline', depth + 1), most);
    case 'flow':
      return withCaption(fc.array(anyOf('block', depth + 1), most));
    case 'parts':
      return withCaption(
        fc.array(fc.oneof(...children.of.map((type) => node(type as NodeType, depth + 1))), {
          minLength: spec.type === 'dataTable' || spec.type === 'chart' ? 1 : 0,
          maxLength: spec.type === 'dataTable' || spec.type === 'chart' ? 1 : 4,
        }),
      );
    default:
      return undefined;
  }
}

function node(type: NodeType, depth: number): Arbitrary<ReportNode> {
  const spec = nodeTable[type] as NodeSpec;
  const children = childrenOf(spec, depth);
  return fc
    .tuple(fieldsOf(spec), children ?? fc.constant(undefined))
    .map(
      ([fields, inside]) =>
        ({ type, ...(type === 'text' ? { value: '' } : {}), ...fields, ...(inside ? { children: inside } : {}) }) as ReportNode,
    );
}

/** Deep down only words are left, so that a document ends. */
function anyOf(place: 'block' | 'inline', depth: number): Arbitrary<ReportNode> {
  if (depth > 4) return place === 'inline' ? node('text', depth) : fc.constant({ type: 'thematicBreak' } as ReportNode);
  const choices = byPlace(place).map((spec) => ({
    weight: spec.type === 'text' ? 12 : spec.type === 'paragraph' || spec.type === 'heading' ? 4 : 1,
    type: spec.type as NodeType,
  }));
  const total = choices.reduce((sum, choice) => sum + choice.weight, 0);
  // Chosen first and built then: building all of them at every level would never end.
  return fc.integer({ min: 0, max: total - 1 }).chain((at) => {
    let rest = at;
    const choice = choices.find(({ weight }) => (rest -= weight) < 0)!;
    return node(choice.type, depth);
  });
}

/** Reports that the JSON Schema allows, and hardly anybody would write. */
export const arbitraryReport: Arbitrary<Report> = fc
  .record({
    title: text.filter((title) => title.trim() !== ''),
    lang: fc.constantFrom('en-GB', 'cy', 'ar', 'de'),
    publisher: fc.option(text, { nil: undefined }),
    children: fc.array(anyOf('block', 0), { minLength: 1, maxLength: 6 }),
  })
  .map(({ title, lang, publisher, children }) => ({
    meta: { title, lang, ...(publisher ? { publisher } : {}) },
    root: { type: 'root', children: children as Report['root']['children'] },
  }));
