import type { FlowContent } from '@everyread/core';
import { descendant, type XmlElement } from '../xml.js';
import { readChart } from './chart.js';
import { readDiagram } from './diagram.js';
import { writtenAlt } from './pictures.js';
import type { Reader } from './reader.js';

/** What a drawing takes from a part of its own: a chart or a diagram, as blocks; nothing for any other drawing. */
export function readDrawingPart(element: XmlElement, reader: Reader): FlowContent[] | undefined {
  const chart = descendant(element, 'c:chart') ?? descendant(element, 'cx:chart');
  const diagram = descendant(element, 'dgm:relIds');
  const id = chart?.attributes['r:id'] ?? diagram?.attributes['r:dm'];
  if (id === undefined) return undefined;
  const alt = writtenAlt((descendant(element, 'wp:docPr')?.attributes['descr'] ?? '').replace(/\s+/g, ' ').trim(), reader);
  const relationship = reader.relationships.get(id);
  const part = relationship === undefined || relationship.external ? undefined : reader.package.part(relationship.target);
  if (part === undefined) return undefined;
  return chart ? readChart(part, alt, reader) : readDiagram(part, alt, reader);
}
