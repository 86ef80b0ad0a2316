import type { Card } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A card is written by its group. */
export function writeCard(_node: Card, _pen: Pen): void {}
