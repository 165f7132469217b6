/**
 * The scripts that work without a line, built from the product's own files (app/features/offline), and the service worker
 * with the names of what it keeps ahead; those of the secret ballot and its recount (app/features/council). Vite's own build of the pages comes before: the names of its files are in here.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { productRoot } from '../app/platform/root.server.ts';

const source = (name: string, feature = 'offline'): string =>
  join(productRoot(), 'app/features', feature, `${name}.browser.ts`);
const client = (): string => join(productRoot(), 'build', 'client');

export async function buildBrowser(): Promise<void> {
  await bundle('ballot', source('ballot', 'council'), {});
  await bundle('recount', source('recount', 'council'), {});
  await bundle('offline', source('page'), {});
  const files = shellFiles();
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(client(), file)));
  await bundle('worker', source('worker'), {
    SHELL: JSON.stringify({ edition: hash.digest('hex').slice(0, 12), files }),
  });
}

/** What every page is drawn with. Of the typeface, the parts that Vietnamese and Latin letters stand in. */
function shellFiles(): readonly string[] {
  const found = globSync(
    ['assets/*.css', 'assets/checks.browser-*.js', 'assets/*vietnamese*.woff2', 'assets/*latin-[0-9]*.woff2'],
    {
      cwd: client(),
    },
  );
  return ['comfort.js', 'offline.js', 'favicon.svg', ...found.sort()].map((file) => `/${file}`);
}

async function bundle(name: string, input: string, define: Readonly<Record<string, string>>): Promise<void> {
  await build({
    configFile: false,
    root: productRoot(),
    logLevel: 'error',
    publicDir: false,
    define,
    build: {
      outDir: client(),
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: input },
        output: { entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
}
