import type { Cards } from '@everyread/core';
import { layCards } from '../parts/cards.js';
import type { Pen } from '../pen.js';

export function writeCards(node: Cards, pen: Pen): void {
  layCards(node, pen);
}
