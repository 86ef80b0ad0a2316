import { printedNumber } from './numbers.js';

/** Short name of a unit → one, and several. */
export const units: Readonly<Record<string, [string, string]>> = {
  km: ['kilometre', 'kilometres'],
  m: ['metre', 'metres'],
  cm: ['centimetre', 'centimetres'],
  mm: ['millimetre', 'millimetres'],
  kg: ['kilogram', 'kilograms'],
  g: ['gram', 'grams'],
  mg: ['milligram', 'milligrams'],
  ml: ['millilitre', 'millilitres'],
  'km/h': ['kilometre an hour', 'kilometres an hour'],
  h: ['hour', 'hours'],
  mph: ['mile an hour', 'miles an hour'],
  ft: ['foot', 'feet'],
  hrs: ['hours', 'hours'],
  hr: ['hour', 'hours'],
  mins: ['minutes', 'minutes'],
  min: ['minute', 'minutes'],
  secs: ['seconds', 'seconds'],
  yrs: ['years', 'years'],
  yr: ['year', 'years'],
  mths: ['months', 'months'],
  mth: ['month', 'months'],
  wks: ['weeks', 'weeks'],
  wk: ['week', 'weeks'],
  sec: ['second', 'seconds'],
  bps: ['basis point', 'basis points'],
  pts: ['points', 'points'],
  MB: ['megabyte', 'megabytes'],
  GB: ['gigabyte', 'gigabytes'],
  TB: ['terabyte', 'terabytes'],
  kWh: ['kilowatt hour', 'kilowatt hours'],
  pt: ['point', 'point'],
  l: ['litre', 'litres'],
  oz: ['ounce', 'ounces'],
  lb: ['pound', 'pounds'],
  lbs: ['pound', 'pounds'],
  tsp: ['teaspoon', 'teaspoons'],
  tbsp: ['tablespoon', 'tablespoons'],
  mpg: ['mile to the gallon', 'miles to the gallon'],
  kcal: ['kilocalorie', 'kilocalories'],
  kW: ['kilowatt', 'kilowatts'],
  µg: ['microgram', 'micrograms'],
  mcg: ['microgram', 'micrograms'],
  ng: ['nanogram', 'nanograms'],
  µm: ['micrometre', 'micrometres'],
  nm: ['nanometre', 'nanometres'],
  mL: ['millilitre', 'millilitres'],
  dl: ['decilitre', 'decilitres'],
  dL: ['decilitre', 'decilitres'],
  L: ['litre', 'litres'],
  mmol: ['millimole', 'millimoles'],
  µmol: ['micromole', 'micromoles'],
  nmol: ['nanomole', 'nanomoles'],
  mol: ['mole', 'moles'],
  mmHg: ['millimetre of mercury', 'millimetres of mercury'],
  kPa: ['kilopascal', 'kilopascals'],
  ha: ['hectare', 'hectares'],
  cells: ['cell', 'cells'],
};
/** The sign for a millionth is two characters that look the same: U+00B5 and the Greek letter U+03BC. */
export const micro = (name: string): string => name.replace('μ', 'µ');
/** Those that may stand apart from their number, and to the power of two or three. */
export const unitPattern =
  'km\\/h|km|cm|mmHg|mmol|mm|kg|mg|mcg|ng|nmol|nm|[µμ](?:g|mol|m)|mol|ml|mL|dl|dL|mph|mpg|ft|hrs|hr|ha|h|mins|min|secs|sec|yrs|yr|mths|mth|wks|wk|bps|pts|MB|GB|TB|kWh|kW|kcal|kPa|pt|tsp|tbsp|oz|lbs|lb|l|L';
/** What a measure may be counted by, after a stroke: “5 mg/ml”. */
export const per: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(units).map(([name, [one]]) => [name, one])),
  s: 'second',
  d: 'day',
  wk: 'week',
};
export const power: Readonly<Record<string, string>> = { '²': 'square ', '2': 'square ', '³': 'cubic ', '3': 'cubic ' };
/** What a number with a unit means; `1` has its own form. */
export const measure = (printed: string, name: string, raised: string | undefined): string =>
  `${printedNumber(printed)} ${raised === undefined ? '' : power[raised]!}${units[micro(name)]![printed === '1' ? 0 : 1]}`;
