import { build, toText, withUnits, type Table, type TableCell } from '@everyread/core';
import { expect, test } from 'vitest';

const cell = (...children: TableCell['children']): TableCell => build.tableCell({}, children);
const text = (value: string) => build.text({ value });

function printed(unit: string | undefined, ...cells: TableCell[]): TableCell[] {
  const head = build.tableRow({}, [cell(text('Year')), ...cells.map(() => cell(text('2023')))]);
  const row = build.tableRow({}, [cell(text('2022')), ...cells]);
  const table: Table = build.table({}, [head, row]);
  const { children } = withUnits(table, unit);
  expect(children[0]!.children.map((each) => toText(each))).toEqual(['Year', ...cells.map(() => '2023')]);
  expect(toText(children[1]!.children[0]!)).toBe('2022');
  return children[1]!.children.slice(1);
}

test('bare figures get the unit of their chart, signs and all', () => {
  const said = (unit: string | undefined, ...values: string[]) =>
    printed(unit, ...values.map((value) => cell(text(value)))).map((each) => toText(each));
  expect(said('%', '48.6', '51.4%', 'n/a', '')).toEqual(['48.6%', '51.4%', 'n/a', '']);
  expect(said('£', '1,000', '−5', '£7')).toEqual(['£1,000', '−£5', '£7']);
  // Accounts count in thousands: £455,000 is what is meant, and not “455 £000”.
  expect(said('£000', '455', '-310', '1,204', '8.5')).toEqual(['£455,000', '-£310,000', '£1,204,000', '£8.5 thousand']);
  expect(said('£m', '1.2')).toEqual(['£1.2m']);
  expect(said('p', '34')).toEqual(['34p']);
  expect(said('people', '12')).toEqual(['12 people']);
  expect(said(undefined, '12')).toEqual(['12']);
});

test('the unit stands beside the figure, before what a cell holds after it', () => {
  const page = build.pageBreak({ label: '9' });
  const [after, signed] = printed('%', cell(text('48.6'), page), cell(page, text('48.6')));
  expect(after!.children.map((child) => child.type)).toEqual(['text', 'text', 'pageBreak']);
  expect(signed!.children.map((child) => child.type)).toEqual(['pageBreak', 'text', 'text']);
  const [minus] = printed('£', cell(page, text('−5')));
  expect(minus!.children.map((child) => child.type)).toEqual(['pageBreak', 'text']);
});
