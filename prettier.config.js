/** Wide lines: a table of nodes or a schema is read best with one entry a line. */
export default { printWidth: 140, singleQuote: true };
