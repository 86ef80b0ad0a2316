import type { Steps } from '@everyread/core';
import { laySteps } from '../parts/steps.js';
import type { Pen } from '../pen.js';

export function writeSteps(node: Steps, pen: Pen): void {
  laySteps(node, pen);
}
