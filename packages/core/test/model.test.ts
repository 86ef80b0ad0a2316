import {
  auditReport,
  build,
  contrastRatio,
  EveryreadError,
  imageSize,
  is,
  memoryAssets,
  nodeTable,
  reachContrast,
  reportDate,
  reportSchema,
  resolveTheme,
  sniffMediaType,
  validate,
  type NodeSpec,
} from '@everyread/core';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

const specs = Object.values(nodeTable) as readonly NodeSpec[];
const text = build.text({ value: 'x' });
const valid = { meta: { title: 'T', lang: 'en' }, root: { type: 'root', children: [build.paragraph({}, [text])] } };

describe('the node table', () => {
  it.each(specs.map((spec) => [spec.type, spec] as const))('%s has a builder, a guard and a schema entry', (type, spec) => {
    const required = Object.fromEntries(
      Object.entries(spec.fields).flatMap(([name, field]) =>
        field.required ? [[name, field.kind === 'number' ? 1 : field.kind === 'enum' ? field.values[0] : 'x']] : [],
      ),
    );
    const node = (build as unknown as Record<string, (fields: object, children: []) => { type: string }>)[type]!(required, []);
    expect(node.type).toBe(type);
    expect(is(node, spec.type as never)).toBe(true);
    const defs = reportSchema.$defs as Record<string, object>;
    expect(validate({ ...defs[type], $defs: defs } as never, node)).toEqual([]);
    expect(validate({ ...defs[type], $defs: defs } as never, { ...node, stranger: 1 })).not.toEqual([]);
  });
});

describe('the JSON Schema', () => {
  const ajv = new Ajv2020.default({ strict: false }).compile(reportSchema);
  it.each([
    ['a report', valid, true],
    ['a report without a title', { ...valid, meta: { lang: 'en' } }, false],
    ['an unknown node', { ...valid, root: { type: 'root', children: [{ type: 'html', value: '<b>' }] } }, false],
    ['a block in a line', { ...valid, root: { type: 'root', children: [build.paragraph({}, [build.thematicBreak() as never])] } }, false],
    ['a chart of an unknown kind', { ...valid, root: { type: 'root', children: [{ type: 'chart', kind: 'blob', children: [] }] } }, false],
    ['a depth of seven', { ...valid, root: { type: 'root', children: [{ type: 'heading', depth: 7, children: [] }] } }, false],
  ])('judges %s as another validator does', (_name, value, expected) => {
    expect(ajv(value)).toBe(expected);
    expect(validate(reportSchema, value).length === 0).toBe(expected);
  });
  it('names the place of a fault, and what is allowed there', () => {
    const [fault] = validate(reportSchema, { ...valid, root: { type: 'root', children: [{ type: 'paragraf', children: [] }] } });
    expect(fault).toMatchObject({ path: ['root', 'children', 0, 'type'] });
    expect(fault!.allowed).toContain('paragraph');
  });
  it('refuses a tree that is nested without end', () => {
    let node: object = { type: 'paragraph', children: [] };
    for (let n = 0; n < 5000; n += 1) node = { type: 'blockquote', children: [node] };
    expect(validate(reportSchema, { ...valid, root: { type: 'root', children: [node] } })[0]!.reason).toBe('is nested too deeply');
  });
});

describe('colours', () => {
  it('are measured as WCAG does', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
  it('of a weak brand are replaced, with a message; of a strong one kept', () => {
    expect(contrastRatio(reachContrast('#ffee00', '#ffffff', 4.5), '#ffffff')).toBeGreaterThanOrEqual(4.5);
    const said: string[] = [];
    const { light, dark } = resolveTheme({ primary: '#ffee00', accent: '#003366' }, 7, undefined, (message) => said.push(message.reason));
    expect(said).toHaveLength(1);
    for (const palette of [light, dark]) {
      for (const name of ['text', 'quiet', 'heading', 'link', 'accent'] as const) {
        expect(contrastRatio(palette[name], palette.background), name).toBeGreaterThanOrEqual(7);
        expect(contrastRatio(palette[name], palette.tint), name).toBeGreaterThanOrEqual(7);
      }
      for (const hue of palette.series) expect(contrastRatio(hue, palette.background)).toBeGreaterThanOrEqual(3);
      expect(contrastRatio(palette.onPrimary, palette.primary)).toBeGreaterThanOrEqual(4.5);
    }
    expect(resolveTheme({ primary: '#003366' }, 7).light.heading).toBe('#003366');
  });
  it('of a pale brand stand behind dark words, and are not darkened into another hue', () => {
    for (const ratio of [4.5, 7] as const)
      for (const primary of ['#ffd400', '#f39200', '#f4a7c3', '#7ac7e0']) {
        const { light } = resolveTheme({ primary }, ratio);
        expect(light.heading).toBe(light.text);
        expect(light.onPrimary).toBe(light.text);
        expect(contrastRatio(light.onPrimary, light.primary)).toBeGreaterThanOrEqual(ratio);
        expect(contrastRatio(light.primary, '#ffffff'), 'still pale').toBeLessThan(3);
        expect(contrastRatio(light.text, light.tint)).toBeGreaterThanOrEqual(ratio);
      }
    expect(resolveTheme({ primary: '#ffd400' }, 4.5).light.primary).toBe('#ffd400');
  });
});

describe('files', () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 3, 0, 0, 0, 2,
  ]);
  it('are known by their bytes', () => {
    expect(sniffMediaType(png)).toBe('image/png');
    expect(imageSize(png, 'image/png')).toEqual({ width: 3, height: 2 });
    expect(sniffMediaType(new TextEncoder().encode('<?xml version="1.0"?><!-- x --><svg viewBox="0 0 4 5"></svg>'))).toBe('image/svg+xml');
    expect(sniffMediaType(new TextEncoder().encode('<html><svg/></html>'))).toBeUndefined();
  });
  it('that are missing or no pictures are refused', async () => {
    const assets = memoryAssets({ 'a.png': png, 'b.png': new Uint8Array([1, 2]) });
    expect(await assets.load('a.png')).toMatchObject({ mediaType: 'image/png', width: 3 });
    await expect(assets.load('b.png')).rejects.toBeInstanceOf(EveryreadError);
    await expect(assets.load('toString')).rejects.toBeInstanceOf(EveryreadError);
  });
});

it('the date of a report is midnight UTC', () => {
  expect(reportDate('2024-03-22').toISOString()).toBe('2024-03-22T00:00:00.000Z');
  expect(reportDate('2024').toISOString()).toBe('2024-01-01T00:00:00.000Z');
  expect(reportDate(undefined).getUTCFullYear()).toBe(2000);
});

it('an audit changes nothing in the report', () => {
  const before = JSON.stringify(valid);
  auditReport(valid as never);
  expect(JSON.stringify(valid)).toBe(before);
});
