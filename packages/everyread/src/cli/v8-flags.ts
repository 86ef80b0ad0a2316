import { setFlagsFromString } from 'node:v8';

/**
 * How often code must run before V8 optimises it, by the major version of Node: six times V8's own number, and fifteen times.
 *
 * A build is over before code that was optimised early pays back what that cost: of 0.47 s of processor time that the report took
 * to an EPUB, 0.14 s went into optimising; a report twelve times as long, and all text editions at once, gain as much. Optimised later
 * still, the processor is no less busy, and a long report takes longer: meanwhile its code is slow.
 * V8 prints an error for a flag that it does not know, so a version that nobody has tried keeps its own number.
 */
const flags: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=400000',
  22: '--invocation-count-for-turbofan=45000',
  24: '--invocation-count-for-turbofan=45000',
};

/** The flag for a version of Node, if one is known for it. */
export const lateFlag = (nodeVersion: string): string | undefined => flags[nodeVersion.split('.')[0]!];

/** Tells V8 of this process, its threads included, to optimise late. */
export function optimiseLate(): void {
  const flag = lateFlag(process.versions.node);
  if (flag !== undefined) setFlagsFromString(flag);
}

/**
 * How much code V8 may draw into a function when it optimises it: a fifth of its own number. eSpeak NG is one program of large
 * functions, translated to JavaScript. With others drawn in, the one that makes its sound takes 0.2 s to optimise, and does so ten
 * times, in each thread, until V8 has seen all that can happen in it.
 */
const inlineFlags: Readonly<Record<string, string>> = { 20: '--max-inlined-bytecode-size-cumulative=200' };

/** The flag for a version of Node, if one is known for it. */
export const inlineFlag = (nodeVersion: string): string | undefined => inlineFlags[nodeVersion.split('.')[0]!];

/** Tells V8 of this process, its threads included, to draw in little. */
export function inlineLittle(): void {
  const flag = inlineFlag(process.versions.node);
  if (flag !== undefined) setFlagsFromString(flag);
}
