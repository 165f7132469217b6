/** The house rules that can be read off the files themselves: who may import whom, sizes, names, where words live. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { passwords } from '../app/platform/passwords.ts';

/** Each feature may use only those before it. A new one takes its place in the line here. */
const line = [
  'organisation',
  'identity',
  'directive',
  'secrecy',
  'blocks',
  'indicators',
  'actuals',
  'targets',
  'pledges',
  'movements',
  'plans',
  'inspections',
  'initiatives',
  'rounds',
  'coverage',
  'urging',
  'library',
  'awards',
  'register',
  'criteria',
  'scoring',
  'ranking',
  'comparison',
  'leaders',
  'yearly-levels',
  'dossiers',
  'appraisal',
  'council',
  'decisions',
  'certificates',
  'fund',
  'centre',
  'revocations',
  'honours',
  'messages',
  'overview',
  'help',
  'snapshots',
  'consolidation',
  'work',
  'offline',
  'search',
  'administration',
];
const bannedFolders = ['utils', 'helpers', 'services', 'lib', 'types', 'hooks', 'common', 'shared', 'misc'];
const generated = ['app/platform/db-types.ts'];
const maxLines = 300;

type Source = { readonly path: string; readonly text: string };

async function sourcesIn(...roots: readonly string[]): Promise<readonly Source[]> {
  const listed = await Promise.all(
    roots.map(async (root) => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const paths = listed.flat().filter((path) => /\.(ts|tsx|mjs|js|css|sql|json|md)$/.test(path));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

const app = (await sourcesIn('app')).filter(({ path }) => /\.tsx?$/.test(path));

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const isShell = (path: string) => path.endsWith('.server.ts');
/** Runs in the browser: built into a script, imported by nothing else. */
const isBrowser = (path: string) => path.endsWith('.browser.ts');
const isText = (path: string) => /(^|\/|\.)text\.ts$/.test(path);
const isRoute = (path: string) => path.endsWith('.tsx') || basename(path) === 'routes.ts' || path.includes('/routes/');
const featureOf = (path: string) => /^app\/features\/([^/]+)\//.exec(path)?.[1];
/** Pure: values in, values out. */
const isCore = (path: string) =>
  (path.startsWith('app/kernel/') || featureOf(path) !== undefined) &&
  !isShell(path) &&
  !isBrowser(path) &&
  !isTest(path) &&
  !isText(path) &&
  !isRoute(path);

type Import = { readonly from: string; readonly to: string };

function importsOf({ path, text }: Source): readonly Import[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()['"]([^'"]+)['"]/g);
  return [...found].map(([, target = '']) => ({
    from: path,
    to: target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
  }));
}

/** Without those of types, which are gone when it runs. */
const valueImports = app
  .filter(({ path }) => !isTest(path))
  .flatMap(({ path, text }) => importsOf({ path, text: text.replaceAll(/\bimport type [^;]*;/g, '') }));
const imports = app.filter(({ path }) => !isTest(path)).flatMap(importsOf);
const shown = ({ from, to }: Import) => `${from} -> ${to}`;
const among = (mayNot: (one: Import) => boolean) => imports.filter(mayNot).map(shown);

test('the walk sees the code', () => {
  assert.ok(
    imports.some(({ from, to }) => from === 'app/features/directive/load-pack.server.ts' && to.endsWith('/pack.ts')),
  );
});

test('the kernel depends on nothing of the rest', () => {
  assert.deepEqual(
    among(({ from, to }) => from.startsWith('app/kernel/') && to.startsWith('app/') && !to.startsWith('app/kernel/')),
    [],
  );
});

test('platform and ui know no feature, and ui no platform', () => {
  assert.deepEqual(
    among(({ from, to }) => /^app\/(platform|ui)\//.test(from) && to.startsWith('app/features/')),
    [],
  );
  assert.deepEqual(
    among(({ from, to }) => from.startsWith('app/ui/') && to.startsWith('app/platform/')),
    [],
  );
});

test('features look back along their line, never ahead', () => {
  const unknown = app.map(({ path }) => featureOf(path)).filter((name) => name !== undefined && !line.includes(name));
  assert.deepEqual([...new Set(unknown)], []);
  const ahead = ({ from, to }: Import) => {
    const [mine, theirs] = [featureOf(from), featureOf(to)];
    return mine !== undefined && theirs !== undefined && line.indexOf(theirs) > line.indexOf(mine);
  };
  assert.deepEqual(among(ahead), []);
});

test('the core imports no shell, no words, no platform, no React and nothing that touches the world', () => {
  const world = /^(node:|react|@react-router|kysely|pg$|pg-boss|nodemailer|openid-client|@aws-sdk)/;
  const forbidden = ({ from, to }: Import) =>
    isCore(from) &&
    (isShell(to) || isText(to) || to.startsWith('app/platform/') || to.endsWith('.tsx') || world.test(to));
  assert.deepEqual(among(forbidden), []);
});

test('what runs in the browser brings no shell and no React along, and nothing else imports it', () => {
  const heavy = ({ to }: Import) => isShell(to) || to.endsWith('.tsx') || /^(node:|react|kysely)/.test(to);
  const loaded = [...browserModules()];
  assert.ok(loaded.includes('app/kernel/decimal.ts'));
  assert.deepEqual(valueImports.filter((one) => loaded.includes(one.from) && heavy(one)).map(shown), []);
  assert.deepEqual(
    among(({ from, to }) => isBrowser(to) && !isBrowser(from)),
    [],
  );
});

/** Every module that a script for the browser reaches. */
function browserModules(): ReadonlySet<string> {
  const reached = new Set(app.map(({ path }) => path).filter(isBrowser));
  for (const path of reached) for (const { from, to } of valueImports) if (from === path) reached.add(to);
  return reached;
}

test('only the platform reads what is sent, past the gate that stops secrets', () => {
  const reads = /\b(?:request|req)\.(?:body|formData|text|json|blob|arrayBuffer|bytes|iterator)\b|\breadForm\(/;
  const readers = app.filter(({ path, text }) => !isTest(path) && reads.test(withoutComments(text)));
  assert.deepEqual(readers.map(({ path }) => path).toSorted(), [
    'app/platform/api/body.server.ts',
    'app/platform/files/multipart.server.ts',
    'app/platform/http.server.ts',
  ]);
});

test("a dossier's moves are permitted by the feature that owns each, and by no other", async () => {
  const everything = [...app, ...(await sourcesIn('tests', 'cli'))].filter(({ path }) => /\.tsx?$/.test(path));
  const own = /^app\/features\/dossiers\//;
  const strays = everything.flatMap(({ path, text }) => {
    if (own.test(path) || path === 'tests/architecture.test.ts') return [];
    const named = [...text.matchAll(/\bpermitAs\(\s*([^,]*),/g)].map(([, name]) => name?.trim());
    const others = named.filter((name) => name !== `'${featureOf(path)}'`);
    const isPastOwner = /\bpermit\(\s*dossierProcedure\b|\bas DossierPermit\b/.test(text);
    return others.length > 0 || isPastOwner ? [path] : [];
  });
  assert.deepEqual(strays, []);
});

test('the core reads no clock, no chance and no environment', () => {
  const reads = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\brandomUUID\(|Temporal\.Now/;
  const readers = app.filter(({ path, text }) => isCore(path) && reads.test(withoutComments(text)));
  assert.deepEqual(
    readers.map(({ path }) => path),
    [],
  );
});

test('only routes import routes and drawn parts', () => {
  const composes = (path: string) => isRoute(path) || path.startsWith('app/ui/') || /^app\/[^/]+$/.test(path);
  assert.deepEqual(
    among(({ from, to }) => to.startsWith('app/') && to.endsWith('.tsx') && !composes(from)),
    [],
  );
});

test(`no file runs past ${maxLines} lines`, async () => {
  const all = [...app, ...(await sourcesIn('cli', 'bench', 'tests', 'scripts'))];
  const code = all.filter(({ path }) => /\.(tsx?|mjs)$/.test(path) && !isText(path) && !generated.includes(path));
  const long = code.filter(({ text }) => text.trimEnd().split('\n').length > maxLines);
  assert.deepEqual(
    long.map(({ path, text }) => `${path}: ${text.split('\n').length}`),
    [],
  );
});

test('no folder is a drawer for anything, and no index.ts only hands names on', () => {
  const drawers = app.filter(({ path }) =>
    dirname(path)
      .split('/')
      .some((part) => bannedFolders.includes(part)),
  );
  assert.deepEqual(
    drawers.map(({ path }) => path),
    [],
  );
  assert.deepEqual(
    app.filter(({ path }) => /^index\.tsx?$/.test(basename(path))).map(({ path }) => path),
    [],
  );
});

test('Vietnamese lives in text.ts, but for what describes a table to whoever operates the database', () => {
  const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
  const said = (text: string) => withoutComments(text).replaceAll(/comment on \w+ [^`]*/g, '');
  const speaks = app.filter(({ path, text }) => !isText(path) && !isTest(path) && vietnamese.test(said(text)));
  assert.deepEqual(
    speaks.map(({ path }) => path),
    [],
  );
});

test('every field of a password is known to the gate, which neither holds it against the secrets nor shows it again', async () => {
  const screens = (await sourcesIn('app')).filter(({ path }) => path.endsWith('.tsx'));
  const names = screens.flatMap(({ text }) =>
    [...text.matchAll(/<\w+(?=[^>]*\stype="password")[^>]*?\sname="([^"]+)"/g)].map(([, name]) => name),
  );
  assert.deepEqual(new Set(names), new Set(passwords));
});

test('no code names a province: what belongs to one is in its pack', async () => {
  const provinces = new RegExp(['Lào Cai', 'lao-cai', 'laocai', 'Yên Bái', 'yen-bai'].join('|'), 'i');
  const code = await sourcesIn('app', 'cli', 'scripts', 'db', 'bench');
  assert.deepEqual(
    code.filter(({ text }) => provinces.test(text)).map(({ path }) => path),
    [],
  );
});

/** Comments may quote the law; strings that hold `//` (addresses) keep their first part, which is enough here. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
