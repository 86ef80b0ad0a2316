import { build, is, type PhrasingContent } from '@everyread/core';
import { joinRuns } from '../line.js';
import type { Reader } from './reader.js';

/** A link, but for one that is around the mark of a note alone. */
export function link(url: string, children: PhrasingContent[]): PhrasingContent[] {
  // The mark of a note leads there by itself.
  if (children.every((each) => is(each, 'footnoteReference'))) return children;
  return [build.link({ url }, children)];
}

/** Turns the result of a field into what the field means. */
export function closeField(instruction: string, result: PhrasingContent[], reader: Reader): PhrasingContent[] {
  const words = instruction.trim().match(/"[^"]*"|\S+/g) ?? [];
  const unquote = (word: string | undefined): string => (word ?? '').replace(/^"|"$/g, '');
  const place = (word: string | undefined): string => reader.source.placeOf(unquote(word));
  const switches = words.filter((word) => word.startsWith('\\')).map((word) => word.toLowerCase());
  switch (words[0]?.toUpperCase()) {
    case 'HYPERLINK': {
      const anchorAt = words.findIndex((word) => word.toLowerCase() === '\\l');
      const anchor = anchorAt >= 0 ? place(words[anchorAt + 1]) : undefined;
      const address = words[1]?.startsWith('\\') ? '' : unquote(words[1]);
      return link(anchor === undefined ? address : `${address}#${anchor}`, joinRuns(result));
    }
    case 'NOTEREF': {
      const identifier = reader.noteNames.get(place(words[1]));
      return identifier === undefined ? result : [build.footnoteReference({ identifier, label: identifier })];
    }
    case 'PAGEREF':
      return [build.crossReference({ target: place(words[1]), show: 'page' }, joinRuns(result))];
    case 'REF':
      return [
        build.crossReference(
          { target: place(words[1]), show: switches.includes('\\n') || switches.includes('\\r') ? 'number' : 'text' },
          joinRuns(result),
        ),
      ];
    case 'TOC':
    case 'INDEX':
    case 'XE':
    case 'TC':
      return [];
    case 'FORMCHECKBOX':
    case 'FORMDROPDOWN':
      reader.findings.count('import-not-kept', 'A form field was left out');
      return result;
    case 'PAGE':
    case 'NUMPAGES':
    case 'SECTIONPAGES':
      reader.findings.count('import-contents', 'Page numbers were left out of the text');
      return [];
    default:
      return result;
  }
}
