import type { Node } from 'unist';
import type { VFileMessage } from 'vfile-message';
import { makeEdition } from '../contracts/edition.js';
import { ruleMessage } from '../contracts/rule.js';
import { childrenOf } from '../guards.js';
import type { Meta, PlaceOfMeta } from '../meta.js';
import { normalise } from '../passes/normalise.js';
import { prepare } from '../prepare.js';
import type { PreparedReport, Report } from '../report.js';
import { toText } from '../text.js';
import { resolveTheme } from '../theme/theme.js';
import type { NodeOf, NodeType, ReportNode } from '../types.js';
import { checkDocument } from './document.js';
import { checkHeadings } from './headings.js';
import { checkPictures } from './pictures.js';
import { auditLimits, type AuditLimits } from './limits.js';
import { checkLinks } from './links.js';
import { checkParagraphs } from './paragraphs.js';
import { checkReadability } from './readability.js';
import { documentRules } from './rules.js';
import { checkTables } from './tables.js';

/** Id of a rule that judges the document, such as `missing-alt`. */
export type DocumentRuleId = keyof typeof documentRules;

/** Reports a finding about a node, or about a value of the front matter, where one is named. */
export type Find = (rule: DocumentRuleId, about: Node | keyof Meta | undefined, reason: string, note?: string) => void;

/** What each group of rules is given. */
export interface AuditInput {
  meta: Meta;
  /** Every node in reading order, plain Markdown already given its structure; all editions' parts are in it. */
  nodes: readonly AuditNode[];
  /** Those of one type: most rules look at few nodes, and a long report has a hundred thousand. */
  all: <T extends NodeType>(type: T) => readonly AuditNode<NodeOf<T>>[];
  /** The visible text of one of the nodes, as `toText()` gives it; worked out once for all rules. */
  textOf: (node: Node) => string;
  limits: AuditLimits;
  samePicture: (one: string, other: string) => boolean;
}

/** A node with the one that it stands in, and the language it is in. */
export interface AuditNode<T extends ReportNode = ReportNode> {
  node: T;
  /** Absent for a block of the report itself. */
  outer: AuditNode | undefined;
  lang: string;
}

/** Whether a node stands in one of these types. */
export function isInside({ outer }: AuditNode, ...types: readonly NodeType[]): boolean {
  for (let each = outer; each !== undefined; each = each.outer) if (types.includes(each.node.type)) return true;
  return false;
}

/** How to audit a report. */
export interface AuditOptions {
  /** Is given the report as it was prepared for the screen-reader edition, for no format of its own: work that need not be done again. */
  prepared?: (prepared: PreparedReport) => void;
  /** Where the source says what is wrong with the title or the language. Default: line 1. */
  placeOf?: PlaceOfMeta | undefined;
  /** Whether two names are those of one picture. Default: never, for the audit opens no file. */
  samePicture?: (one: string, other: string) => boolean;
}

/**
 * Checks the document itself, before any edition is made. Pure and silent: the findings are returned in
 * reading order, with the severities of the rule table.
 *
 * @param limits - those of the house, where they differ from `auditLimits`
 * @param options - what else is wanted of the audit
 */
export function auditReport(report: Report, limits: Partial<AuditLimits> = {}, options: AuditOptions = {}): VFileMessage[] {
  const found: VFileMessage[] = [];
  const find: Find = (rule, about, reason, note) => {
    const node = typeof about === 'object' ? about : undefined;
    const said = typeof about === 'string' ? options.placeOf?.([about]) : undefined;
    const place = node?.position ? {} : { place: said ?? { line: 1, column: 1 } };
    found.push(
      ruleMessage(documentRules[rule], {
        node,
        reason,
        source: 'core',
        ...place,
        about: typeof about === 'string' ? [about] : undefined,
        ...(note ? { note } : {}),
      }),
    );
  };
  const root = normalise(report.root);
  const nodes: AuditNode[] = [];
  list(root.children as ReportNode[], undefined, report.meta.lang, nodes);
  const byType = new Map<string, AuditNode[]>();
  for (let index = 0; index < nodes.length; index += 1) {
    const each = nodes[index]!;
    const same = byType.get(each.node.type);
    if (same === undefined) byType.set(each.node.type, [each]);
    else same.push(each);
  }
  const all = <T extends NodeType>(type: T): readonly AuditNode<NodeOf<T>>[] => (byType.get(type) ?? []) as AuditNode<NodeOf<T>>[];
  const texts = new Map<Node, string>();
  const textOf = (node: Node): string => {
    // A cell is read sooner than it is found again.
    if (node.type === 'tableCell') return toText(node);
    let text = texts.get(node);
    if (text === undefined) texts.set(node, (text = toText(node)));
    return text;
  };
  const input: AuditInput = {
    meta: report.meta,
    nodes,
    all,
    textOf,
    limits: { ...auditLimits, ...limits },
    samePicture: options.samePicture ?? (() => false),
  };
  for (const check of [checkDocument, checkHeadings, checkPictures, checkTables, checkLinks, checkParagraphs, checkReadability])
    check(input, find);
  const prepared = prepare(report, makeEdition('screen-reader'), { normal: root, message: (message) => found.push(message) });
  options.prepared?.(prepared);
  resolveTheme(report.meta.theme, 4.5, report.meta.publisher, (message) => found.push(message));
  return found.sort((a, b) => (a.line ?? 1) - (b.line ?? 1) || (a.column ?? 1) - (b.column ?? 1));
}

function list(nodes: readonly ReportNode[], outer: AuditNode | undefined, lang: string, out: AuditNode[]): void {
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    const own = (node.type === 'span' || node.type === 'div') && node.lang ? node.lang : lang;
    const each: AuditNode = { node, outer, lang: own };
    out.push(each);
    const children = childrenOf(node);
    if (children.length > 0) list(children, each, own, out);
  }
}
