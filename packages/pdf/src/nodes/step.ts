import type { Step } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A step is written by its sequence. */
export function writeStep(_node: Step, _pen: Pen): void {}
