/**
 * Where the database is. With DATABASE_URL: a PostgreSQL server, on which every connection of the app takes a role
 * that owns nothing. Without: PostgreSQL embedded in the data folder, started and stopped with the app.
 */
import { join } from 'node:path';
import { embeddedBinaries } from './embedded/binaries.server.ts';
import { DATABASE, ensureCluster, ensureDatabase } from './embedded/cluster.server.ts';
import { prepareHome } from './embedded/home.server.ts';
import { readPostmaster } from './embedded/process.server.ts';
import { startServer } from './embedded/server.server.ts';

export type Postgres = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly portalUrl: string;
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** Programs of another installation, for example Debian's in the tests. */
  readonly bin?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests: not synced to disk, and removed when the server stops. */
  readonly throwaway?: boolean;
  readonly say?: (line: string) => void;
};

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // After a crash: one call for the whole file system, not one for each of a thousand files. Linux only.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
};

const THROWAWAY_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export async function startEmbedded(options: EmbeddedOptions): Promise<Postgres> {
  const say = options.say ?? ((line) => console.error(line));
  const home = prepareHome(options.dataDir, say);
  const bin = options.bin ?? embeddedBinaries(home.account, home.copies);
  ensureCluster({ ...home, bin, durable: !options.throwaway });
  const settings = { ...SETTINGS, ...(options.throwaway ? THROWAWAY_SETTINGS : {}), ...options.settings };
  const server = await startServer(
    { ...home, bin, settings, ...(options.throwaway ? { throwaway: home.folder } : {}) },
    ensureDatabase,
    say,
  );
  return { ...addresses(server.sockets), stop: server.stop };
}

function addresses(sockets: string): Omit<Postgres, 'stop'> {
  const url = (role: string) => `postgresql://${role}@${encodeURIComponent(sockets)}:5432/${DATABASE}?sslmode=disable`;
  return { ownerUrl: url('thidua_owner'), appUrl: url('thidua_app'), portalUrl: url('thidua_portal') };
}

/** The cluster of a data folder, beside the app when that runs; else started for the while. */
export async function joinEmbedded(options: EmbeddedOptions): Promise<Postgres> {
  const running = readPostmaster(join(embeddedFolder(options.dataDir), 'cluster'));
  if (!running) return startEmbedded(options);
  return { ...addresses(running.sockets), stop: async () => undefined };
}

export type PostgresOptions = {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly migrationUrl?: string | undefined;
  readonly say?: (line: string) => void;
};

export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  if (!options.databaseUrl) return startEmbedded(options);
  return {
    ownerUrl: options.migrationUrl ?? options.databaseUrl,
    appUrl: withRole(options.databaseUrl, 'thidua_app'),
    portalUrl: withRole(options.databaseUrl, 'thidua_portal'),
    stop: async () => undefined,
  };
}

/** The same login, acting as `role` from the first statement on. */
export function withRole(url: string, role: string): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [given, `-c role=${role}`].filter(Boolean).join(' '));
  return parsed.href.replaceAll('+', '%20');
}

/** The superuser's address of an embedded cluster: for backups and tests, never for the app. */
export function asSuperuser(ownerUrl: string, database: string = DATABASE): string {
  const url = new URL(ownerUrl);
  url.username = 'postgres';
  url.pathname = `/${database}`;
  return url.href;
}

/** Folder of the embedded cluster's data, for messages and backups. */
export const embeddedFolder = (dataDir: string): string => join(dataDir, 'postgres');
