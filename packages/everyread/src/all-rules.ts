import type { RuleSpec } from '@everyread/core';
import { assetRules } from './assets/rules.js';
import { outputRules } from './output/rules.js';
import { sourceRules } from './source/rules.js';

/** The packages that say something of documents; each exports its rules as tables made by `defineRules()`. */
const packages: readonly (() => Promise<object>)[] = [
  () => import('@everyread/core'),
  () => import('@everyread/markdown'),
  () => import('@everyread/import'),
  () => import('@everyread/html'),
  () => import('@everyread/docx'),
  () => import('@everyread/pdf'),
  () => import('@everyread/epub'),
  () => import('@everyread/mobi'),
  () => import('@everyread/braille'),
  () => import('@everyread/audio'),
  () => import('@everyread/daisy'),
  () => import('@everyread/check'),
];

/** Every rule of every package, by id. */
export async function allRules(): Promise<ReadonlyMap<string, RuleSpec>> {
  const rules = new Map<string, RuleSpec>();
  const add = (table: Readonly<Record<string, RuleSpec>>): void => {
    for (const rule of Object.values(table)) rules.set(rule.id, rule);
  };
  for (const module of await Promise.all(packages.map((load) => load()))) {
    for (const exported of Object.values(module)) if (isRuleTable(exported)) add(exported);
  }
  add(outputRules);
  add(sourceRules);
  add(assetRules);
  return new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRuleTable(value: unknown): value is Record<string, RuleSpec> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value as Record<string, Partial<RuleSpec> | null>);
  return (
    entries.length > 0 && entries.every(([id, rule]) => rule?.id === id && typeof rule.mend === 'string' && typeof rule.why === 'string')
  );
}
