import { fill, narratorsOf, type Narration, type Words } from '@everyread/core';
import type { Element } from 'hast';
import { printDuration } from '../download-page/amounts.js';
import { h } from '../fragments/element.js';
import { wordsLanguage } from '../fragments/own-words.js';
import type { Timing } from './timing.js';

/** Speeds that a reader may choose; 1 is as it was spoken. */
const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** Shapes of the buttons, 24 by 24. */
const shapes = {
  listen: 'M7 4.5v15l12.5-7.5z',
  pause: 'M6.5 5h4v14h-4zM13.5 5h4v14h-4z',
  previous: 'M18.5 5v14L9 12zM5.5 5H8v14H5.5z',
  next: 'M5.5 5v14L15 12zM16 5h2.5v14H16z',
  stop: 'M6 6h12v12H6z',
} as const;

/** The player: hidden until its script, without which it does nothing, shows it. */
export function player(narration: Narration, timing: Timing, words: Words, lang: string): Element {
  const { screen } = words;
  const number = new Intl.NumberFormat(words.lang, { maximumFractionDigits: 2 });
  const facts = [
    fill(screen.spokenLength, { duration: printDuration(timing.totalMs, words).words }),
    fill(screen.spokenBy, { name: narratorsOf(narration).join('; ') }),
  ];
  return h(
    'section',
    { className: ['player'], ariaLabel: screen.readAloud, hidden: true, ...wordsLanguage(words, lang) },
    h(
      'div',
      { className: ['player-inner'] },
      h(
        'button',
        { type: 'button', className: ['player-listen'] },
        shape('listen'),
        shape('pause'),
        h('span', { className: ['player-word'] }, screen.listen),
      ),
      button('previous', screen.previousSentence),
      button('next', screen.nextSentence),
      button('stop', screen.stop),
      h(
        'label',
        { className: ['player-speed'] },
        h('span', {}, screen.speed),
        h(
          'select',
          {},
          speeds.map((speed) => h('option', { value: String(speed), selected: speed === 1 }, `${number.format(speed)}×`)),
        ),
      ),
      h('p', { className: ['player-now'] }, facts.join('. ')),
      h('p', { className: ['player-status'], role: 'status' }),
    ),
  );
}

function button(name: 'previous' | 'next' | 'stop', text: string): Element {
  return h(
    'button',
    { type: 'button', className: [`player-${name}`] },
    shape(name),
    h('span', { className: ['player-word', 'player-word-long'] }, text),
  );
}

function shape(name: keyof typeof shapes): Element {
  return h(
    'svg',
    { className: [`shape-${name}`], viewBox: '0 0 24 24', width: '24', height: '24', ariaHidden: 'true', focusable: 'false' },
    h('path', { d: shapes[name] }),
  );
}
