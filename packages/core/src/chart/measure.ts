import { largest } from '../extent.js';
/** Advance widths of Atkinson Hyperlegible Next from space to tilde, in thousandths of the type size. */
const widths = {
  regular: table(
    '280 286 301 651 592 919 731 160 299 299 485 606 210 362 210 387 648 407 548 576 614 588 598 510 615 595 210 210 553 628 553 480 778 626 613 645 669 569 552 694 694 392 512 631 541 824 693 714 592 724 614 592 558 690 593 856 623 575 607 317 387 344 552 372 243 525 566 485 564 538 314 558 550 252 245 492 262 845 550 548 566 574 349 471 326 540 461 684 481 449 460 344 237 344 555',
  ),
  bold: table(
    '312 303 390 765 610 969 725 210 335 335 485 595 271 373 272 440 659 440 579 600 624 607 626 537 624 571 272 272 569 612 569 547 781 678 643 658 688 597 566 718 701 424 561 663 552 858 717 746 629 756 650 610 607 686 644 886 685 650 618 340 440 344 582 400 288 552 596 510 596 563 365 593 571 300 259 555 318 882 571 576 596 599 376 508 376 567 530 740 539 521 505 381 254 381 537',
  ),
};

function table(words: string): number[] {
  return words.split(' ').map((word) => Number(word) / 1000);
}

/** A charity may set its own font: room for one that runs a little wider. */
const allowance = 1.05;

/**
 * Estimates the width of a line of text, so that a chart can be laid out without a font at hand.
 *
 * @returns CSS pixels, rather too many than too few
 */
export function measureText(text: string, sizePx: number, weight: 'regular' | 'bold' = 'regular'): number {
  let em = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    em += widths[weight][code - 32] ?? otherWidth(code);
  }
  return em * sizePx * allowance;
}

function otherWidth(code: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code === 0x2014 || code === 0xbd || code === 0x2026) return 0.85;
  // East Asian wide forms and emoji fill a square (Unicode Standard Annex 11).
  if (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f300
  )
    return 1.05;
  return 0.62;
}

/** Breaks a text into lines that fit; a word longer than the line is cut. */
export function wrapText(text: string, widthPx: number, sizePx: number, weight: 'regular' | 'bold' = 'regular'): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measureText(longer, sizePx, weight) <= widthPx) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (measureText(line, sizePx, weight) > widthPx && [...line].length > 1) {
      const fitting = fittingPart(line, widthPx, sizePx, weight);
      lines.push(fitting);
      line = line.slice(fitting.length);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function fittingPart(word: string, widthPx: number, sizePx: number, weight: 'regular' | 'bold'): string {
  let part = '';
  for (const character of word) {
    if (part !== '' && measureText(part + character, sizePx, weight) > widthPx) break;
    part += character;
  }
  return part;
}

/** Width of the widest word: less room than this would cut one. */
export function widestWord(text: string, sizePx: number, weight: 'regular' | 'bold' = 'regular'): number {
  return largest(
    text.split(/\s+/).map((word) => measureText(word, sizePx, weight)),
    0,
  );
}
