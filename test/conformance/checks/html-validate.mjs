import { readFileSync } from 'node:fs';

/**
 * The rules of html-validate, recommended set. Two are set aside with reason: a title is as long as the report's
 * (`long-title`), and an id is the slug that GitHub gives a heading, which may begin with a digit and is valid HTML.
 */
const config = { extends: ['html-validate:recommended'], rules: { 'long-title': 'off', 'valid-id': ['error', { relaxed: true }] } };

/** @type {import('../kit/contract.d.ts').Check} */
export const check = {
  name: 'html-validate',
  formats: ['html'],
  tools: [{ module: 'html-validate' }],
  async run(files, kit) {
    const { HtmlValidate } = await kit.load('html-validate');
    const validator = new HtmlValidate(config);
    const findings = [];
    for (const file of files) {
      const report = await validator.validateString(readFileSync(file.path, 'utf8'), file.path);
      for (const result of report.results) {
        for (const { ruleId, message, line, column } of result.messages)
          findings.push({ file, rule: ruleId, message, place: `${line}:${column}` });
      }
    }
    return findings;
  },
  proofs: [
    { name: 'the same id twice', format: 'html', damage: (bytes) => damage(bytes, '<h1', '<i id="main"></i><h1') },
    { name: 'a button without a type', format: 'html', damage: (bytes) => damage(bytes, '<h1', '<button>x</button><h1') },
  ],
};

function damage(bytes, from, to) {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
}
