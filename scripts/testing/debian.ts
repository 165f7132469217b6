/** Debian's packages for the tests, where this machine has apt and we may use it. */
import { existsSync } from 'node:fs';
import { runProgram } from '../tool.ts';

/** False when they could not be installed; the reason is printed. */
export async function installDebian(packages: readonly string[], announcement: string): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.error(announcement);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runProgram('apt-get', ['update'], { quiet: true, env });
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  const { code, output } = update.code === 0 ? await runProgram('apt-get', install, { quiet: true, env }) : update;
  if (code !== 0) console.error(output.trim().split('\n').slice(-10).join('\n'));
  return code === 0;
}
