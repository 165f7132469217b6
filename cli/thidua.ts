/** The command line: `./thidua <command> …`. A command is a file beside this one and a row in the table below. */
import { commandLineText } from './text.ts';

/** Loaded only when called, so that a command which needs no database does not wait for one. */
export type Command = { readonly run: (args: readonly string[]) => Promise<number> };

export const COMMAND_NAMES = [
  'evaluate',
  'standards',
  'recount',
  'replay',
  'replay-evaluation',
  'verify-record',
  'migrate',
  'backup',
  'restore',
  'invite',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  evaluate: () => import('./evaluate.ts'),
  standards: () => import('./standards.ts'),
  recount: () => import('./recount.ts'),
  replay: () => import('./replay.ts'),
  'replay-evaluation': () => import('./replay-evaluation.ts'),
  'verify-record': () => import('./verify-record.ts'),
  migrate: () => import('./migrate.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  invite: () => import('./invite.ts'),
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${commandLineText.help(COMMAND_NAMES)}\n`);
    return 0;
  }
  const known = COMMAND_NAMES.find((command) => command === name);
  if (known === undefined) {
    process.stderr.write(`${commandLineText.unknown(name)}\n${commandLineText.help(COMMAND_NAMES)}\n`);
    return 2;
  }
  const command = await COMMANDS[known]();
  return command.run(args);
}

process.exitCode = await main(process.argv.slice(2));
