import { fileURLToPath } from 'node:url';

const folder = (url) => fileURLToPath(new URL(url, import.meta.url));

/** The folders that the runner knows. */
export const places = {
  root: folder('../../../'),
  conformance: folder('../'),
  checks: folder('../checks/'),
  documents: folder('../documents/'),
  modules: folder('../node_modules/'),
  java: folder('../java/'),
  python: folder('../python/'),
  nodes: folder('../nodes/'),
  packed: folder('../packed/'),
  out: folder('../out/'),
  example: folder('../../../examples/impact-report/report.md'),
  charitySet: folder('../../../examples/charity-set/everyread.config.ts'),
  report: folder('../../../../shared/reports/impact-report-2023/report.md'),
};

/** The folder of a Java validator: each of its own set of versions has a `pom.xml` there. */
export const javaFolder = (name) => (name === 'verapdf' ? places.java : `${places.java}${name.replace('verapdf-', '')}/`);
