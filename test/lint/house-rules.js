/**
 * The rules of this house that no plugin has: names of files that say nothing, and default exports.
 * Why no default exports: a name that the importer invents can't be searched for.
 */
const empty = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'lib']);

const fileName = {
  meta: {
    type: 'problem',
    docs: { description: 'A file or folder is named after what it holds.' },
    schema: [],
    messages: { empty: 'The name “{{name}}” does not say what the file holds.', kebab: 'Name the file in kebab-case: “{{name}}”.' },
  },
  create(context) {
    return {
      Program(node) {
        const parts = context.filename.replaceAll('\\', '/').split('/').slice(-4);
        const base = parts.pop().replace(/\.(?:test\.|d\.)?[cm]?[jt]s$/, '');
        for (const name of [...parts, base]) {
          if (empty.has(name)) context.report({ node, messageId: 'empty', data: { name } });
        }
        if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(base)) context.report({ node, messageId: 'kebab', data: { name: base } });
      },
    };
  },
};

const noDefaultExport = {
  meta: { type: 'problem', docs: { description: 'Exports have names.' }, schema: [], messages: { named: 'Export it by name.' } },
  create(context) {
    return {
      ExportDefaultDeclaration(node) {
        context.report({ node, messageId: 'named' });
      },
      ExportSpecifier(node) {
        if (node.exported.name === 'default') context.report({ node, messageId: 'named' });
      },
    };
  },
};

export const houseRules = { meta: { name: 'house' }, rules: { 'file-name': fileName, 'no-default-export': noDefaultExport } };
