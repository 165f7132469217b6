import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { productRoot } from '../../app/platform/root.server.ts';
import { runNode } from '../tool.ts';
import type { Counts } from './counts.ts';

const PLACES = '{app,cli,scripts,tests,bench,packs}';

export type Kind = 'rules' | 'db' | 'e2e';

export function testFiles(kind: Kind): readonly string[] {
  if (kind === 'e2e') return find('tests/e2e/**/*.e2e.ts');
  const all = find(`${PLACES}/**/*.test.ts`);
  return all.filter((file) => file.endsWith('.db.test.ts') === (kind === 'db'));
}

export function kindOf(file: string): Kind {
  if (file.endsWith('.e2e.ts')) return 'e2e';
  return file.endsWith('.db.test.ts') ? 'db' : 'rules';
}

const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: productRoot() }).sort();

type Options = { readonly env?: Readonly<Record<string, string>>; readonly atOnce?: number };

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
  const { code } = await runNode(args, { env: { ...options.env, NODE_TEST_CONTEXT: undefined } });
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
