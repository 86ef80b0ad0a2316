import { Document, Paragraph } from 'docx';
import { expect, it } from 'vitest';
import { partsOf } from '../src/package/parts.js';

it('takes the same parts from the packer as from the archive that it makes', async () => {
  const make = (): Document => new Document({ title: 'Ŵy & <wy>', sections: [{ children: [new Paragraph('One “&” two')] }] });
  // Names and times that are drawn anew for each document are made equal.
  const steady = (parts: Awaited<ReturnType<typeof partsOf>>): [string, unknown][] =>
    [...parts].map(([path, part]) => [
      path,
      typeof part === 'string' ? part.replace(/rId[\w-]+/g, 'rId').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time') : part,
    ]);
  const direct = steady(await partsOf(make()));
  expect(direct.length).toBeGreaterThan(10);
  expect(direct).toEqual(steady(await partsOf(make(), {})));
});
