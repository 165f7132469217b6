/**
 * Where a cluster lives: `<data>/postgres`, owned by the account and closed to others. When the account cannot
 * reach that (the app is root's and the folder lies under a closed home), the cluster is kept under /var/lib/thidua
 * and `<data>/postgres` is a link to it.
 */
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startRefusal } from '../start-refusal.ts';
import { canReach, chooseAccount, give, type Account } from './account.server.ts';
import { embeddedText } from './text.ts';

export type Home = {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly copies: string;
  readonly account: Account;
};

const SHARED_PLACE = '/var/lib/thidua';

export function prepareHome(dataDir: string, say: (line: string) => void): Home {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    return settle(realpathSync(dataDir), say);
  } catch (error) {
    if (!isDenied(error)) throw error;
    throw startRefusal(embeddedText.unwritable(dataDir), error);
  }
}

function settle(dataDir: string, say: (line: string) => void): Home {
  const wanted = join(dataDir, 'postgres');
  const account = chooseAccount(wanted);
  const folder = existsSync(wanted) ? realpathSync(wanted) : makeFolder(wanted, account, say);
  if (!canReach(folder, account, true)) throw startRefusal(embeddedText.notYours(folder));
  const copies = account ? SHARED_PLACE : folder;
  return { folder, cluster: join(folder, 'cluster'), log: join(folder, 'postgres.log'), copies, account };
}

function makeFolder(wanted: string, account: Account, say: (line: string) => void): string {
  if (lstatSync(wanted, { throwIfNoEntry: false })) throw startRefusal(embeddedText.unwritable(wanted));
  if (!account || canReach(dirname(wanted), account)) return makeClosed(wanted, account);
  openPlace(SHARED_PLACE);
  const place = makeClosed(mkdtempSync(join(SHARED_PLACE, 'data-')), account);
  symlinkSync(place, wanted);
  say(embeddedText.placedElsewhere(wanted, place));
  return place;
}

/** Whatever the umask: others must be able to pass through here. */
export function openPlace(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function makeClosed(folder: string, account: Account): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  give(folder, account);
  return folder;
}

function isDenied(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(String(error.code))
  );
}
