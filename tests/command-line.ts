/** The command line as it is called: by a process of its own, with nothing of the database around. */
import { spawnSync } from 'node:child_process';

export function thidua(args: readonly string[], input = '') {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync(process.execPath, ['cli/thidua.ts', ...args], { encoding: 'utf8', input, env: { PATH, HOME } });
}
