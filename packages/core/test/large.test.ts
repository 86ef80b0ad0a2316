import { describe, expect, it } from 'vitest';
import { auditReport, build, makeEdition, prepare, reportSchema, validate, type FlowContent, type Report } from '../src/index.js';

/** More of everything than a call takes arguments: a report of such a size is odd, and must not end in an error of the machine. */
const many = 150_000;

const text = (value: string) => build.text({ value });
const reportOf = (children: FlowContent[]): Report => ({ meta: { title: 'T', lang: 'en-GB' }, root: { type: 'root', children } });
const para = (): FlowContent => build.paragraph({}, [text('p')]);

describe('more than a hundred thousand', () => {
  it('headings', () => {
    const report = reportOf(Array.from({ length: many }, () => build.heading({ depth: 2 }, [text('a')])));
    expect(prepare(report, makeEdition('screen-reader')).outline).toHaveLength(many);
  });

  it('headings of a passage', () => {
    const headings = Array.from({ length: many }, () => build.heading({ depth: 1 }, [text('a')]));
    expect(prepare(reportOf([build.div({ lang: 'cy' }, headings)]), makeEdition('screen-reader')).outline).toHaveLength(many);
  });

  it('blocks for one edition', () => {
    const report = reportOf([build.only({ edition: 'braille' }, Array.from({ length: many }, para))]);
    expect(prepare(report, makeEdition('braille')).root.children).toHaveLength(many);
    expect(prepare(report, makeEdition('screen-reader')).root.children).toHaveLength(0);
  });

  it('rows of a table', () => {
    const row = () => build.tableRow({}, [build.tableCell({}, [text('a')])]);
    const found = auditReport(reportOf([build.heading({ depth: 1 }, [text('H')]), build.table({}, Array.from({ length: many }, row))]));
    expect(found.map(({ ruleId }) => ruleId)).toContain('tbl-nocaption');
  });

  it('faults of a value', () => {
    const root = { type: 'root', children: Array.from({ length: many }, () => ({ type: 'nothing' })) };
    expect(validate(reportSchema, { meta: { title: 'T', lang: 'en' }, root })).toHaveLength(many);
  });

  it('places of one name: each gets its own, in time that grows with their number', () => {
    const began = process.cpuUsage().user;
    const pages = Array.from({ length: 30_000 }, () => build.pageBreak({ label: '1' }));
    const blocks = Array.from({ length: 30_000 }, () => build.div({ lang: 'cy', id: 'a' }, [para()]));
    const { targets } = prepare(reportOf([...pages, ...blocks]), makeEdition('screen-reader'));
    expect(targets.size).toBe(60_000);
    // Trying all numbers for each took minutes.
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(15);
  });
});
