import { EveryreadError, reportDate } from '@everyread/core';

/**
 * The date that goes into files: SOURCE_DATE_EPOCH (seconds since 1970), else the report's date, never the clock.
 *
 * @throws {EveryreadError} code `misuse`, when SOURCE_DATE_EPOCH is no whole number of seconds
 */
export function runDate(reportedDate: string | undefined, epoch: string | undefined): Date {
  if (epoch === undefined || epoch === '') return reportDate(reportedDate);
  const date = new Date(Number(epoch) * 1000);
  // ZIP files and PDF hold years of four digits.
  if (!/^\d+$/.test(epoch) || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) {
    throw new EveryreadError('misuse', `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}, which is no number of seconds`, {
      hint: 'Set it to whole seconds since 1970, or unset it.',
    });
  }
  return date;
}
