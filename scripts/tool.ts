/** Runs a command-line tool of node_modules by this very Node, in the product's folder. */
import { spawn, type StdioOptions } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '../app/platform/root.server.ts';

export type Ended = { readonly code: number; readonly output: string };

export function runTool(
  name: string,
  args: readonly string[],
  options: { readonly quiet?: boolean } = {},
): Promise<Ended> {
  const bin = realpathSync(join(productRoot(), 'node_modules', '.bin', name));
  return runNode([bin, ...args], options);
}

export function runNode(
  args: readonly string[],
  options: { readonly quiet?: boolean; readonly env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Ended> {
  return runProgram(process.execPath, args, options);
}

/** `quiet` keeps the output to be shown only when it is wanted; otherwise it is shown as it comes. */
export function runProgram(
  program: string,
  args: readonly string[],
  {
    quiet = false,
    env = {},
  }: { readonly quiet?: boolean; readonly env?: Readonly<Record<string, string | undefined>> },
): Promise<Ended> {
  const stdio: StdioOptions = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = spawn(program, args, { cwd: productRoot(), stdio, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
