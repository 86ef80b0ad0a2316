import { EveryreadError, nearest } from '@everyread/core';
import type { AddCommand } from '../main.js';

/** `everyread syntax chart`: how something is written, with an example. What remedies point to is so on the reader's own computer. */
export const addSyntax: AddCommand = (program, world, end) => {
  program
    .command('syntax')
    .description('show how a report is written, with examples')
    .argument('[name]', 'a directive or a name of the front matter, such as chart or theme; without it all are shown')
    .action(async (name: string | undefined) => {
      const { syntaxDocument } = await import('@everyread/markdown');
      await world.out(name === undefined ? syntaxDocument() : await findSyntax(name));
      end(0);
    });
};

async function findSyntax(name: string): Promise<string> {
  const { syntaxNames, syntaxOf } = await import('@everyread/markdown');
  // As it is written: `:::chart`, `::page`.
  const plain = name.replace(/^:+/, '');
  const found = syntaxOf(plain);
  if (found !== undefined) return found;
  const near = nearest(plain, syntaxNames());
  throw new EveryreadError('misuse', `Nothing in a report is named ${name}`, {
    hint: near ? `Did you mean ${near}?` : '`everyread syntax` shows everything that has a name.',
  });
}
