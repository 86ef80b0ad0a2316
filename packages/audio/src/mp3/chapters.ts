import { is, toText, walk, type Narration, type PreparedReport, type ReportNode } from '@everyread/core';
import { titleId } from '../plan/plan.js';
import type { Chapter } from './id3.js';

/** Milliseconds at which each file begins when all are played one after the other. */
export function fileStartsMs(narration: Narration): number[] {
  let at = 0;
  return narration.files.map((file) => {
    const start = at;
    at += file.durationMs;
    return start;
  });
}

/** A chapter for the title and one for each heading, in order; each ends where the next begins. */
export function chaptersOf(report: PreparedReport, narration: Narration): Chapter[] {
  const starts = fileStartsMs(narration);
  const clips = new Map(narration.clips.map((clip) => [clip.id, clip]));
  const begins: { title: string; beginMs: number }[] = [];
  const add = (id: string, title: string): void => {
    const clip = clips.get(id);
    if (clip !== undefined) begins.push({ title, beginMs: Math.round(starts[clip.file]! + clip.beginMs) });
  };
  add(titleId, report.meta.title);
  walk(report.root.children as ReportNode[], (node) => {
    if (!is(node, 'heading')) return;
    const sentence = node.children.find((child) => is(child, 'sentence'));
    if (is(sentence, 'sentence')) add(sentence.id, toText(node));
  });
  const end = Math.floor(narration.files.reduce((sum, file) => sum + file.durationMs, 0));
  return begins.map((begin, index) => ({ ...begin, endMs: begins[index + 1]?.beginMs ?? end }));
}
