import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/** The helper that compilers for older engines put in place of `{ ...a, b }`. It defines property after property. */
const helper = '_objectSpread2';

const isSpread = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === helper;

/** Whether what the properties go into is made there, so that nobody else holds it. */
const isFresh = (node: ts.Node | undefined): boolean =>
  node !== undefined && (ts.isObjectLiteralExpression(node) || (isSpread(node) && isFresh(node.arguments[0])));

/** JavaScript with the object spread that the engine has itself, in place of calls of the helper. */
export function withNativeSpread(text: string): string {
  const file = ts.createSourceFile('module.mjs', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const print = (node: ts.Node): string => {
    if (isSpread(node) && isFresh(node)) return `({ ${parts(node).join(', ')} })`;
    let out = '';
    let at = node.getStart(file);
    ts.forEachChild(node, (child) => {
      out += text.slice(at, child.getStart(file)) + print(child);
      at = child.end;
    });
    return out + text.slice(at, node.end);
  };
  const parts = (call: ts.CallExpression): string[] =>
    call.arguments.flatMap((each) => {
      if (isSpread(each) && isFresh(each)) return parts(each);
      return ts.isObjectLiteralExpression(each) ? each.properties.map(print) : [`...${print(each)}`];
    });
  return text.slice(0, file.getStart(file)) + print(file);
}

/** Bundles packages with their object spread as it was written (docs/decisions/0046-word-bundles-its-library.md). */
export const nativeSpread: Plugin = {
  name: 'native spread',
  setup(build) {
    build.onLoad({ filter: /node_modules.*\.m?js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return text.includes(`${helper}(`) ? { contents: withNativeSpread(text), loader: 'js' } : undefined;
    });
  },
};
