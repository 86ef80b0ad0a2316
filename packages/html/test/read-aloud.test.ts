import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { EveryreadError, makeEdition, prepare, walk, type Narration, type PreparedReport, type ReportNode } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { html, toHtml } from '@everyread/html';
import { withSound } from '../src/read-aloud/sound.js';
import { timingOf } from '../src/read-aloud/timing.js';

const text = `---
title: Our year
lang: en-GB
---

# Welcome

One.[^a] Two.

[^a]: A note.

# The end

Three.[^b]

[^b]: Another.
`;

const prepared = (source = text): PreparedReport =>
  prepare(readMarkdown(source, { path: 'report.md' }).report, makeEdition('read-aloud'), { sentences: true });

/** A narration of one second for each sentence; its sound is given, in uneven pieces. */
function narrationOf(report: PreparedReport, sounds: Uint8Array[]): Narration {
  const ids = ['report-title'];
  walk([...(report.root.children as ReportNode[]), ...report.notes.map((note) => note.definition)], (node) => {
    if (node.type === 'sentence') ids.push(node.id);
  });
  return {
    narrator: 'Nobody',
    lang: 'en-GB',
    files: sounds.map((sound, index) => ({
      path: `${index}.mp3`,
      mediaType: 'audio/mpeg',
      durationMs: index === 0 ? ids.length * 1000 : 0,
      byteLength: sound.length,
      body: async function* () {
        for (let at = 0, step = 1; at < sound.length; at += step, step = (step * 7) % 11) yield sound.subarray(at, at + step);
        await Promise.resolve();
      },
    })),
    clips: ids.map((id, index) => ({ id, file: 0, beginMs: index * 1000, endMs: index * 1000 + 1000 })),
  };
}

const page = async (report: PreparedReport, narration: Narration): Promise<string> =>
  new TextDecoder().decode(await toHtml(report, { narration, message: () => undefined }));

describe('a page that reads itself aloud', () => {
  it('says so where it becomes very large, and is still made', async () => {
    const sized = (megabytes: number): Narration => {
      const narration = narrationOf(prepared(), [Uint8Array.of(1, 2, 3)]);
      return { ...narration, files: narration.files.map((file) => ({ ...file, byteLength: megabytes * 1e6 })) };
    };
    const said = async (narration: Narration): Promise<string[]> => {
      const reasons: string[] = [];
      expect((await toHtml(prepared(), { narration, message: (message) => reasons.push(message.reason) })).length).toBeGreaterThan(1000);
      return reasons.filter((reason) => reason.includes('aloud'));
    };
    expect(await said(sized(216))).toEqual([expect.stringMatching(/is 288 MB large, for it holds \d+ minutes of sound$/)]);
    expect(await said(sized(45))).toEqual([]);
  });

  it('holds the sound whole, however it comes in pieces', async () => {
    const sounds = [0, 1, 2, 3, 4, 100, 1001].map((length) => Uint8Array.from({ length }, (_, index) => (index * 37) % 256));
    let out = '';
    for await (const piece of withSound('a<!--everyread-sound-->b', narrationOf(prepared(), sounds)))
      out += new TextDecoder().decode(piece);
    const kept = [...out.matchAll(/<template class="sound" data-ms="\d+">([^<]*)<\/template>/g)].map((match) =>
      Buffer.from(match[1]!, 'base64'),
    );
    expect(kept.map((each) => [...each])).toEqual(sounds.map((each) => [...each]));
    expect(out).toMatch(/^a<template[\s\S]*<\/template>\nb$/);
  });

  it('has a place for each clip, in the order of the text', async () => {
    const report = prepared();
    const narration = narrationOf(report, [new Uint8Array(3)]);
    const out = await page(report, narration);
    const places = narration.clips.map((clip) => out.indexOf(` id="${clip.id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    const inOrder = timingOf(narration).sounds[0]!.clips.map(([id]) => id);
    expect(inOrder).toEqual(narration.clips.map((clip) => clip.id));
    // A note stands at the end of its section, where it is read.
    expect(out.indexOf('A note.')).toBeLessThan(out.indexOf('Three.'));
    expect(out.match(/role="doc-endnotes" aria-label="([^"]*)"/g)).toEqual([
      'role="doc-endnotes" aria-label="Notes: Welcome"',
      'role="doc-endnotes" aria-label="Notes: The end"',
    ]);
  });

  it('shows nothing until its script runs, and allows that script and its own sound alone', async () => {
    const out = await page(prepared(), narrationOf(prepared(), [new Uint8Array(3)]));
    expect(out).toMatch(/<section class="player" aria-label="Read aloud" hidden>/);
    const script = /<script>([\s\S]*?)<\/script>/.exec(out)![1]!;
    const policy = /content="(default-src[^"]*)"/.exec(out)![1]!.replaceAll('&#x27;', "'");
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toContain('media-src blob:');
    expect(policy).not.toMatch(/unsafe|https?:|'self'/);
    expect(script).toContain('["s1",1000,2000]');
    expect(out).toContain('Voice: Nobody<');
    const voices = ['Nobody', 'Llais'].map((title) => ({ title, lang: 'cy', engine: 'x' }));
    expect(await page(prepared(), { ...narrationOf(prepared(), [new Uint8Array(3)]), voices })).toContain('Voice: Nobody; Llais<');
  });

  it('has no player without a narration', async () => {
    const plain = prepare(readMarkdown(text, { path: 'report.md' }).report, makeEdition('screen-reader'));
    expect(new TextDecoder().decode(await toHtml(plain))).not.toMatch(/class="player|media-src|<template/);
    await expect(toHtml(prepared())).rejects.toThrow(EveryreadError);
    expect(html.editions).toContain('read-aloud');
  });

  it('keeps titles and voices with signs of HTML and of scripts as text', async () => {
    const hostile = `</script><b>'"\u2028&amp;`;
    const report = prepared(`---\ntitle: ${JSON.stringify(hostile)}\nlang: en-GB\nidentifier: ${JSON.stringify(hostile)}\n---\n\nText.\n`);
    const out = await page(report, { ...narrationOf(report, [new Uint8Array(3)]), narrator: hostile });
    expect(out.match(/<script/g)).toHaveLength(1);
    expect(out.match(/<\/script>/g)).toHaveLength(1);
    expect(out).not.toContain('<b>');
    expect(() => new Script(/<script>([\s\S]*?)<\/script>/.exec(out)![1]!)).not.toThrow();
  });
});
