import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withNativeSpread } from '../native-spread.js';

/** What compilers put in place of object spread for engines before 2018, in short. */
const helper = `
function _objectSpread2(into) {
  for (let index = 1; index < arguments.length; index += 1)
    for (const key of Reflect.ownKeys(Object(arguments[index] ?? {}))) into[key] = arguments[index][key];
  return into;
}`;

const valueOf = (code: string): unknown => runInThisContext(`(() => {${code}\nreturn value;\n})()`);

const cases = [
  ['a copy with one more', `const a = { b: 1, c: 2 }; const value = _objectSpread2(_objectSpread2({}, a), {}, { c: 3 });`],
  [
    'what comes later wins, deep inside too',
    `const a = { x: 1 }; const b = { x: 2, y: 3 };
     const value = _objectSpread2(_objectSpread2({ x: 0, in: _objectSpread2({ z: 1 }, b) }, a), b);`,
  ],
  ['nothing to spread', `const value = _objectSpread2(_objectSpread2({ a: 1 }, undefined), null);`],
  ['a choice', `const wide = true; const value = _objectSpread2({ a: 1 }, wide ? { b: 2 } : {});`],
  [
    'a function that returns one',
    `const make = (a) => _objectSpread2({ kind: "a" }, a); const value = [make({ b: 1 }), make({ kind: "b" })];`,
  ],
  ['names and methods', `const b = 1; const value = Object.keys(_objectSpread2({ b, [\`c\${b}\`]: 2, "d-e": 3 }, { f() { return 1; } }));`],
  [
    'the order of keys',
    `const a = { z: 1, y: 2 }; const value = Object.entries(_objectSpread2(_objectSpread2({}, a), {}, { a: 3, z: 4 }));`,
  ],
] as const;

describe('bundles with native object spread', () => {
  for (const [name, code] of cases)
    it(`gives the same for ${name}`, () => {
      const native = withNativeSpread(code);
      expect(native).not.toContain('_objectSpread2');
      expect(valueOf(native)).toEqual(valueOf(helper + code));
    });

  it('leaves an object alone that somebody else holds', () => {
    const code = `const a = { b: 1 }; _objectSpread2(a, { c: 2 }); const value = a;`;
    expect(withNativeSpread(code)).toBe(code);
  });

  it('keeps everything else as it stands, comments included', () => {
    const code = `// one\nconst text = "_objectSpread2({}, a)"; /* two */ const r = /[{}]/; const t = \`\${text} {\`;\n// three\n`;
    expect(withNativeSpread(code)).toBe(code);
  });
});
