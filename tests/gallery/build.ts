/** Builds the gallery of the interface's pieces into a folder: pages, stylesheet and script. Not part of the product. */
import { cp, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
type Gallery = { readonly pages: Readonly<Record<string, () => string>> };

export async function buildGallery(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const shared = { configFile: false, root, logLevel: 'error' } as const;
  await build({
    ...shared,
    publicDir: false,
    build: {
      outDir: join(folder, 'site'),
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, 'app/ui/style.css') },
    },
  });
  await build({
    ...shared,
    publicDir: false,
    ssr: { noExternal: true },
    build: { outDir: join(folder, 'server'), ssr: resolve(root, 'tests/gallery/pages.tsx'), emptyOutDir: true },
  });
  await cp(resolve(root, 'public'), join(folder, 'site'), { recursive: true });
  const assets = await readdir(join(folder, 'site/assets'));
  const sheet = assets.find((name) => name.endsWith('.css'));
  const { pages } = (await import(pathToFileURL(join(folder, 'server/pages.js')).href)) as Gallery;
  for (const [name, render] of Object.entries(pages)) {
    await writeFile(join(folder, 'site', `${name}.html`), document(name, `/assets/${sheet}`, render()));
  }
  return join(folder, 'site');
}

function document(name: string, sheet: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${name}</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="${sheet}"><script type="module" src="/comfort.js"></script></head><body>${body}</body></html>`;
}
