import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

/** What somebody who imports a package sees of a name: its comment. Read from the sources by the compiler. */

const root = fileURLToPath(new URL('../', import.meta.url));

interface Manifest {
  name: string;
  exports: Record<string, unknown>;
}

/** A way into a package: `@everyread/audio`, `@everyread/audio/system`. */
interface Entry {
  name: string;
  file: string;
}

const entries: Entry[] = readdirSync(`${root}packages`)
  .filter((name) => existsSync(`${root}packages/${name}/package.json`))
  .flatMap((name) => {
    const manifest = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8')) as Manifest;
    return Object.keys(manifest.exports)
      .filter((path) => !path.endsWith('.json'))
      .map((path) => ({
        name: manifest.name + path.slice(1),
        file: `${root}packages/${name}/src/${path === '.' ? 'index' : path.slice(2)}.ts`,
      }));
  });

let program: ts.Program;

beforeAll(() => {
  const config: unknown = ts.readConfigFile(`${root}tsconfig.base.json`, ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  program = ts.createProgram(
    entries.map(({ file }) => file),
    { ...options, composite: false, declaration: false, emitDeclarationOnly: false, noEmit: true, types: ['node'] },
  );
});

/** The names that an entry exports, each with what it is in truth: an `export { x as y }` is followed. */
function namesOf({ file }: Entry): { name: string; symbol: ts.Symbol; declaration: ts.Declaration; place: string }[] {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  return checker.getExportsOfModule(module).map((each) => {
    const symbol = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each;
    const declaration = symbol.declarations![0]!;
    const source = declaration.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
    return { name: each.name, symbol, declaration, place: `${relative(root, source.fileName)}:${line + 1}` };
  });
}

/** Whether a function itself throws, and not only something that it calls or makes. */
function throws(declaration: ts.Declaration): boolean {
  if (!ts.isFunctionDeclaration(declaration) || !declaration.body) return false;
  const look = (node: ts.Node): boolean => {
    // What was caught and is handed on is not its own.
    if (ts.isThrowStatement(node)) return !ts.isIdentifier(node.expression);
    if (ts.isFunctionLike(node)) return false;
    if (ts.isTryStatement(node))
      return [...(node.catchClause ? [node.catchClause] : []), ...(node.finallyBlock ? [node.finallyBlock] : [])].some(look);
    return ts.forEachChild(node, look) ?? false;
  };
  return look(declaration.body);
}

describe('public names', () => {
  it.each(entries)('of $name say what they are', (entry) => {
    const checker = program.getTypeChecker();
    const names = namesOf(entry);
    expect(names.length).toBeGreaterThan(0);
    const silent = names.filter(({ symbol }) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === '');
    expect(silent.map(({ name, place }) => `${name} (${place})`)).toEqual([]);
  });

  it.each(entries)('of $name say what they throw', (entry) => {
    const silent = namesOf(entry).filter(
      ({ symbol, declaration }) => throws(declaration) && !symbol.getJsDocTags().some(({ name }) => name === 'throws'),
    );
    expect(silent.map(({ name, place }) => `${name} (${place})`)).toEqual([]);
  });
});
