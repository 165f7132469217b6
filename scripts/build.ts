/** Builds the app when what it is built from has changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { productRoot } from '../app/platform/root.server.ts';
import { runTool } from './tool.ts';
import { scriptText } from './text.ts';

const SOURCES = [
  'app/**/*',
  'packs/**/*',
  'public/**/*',
  'scripts/build*.ts',
  '*.config.ts',
  'tsconfig.json',
  'package-lock.json',
];
const TESTS = /\.test\.ts$/;

export const serverBundle = (): string => join(productRoot(), 'build', 'server', 'index.js');

/** What the engine made of the modules, for the next start. */
export const compiledFolder = (): string => join(productRoot(), 'build', 'compiled');

/** True when it had to build. */
export async function ensureBuilt(): Promise<boolean> {
  const stamp = join(productRoot(), 'build', 'sources.sha256');
  const wanted = sourcesChecksum();
  if (existsSync(serverBundle()) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  console.error(scriptText.building);
  rmSync(stamp, { force: true });
  rmSync(compiledFolder(), { recursive: true, force: true });
  const { code, output } = await runTool('react-router', ['build'], { quiet: true });
  if (code !== 0) throw new Error(`${output.trim()}\n\n${scriptText.buildFailed}`);
  // Vite is looked for only when there is something to build.
  await (await import('./build-browser.ts')).buildBrowser();
  pack();
  writeFileSync(stamp, wanted);
  return true;
}

/** Compressed once here, so that no request waits for it. */
function pack(): void {
  const client = join(productRoot(), 'build', 'client');
  for (const file of globSync('**/*.{css,js,svg}', { cwd: client })) {
    const bytes = readFileSync(join(client, file));
    writeFileSync(join(client, `${file}.br`), brotliCompressSync(bytes));
    writeFileSync(join(client, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

function sourcesChecksum(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES as string[], { cwd: productRoot() }).sort()) {
    const path = join(productRoot(), file);
    if (TESTS.test(file) || !statSync(path).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
