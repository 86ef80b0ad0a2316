import { hasTool, toolName } from './install.mjs';
import { proveChecks } from './prove.mjs';

/** The files that a check wants: those of its formats; of a set, which repeats the example, its summaries alone. */
const wantedBy = (check, files) =>
  files.filter((file) => check.formats.includes(file.format) && (check.sets || file.document.kind !== 'set' || file.edition === 'summary'));

/**
 * Runs one check on the files that it wants. A tool that is missing is a failure in CI, and elsewhere a notice.
 *
 * @param {import('./contract.d.ts').Check} check
 * @param {import('./contract.d.ts').EditionFile[]} files
 * @param {import('./contract.d.ts').Kit} kit
 * @param {{ ci: boolean, proofs?: boolean, all?: boolean, say?: (line: string) => void }} how - `proofs`: whether the check must show that
 *   it can fail; `all`: whether all documents are there
 */
export async function runCheck(check, files, kit, { ci, proofs = true, all = true, say = () => undefined }) {
  const wanted = wantedBy(check, files);
  const result = {
    name: check.name,
    formats: check.formats,
    files: wanted,
    findings: [],
    unseen: [],
    seen: 0,
    itself: check.provesItself !== undefined,
    seconds: 0,
  };
  const lacking = check.tools.filter((tool) => !hasTool(tool)).map(toolName);
  if (lacking.length > 0) {
    if (ci) return { ...result, error: `${lacking.join(', ')} could not be installed` };
    return { ...result, skipped: `${lacking.join(', ')} not installed` };
  }
  if (wanted.length === 0) return { ...result, skipped: 'no such edition is made' };
  const start = performance.now();
  say(`begin ${check.name}: ${wanted.length} files`);
  try {
    result.findings = await check.run(wanted, kit);
    if (proofs) Object.assign(result, await proveChecks(check, wanted, kit, all));
  } catch (error) {
    result.error = `the check itself failed: ${error.stack ?? error}`;
  }
  result.seconds = (performance.now() - start) / 1000;
  say(`end ${check.name}: ${result.findings.length} findings, ${result.seconds.toFixed(1)} s`);
  return result;
}

/** How many files and damages were judged rightly, and how much was not; what was skipped counts neither way. */
export function countResults(results, problems = []) {
  let passed = 0;
  let failed = problems.length;
  for (const result of results) {
    const bad = new Set(result.findings.filter((finding) => finding.severity !== 'warning').map((finding) => finding.file?.path));
    failed += bad.size + result.unseen.length + (result.error ? 1 : 0);
    if (!result.skipped && !result.error) passed += result.files.filter((file) => !bad.has(file.path)).length + result.seen;
  }
  return { passed, failed, skipped: results.filter((result) => result.skipped).length };
}
