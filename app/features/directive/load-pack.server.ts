/**
 * Reads a pack folder and refuses it whole when anything is wrong, naming file and place: a half-right directive must
 * not reach the database.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { productRoot } from '../../platform/root.server.ts';
import { startRefusal } from '../../platform/start-refusal.ts';
import { assemblePack, packFiles } from './pack.ts';
import type { Pack, PackFileName, PackFiles } from './pack.ts';
import { faultsOf } from './pack-faults.ts';
import type { PackFault } from './pack-faults.ts';
import { packFaultText, packText } from './text.ts';

const fileNames = Object.keys(packFiles) as PackFileName[];
const inVietnamese = { error: z.locales.vi().localeError };

/** The folder that the configuration names (PACK), else the only one under `packs/`: so no code names a province. */
export async function findPackFolder(named?: string, root: string = productRoot()): Promise<string> {
  if (named !== undefined) return resolve(root, named);
  const home = join(root, 'packs');
  const entries = await readdir(home, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const [only] = names;
  if (only === undefined) throw startRefusal(packText.noPack(home));
  if (names.length > 1) throw startRefusal(packText.severalPacks(names));
  return join(home, only);
}

/** @throws a start refusal listing every fault when the pack is not sound. */
export async function loadPack(folder: string): Promise<Pack> {
  const read = await Promise.all(fileNames.map((name) => readPackFile(folder, name)));
  refuseFaults(
    folder,
    read.flatMap((outcome) => outcome.faults),
  );
  // Each entry was parsed by the schema of its own name just above.
  const files = Object.fromEntries(read.map((outcome) => [outcome.name, outcome.value])) as PackFiles;
  const pack = assemblePack(files);
  refuseFaults(folder, faultsOf(pack));
  return pack;
}

type Outcome = { readonly name: PackFileName; readonly value?: unknown; readonly faults: readonly PackFault[] };

async function readPackFile(folder: string, name: PackFileName): Promise<Outcome> {
  const failed = (fault: PackFault): Outcome => ({ name, faults: [fault] });
  const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => undefined);
  if (text === undefined) return failed({ kind: 'missing_file', file: name });
  let json: unknown;
  try {
    json = JSON.parse(text.normalize('NFC'));
  } catch (error) {
    return failed({ kind: 'not_json', file: name, detail: error instanceof Error ? error.message : String(error) });
  }
  const parsed = packFiles[name].safeParse(json, inVietnamese);
  if (parsed.success) return { name, value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue): PackFault => ({
    kind: 'wrong_shape',
    file: name,
    path: issue.path.join('.'),
    detail: issue.message,
  }));
  return { name, faults };
}

function refuseFaults(folder: string, faults: readonly PackFault[]): void {
  if (faults.length > 0) throw startRefusal(packText.invalid(folder, faults.map(packFaultText)));
}
