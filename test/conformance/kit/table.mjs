const kinds = ['report', 'example', 'set', 'gallery', 'node', 'odd'];

/** Lays rows out as a Markdown table with even columns. */
function layOut(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) => `| ${row.map((cell, column) => String(cell).padEnd(widths[column])).join(' | ')} |`;
  return [line(rows[0]), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.slice(1).map(line)].join('\n');
}

/** One line for each validator and format: how many files of each kind of document it passed. */
export function resultTable(results) {
  const head = ['validator', 'format', ...kinds, 'damage seen', 'seconds', 'result'];
  const rows = results.flatMap((result) => {
    if (result.skipped) return [[result.name, result.formats.join(' '), ...kinds.map(() => ''), '', '', `skipped: ${result.skipped}`]];
    const formats = [...new Set(result.files.map((file) => file.format))];
    return formats.map((format, index) => {
      const cells = kinds.map((kind) => {
        const files = result.files.filter((file) => file.format === format && file.document.kind === kind);
        const bad = files.filter((file) =>
          result.findings.some((finding) => finding.file?.path === file.path && finding.severity !== 'warning'),
        );
        return files.length === 0 ? '' : bad.length === 0 ? `${files.length}` : `${files.length - bad.length} of ${files.length}`;
      });
      const failed =
        result.findings.some((finding) => finding.severity !== 'warning' && (finding.file?.format ?? format) === format) ||
        result.error !== undefined ||
        result.unseen.length > 0;
      return [
        result.name,
        format,
        ...cells,
        index === 0 ? (result.itself ? 'by itself' : result.seen) : '',
        index === 0 ? result.seconds.toFixed(1) : '',
        failed ? 'FAILED' : 'passed',
      ];
    });
  });
  return layOut([head, ...rows]);
}

/** Findings in words, the first few of each kind. */
export function findingLines(result, limit = 12) {
  const lines = result.findings.map((finding) => {
    const where = [finding.file?.name, finding.place].filter(Boolean).join(' ');
    return `${finding.severity ?? 'error'} ${result.name}${finding.rule ? ` ${finding.rule}` : ''} ${where}: ${finding.message}`;
  });
  return lines.length > limit ? [...lines.slice(0, limit), `… and ${lines.length - limit} more of ${result.name}`] : lines;
}
