import { toText, type PhrasingContent } from '@everyread/core';

/** The rows of a table whose file says not which cells are headers, merged cells given out. */
type Rows = readonly (readonly PhrasingContent[][])[];

/** A sum, a share or a count with its unit, but no year: “£98,000”, “12 %”, “1.2m”. */
const figure = /^[-–−+(]?\s*(?:[£$€¥]\s*)?\d[\d.,\s]*(?:%|per cent|[kmb]n?)?\)?$/i;
const year = /^(?:19|20)\d{2}$/;

const isFigure = (cell: readonly PhrasingContent[]): boolean => {
  const text = toText(cell).trim();
  return figure.test(text) && !year.test(text);
};

/** Whether the first row holds figures as all others do, so that it can head no column: the words at the left say what they are. */
export function holdsFiguresOnly(rows: Rows): boolean {
  return rows.length > 1 && rows.every(([first = [], ...rest]) => /\p{L}/u.test(toText(first)) && rest.length > 0 && rest.every(isFigure));
}

/** Whether two rows head the columns: one cell of the first goes across others, and one goes down beside them. */
export function looksTwoRowed(rows: Rows): boolean {
  const [above = [], below = []] = rows.map((row) => row.map((cell) => toText(cell).trim()));
  const goesDown = above.some((text, column) => text !== '' && text === below[column]);
  const goesAcross = above.some(
    (text, column) => column > 0 && text !== '' && text === above[column - 1] && below[column] !== below[column - 1],
  );
  return rows.length > 2 && goesDown && goesAcross && !rows[1]!.some(isFigure);
}
