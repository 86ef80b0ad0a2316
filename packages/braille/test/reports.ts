import { build, type FlowContent, type Report } from '@everyread/core';

export const text = (value: string) => build.text({ value });
export const para = (value: string) => build.paragraph({}, [text(value)]);
export const head = (depth: 1 | 2 | 3, value: string) => build.heading({ depth }, [text(value)]);

/** A report in English with the given blocks. */
export function reportOf(children: FlowContent[], lang = 'en-GB'): Report {
  return { meta: { title: 'Our year', lang, author: 'A Charity', date: '2024-03-22' }, root: { type: 'root', children } };
}

const words = 'the people of our community worked together in workshops and shared what they had learnt about lasting change'.split(' ');

/** Text that is the same each time. */
export function prose(seed: number, count: number): string {
  let state = seed * 2654435761 + 1;
  const out: string[] = [];
  for (let i = 0; i < count; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    out.push(state % 11 === 0 ? String(state % 2000) : words[state % words.length]!);
  }
  return `${out.join(' ')}.`;
}

/** A long report: sections with subsections, lists, quotations and tables. */
export function longReport(sections: number, paragraphs = 4): Report {
  const children: FlowContent[] = [];
  for (let s = 0; s < sections; s += 1) {
    children.push(head(1, `Section ${s + 1} of what we did`));
    for (let p = 0; p < paragraphs; p += 1) {
      if (p % 2 === 1) children.push(head(2, `Part ${s + 1}.${p}`));
      children.push(para(prose(s * 31 + p, 90)));
    }
    children.push(
      build.list({ ordered: s % 2 === 0 }, [
        build.listItem({}, [para(prose(s, 12)), build.list({}, [build.listItem({}, [para(prose(s + 5, 18))])])]),
        build.listItem({}, [para(prose(s + 1, 6))]),
      ]),
      build.pullQuote({ by: 'Amy Ramsay', role: 'a participant' }, [para(prose(s + 2, 40))]),
    );
  }
  return reportOf(children);
}
