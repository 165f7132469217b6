/**
 * `npm test`: everything, stopping after the first sections that fail. For developers, a part of it:
 * `npm test -- types lint format rules db durability e2e`, or the paths of test files. The last line sums up for machines.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureBuilt } from './build.ts';
import { ensureBrowser } from './testing/browser.ts';
import type { Counts } from './testing/counts.ts';
import { type Kind, kindOf, runTests, testFiles } from './testing/node-tests.ts';
import { ensureS3Server } from './testing/s3-server.ts';
import { findInstalledServer, withServer } from './testing/servers.ts';
import { runNode, runTool } from './tool.ts';

type Section = { readonly name: string; readonly title: string; readonly run: () => Promise<Counts> };
/** Lanes go side by side, the sections of a lane one after the other. */
type Stage = readonly (readonly Section[])[];

const NOTHING: Counts = { passed: 0, failed: 0 };
const args = process.argv.slice(2);
const chosenFiles = args.filter((arg) => arg.endsWith('.ts'));
const chosenNames = args.filter((arg) => !arg.endsWith('.ts'));

const installed = findInstalledServer();
const installedDatabase: readonly Section[] = installed
  ? [
      {
        name: 'db',
        title: `database, PostgreSQL ${installed.version} of this machine`,
        run: () => files('db', (paths) => databaseTests(paths, installed.bin)),
      },
    ]
  : [];
const STAGES: readonly Stage[] = [
  [
    [
      { name: 'types', title: 'types', run: () => tools(['react-router', 'typegen'], ['tsc', '--noEmit']) },
      { name: 'lint', title: 'lint', run: () => tools(['oxlint', '--type-aware', '--deny-warnings']) },
      { name: 'format', title: 'format', run: () => tools(['oxfmt', '--check', '.']) },
    ],
  ],
  [
    [
      { name: 'rules', title: 'rules', run: () => files('rules', rules) },
      { name: 'db', title: 'database, embedded', run: () => files('db', (paths) => databaseTests(paths, undefined)) },
      ...installedDatabase,
    ],
    // Half of its time it waits for what it has killed.
    [{ name: 'durability', title: 'kill -9', run: () => files('durability', killed) }],
  ],
  [[{ name: 'e2e', title: 'build and journeys', run: () => files('e2e', journeys) }]],
];
const names = [...new Set(STAGES.flat(2).map(({ name }) => name))];

const unknown = chosenNames.find((name) => !names.includes(name));
if (unknown) fail(`there is no section ${unknown}: ${names.join(', ')}`);
if (!installed && !args.length) console.log('PostgreSQL of this machine: none found, the embedded one only');
const total = { passed: 0, failed: 0 };
for (const lanes of STAGES) {
  if (total.failed === 0) await Promise.all(lanes.map((lane) => inOrder(lane.filter(isChosen))));
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function inOrder(sections: readonly Section[]): Promise<void> {
  for (const section of sections) {
    const { passed, failed } = await timed(section);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) return;
  }
}

function isChosen({ name }: Section): boolean {
  if (args.length === 0) return true;
  return chosenNames.includes(name) || chosenFiles.some((file) => kindOf(file) === name);
}

async function rules(paths: readonly string[]): Promise<Counts> {
  if (paths.some((path) => path.includes('s3-store'))) await ensureS3Server();
  return runTests(paths);
}

/** The harness kills the built app as well as its parts. */
async function killed(paths: readonly string[]): Promise<Counts> {
  await ensureBuilt();
  return runTests(paths, { quiet: true });
}

async function timed({ title, run }: Section): Promise<Counts> {
  console.log(`\n== ${title}`);
  const begun = performance.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`== ${title}: ${counts.failed > 0 ? 'FAILED' : 'ok'}, ${seconds} s`);
  return counts;
}

/** Tools that are no test run count only when they fail. */
async function tools(...commands: readonly (readonly [string, ...string[]])[]): Promise<Counts> {
  for (const [name, ...rest] of commands) {
    const { code, output } = await runTool(name, rest, { quiet: true });
    if (code === 0) continue;
    console.error(output.trim());
    return { passed: 0, failed: 1 };
  }
  return NOTHING;
}

async function files(kind: Kind, run: (paths: readonly string[]) => Promise<Counts>): Promise<Counts> {
  const given = chosenFiles.filter((file) => kindOf(file) === kind);
  const paths = given.length > 0 ? given : testFiles(kind);
  return paths.length > 0 ? run(paths) : NOTHING;
}

function databaseTests(paths: readonly string[], bin: string | undefined): Promise<Counts> {
  return withServer(bin, (url) => runTests(paths, { env: { TEST_DATABASE_URL: url } }));
}

/** Each journey brings a browser and an app of its own, which wait for each other: two keep a small machine busy. */
async function journeys(paths: readonly string[]): Promise<Counts> {
  const browser = await ensureBrowser();
  await ensureBuilt();
  const atOnce = Math.min(2, availableParallelism());
  const ready = mkdtempSync('/tmp/thidua-ready-');
  try {
    const { code, output } = await runNode(['tests/e2e/first-start.ts', ready], { quiet: true });
    if (code !== 0) throw new Error(output);
    return await runTests(paths, { env: { CHROME_PATH: browser, READY_DATA: ready }, atOnce });
  } finally {
    rmSync(ready, { recursive: true, force: true });
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
