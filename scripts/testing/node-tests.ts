import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { productRoot } from '../../app/platform/root.server.ts';
import { runNode } from '../tool.ts';
import type { Counts } from './counts.ts';

const PLACES = '{app,cli,scripts,tests,bench,packs}';

export type Kind = 'rules' | 'db' | 'durability' | 'e2e';

export function testFiles(kind: Kind): readonly string[] {
  const patterns = [`${PLACES}/**/*.test.ts`, 'tests/e2e/**/*.e2e.ts'];
  const all = globSync(patterns, { cwd: productRoot() }).sort();
  return all.filter((file) => kindOf(file) === kind);
}

export function kindOf(file: string): Kind {
  if (file.endsWith('.e2e.ts')) return 'e2e';
  if (file.endsWith('.db.test.ts')) return 'db';
  return file.includes('tests/durability/') ? 'durability' : 'rules';
}

type Options = {
  readonly env?: Readonly<Record<string, string>>;
  readonly atOnce?: number;
  /** What they print is shown when they have ended, in one piece. */
  readonly quiet?: boolean;
};

/** What the engine made of the sources, for the next process: most of a small test's time is reading them. */
const compiled = join(productRoot(), 'node_modules', '.cache', 'compiled-tests');

/** Runs the files by node's own runner, whose closing lines are kept, and returns its sums. */
export async function runTests(files: readonly string[], options: Options = {}): Promise<Counts> {
  const folder = mkdtempSync('/tmp/thidua-counts-');
  const reporter = join(import.meta.dirname, 'counts.ts');
  const sums = join(folder, 'counts.json');
  const args = [
    '--test',
    `--test-concurrency=${options.atOnce ?? Math.max(2, availableParallelism())}`,
    '--test-timeout=600000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${sums}`,
    ...files,
  ];
  const env = { NODE_COMPILE_CACHE: compiled, ...options.env, NODE_TEST_CONTEXT: undefined };
  const { code, output } = await runNode(args, { env, quiet: options.quiet ?? false });
  if (options.quiet) console.log(output.trimEnd());
  const counted = readCounts(sums);
  rmSync(folder, { recursive: true, force: true });
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function readCounts(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}
