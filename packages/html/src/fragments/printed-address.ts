import { addressBeside } from '@everyread/core';
import type { FragmentOptions } from './context.js';

/** What the print style sets behind a link, as the attribute that it takes it from. */
export function printedAddress(url: string, said: string, options: Pick<FragmentOptions, 'printedAddresses'>): { dataAddress?: string } {
  const address = options.printedAddresses ? addressBeside(url, said) : undefined;
  return address === undefined ? {} : { dataAddress: address };
}
