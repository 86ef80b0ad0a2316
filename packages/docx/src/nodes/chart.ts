import { captionOf, is, withUnits, type NodeOf } from '@everyread/core';
import { captionParagraph } from '../caption.js';
import { anchor, flow, paragraph } from '../flow.js';
import { chartRoom } from '../picture/chart-room.js';
import { pictureRun } from '../picture/picture-run.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';
import { tableBlocks } from '../table/table-blocks.js';

/** A chart: its title, the picture drawn from its data with the data in its text alternative, and the table itself. */
export function chart(node: NodeOf<'chart'>, scope: Scope): Out {
  const { job } = scope;
  anchor(scope, node.id);
  const title = captionParagraph(node, scope, { style: 'TableCaption' });
  const picture = job.charts.get(node);
  const drawn =
    picture === undefined
      ? paragraph(scope, node.summary ? [textRun(node.summary, scope)] : [])
      : paragraph(
          { ...scope, frame: { left: scope.frame.left } },
          [pictureRun(picture, { alt: node.summary ?? '' }, { widthPt: scope.width / 20, heightPt: chartRoom(job.design) }, scope)],
          // Not kept with its table: Word would keep it with the first rows and LibreOffice with all, and page numbers would differ.
          { style: 'Picture' },
        );
  const table = node.children.find((child) => is(child, 'table'));
  const rest = node.children.filter((child) => child !== captionOf(node) && child !== table);
  const data = is(table, 'table') ? tableBlocks(node, withUnits(table, node.unit), scope, { title: job.words.chartData }) : [];
  return [...title, ...drawn, ...data, ...flow(rest, scope)];
}
