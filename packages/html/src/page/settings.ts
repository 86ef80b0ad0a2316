import type { ScreenWords } from '@everyread/core';
import type { Element } from 'hast';
import { h } from '../fragments/element.js';
import type { OtherLanguage } from '../fragments/own-words.js';

/** One setting: its name in `data-…` on the root element, and its choices, the first being the normal one. */
interface Setting {
  name: string;
  title: keyof ScreenWords;
  choices: readonly (readonly [value: string, title: keyof ScreenWords])[];
}

const settings: readonly Setting[] = [
  {
    name: 'size',
    title: 'textSize',
    choices: [
      ['', 'normal'],
      ['large', 'large'],
      ['larger', 'larger'],
      ['largest', 'largest'],
    ],
  },
  {
    name: 'spacing',
    title: 'spacing',
    choices: [
      ['', 'normal'],
      ['wide', 'wide'],
      ['wider', 'wider'],
    ],
  },
  {
    name: 'width',
    title: 'lineWidth',
    choices: [
      ['', 'normal'],
      ['narrow', 'narrow'],
      ['full', 'full'],
    ],
  },
  {
    name: 'colours',
    title: 'colours',
    choices: [
      ['', 'automatic'],
      ['light', 'light'],
      ['dark', 'dark'],
      ['cream', 'cream'],
      ['strong', 'strong'],
    ],
  },
  {
    name: 'font',
    title: 'font',
    choices: [
      ['', 'fontClear'],
      ['sans', 'fontSans'],
      ['serif', 'fontSerif'],
    ],
  },
  {
    name: 'motion',
    title: 'motion',
    choices: [
      ['', 'automatic'],
      ['off', 'motionOff'],
    ],
  },
];

/** The reading settings: radio buttons in named groups. Hidden until the script, without which they do nothing, shows them. */
export function settingsPanel(words: ScreenWords, id: string, language: OtherLanguage = {}): Element {
  return h(
    'div',
    { className: ['settings'], id, hidden: true, ...language },
    h(
      'div',
      { className: ['settings-groups'] },
      settings.map((setting) =>
        h(
          'fieldset',
          {},
          h('legend', {}, words[setting.title] as string),
          setting.choices.map(([value, title], index) =>
            h('label', {}, h('input', { type: 'radio', name: setting.name, value, checked: index === 0 }), words[title] as string),
          ),
        ),
      ),
    ),
    h('button', { type: 'button', className: ['settings-reset'] }, words.reset),
  );
}
