import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { addBuild } from './commands/build.js';
import { addCheck } from './commands/check.js';
import { addExplain } from './commands/explain.js';
import { addFormats } from './commands/formats.js';
import { addImport } from './commands/import.js';
import { addInit } from './commands/init.js';
import { addSyntax } from './commands/syntax.js';
import { addVoices } from './commands/voices.js';
import { addWatch } from './commands/watch.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { describeError } from './printer.js';
import type { World } from './world.js';

/** Adds a command to the program; its action returns the exit code through `end`. */
export type AddCommand = (program: Command, world: World, end: (code: number) => void) => void;

const commands: readonly AddCommand[] = [addBuild, addCheck, addWatch, addFormats, addVoices, addInit, addImport, addExplain, addSyntax];

/**
 * Runs the command line.
 *
 * @returns the exit code: 0 fine, 1 the document has errors, 2 wrong use, 3 warnings with --fail-on-warnings,
 * 4 engine or IO, 130 interrupted
 */
export async function main(world: World): Promise<number> {
  let code: number = exitCodes.fine;
  let printed = Promise.resolve();
  const program = new Command('everyread')
    .description('Turns one structured report into every accessible format.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print how to use it')
    .helpCommand('help [command]', 'print how to use a command')
    .showHelpAfterError('Run `everyread --help` to see the commands and flags.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (printed = printed.then(() => world.out(text))),
      writeErr: (text) => world.err(text.replace(/^error: /, 'error ') + hintFor(text, program)),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 the document has errors, 2 wrong use, 3 warnings with --fail-on-warnings,\n4 an engine, reading or writing failed, 130 interrupted.',
    );
  for (const add of commands) add(program, world, (each) => (code = each));
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...world.argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? exitCodes.fine : exitCodes.misuse;
    else {
      world.err(describeError(error));
      code = exitCodeOf(error);
    }
  }
  await printed;
  return code;
}

/** What somebody meant who wrote one dash where two belong, or whose file has a name like a flag. */
function hintFor(text: string, program: Command): string {
  const name = /^error: unknown option '-([^-'][^']*)'/.exec(text)?.[1];
  if (name === undefined) return '';
  const flags = program.commands.flatMap((command) => command.options.map((option) => option.long));
  if (flags.includes(`--${name}`)) return `(Did you mean --${name}?)\n`;
  return /\.\w+$/.test(name) ? `(The name of a file that begins with a dash is written ./-${name})\n` : '';
}
