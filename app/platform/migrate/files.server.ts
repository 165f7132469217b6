/**
 * The migrations as they lie on disk: `db/migrations/NNNN_name.sql`, never edited after landing, and `db/views/*.sql`,
 * made anew whenever one changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '../root.server.ts';

export type SqlFile = { readonly name: string; readonly sql: string; readonly sha256: string };
export type Migrations = { readonly steps: readonly SqlFile[]; readonly views: readonly SqlFile[] };

export function readMigrations(folder: string = join(productRoot(), 'db')): Migrations {
  const steps = readFolder(join(folder, 'migrations'));
  const misnamed = steps.find((step) => !/^\d{4}_[a-z0-9_-]+\.sql$/.test(step.name));
  if (misnamed) throw new Error(`a migration is named NNNN_name.sql, not ${misnamed.name}`);
  const numbers = steps.map((step) => step.name.slice(0, 4));
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice) throw new Error(`two migrations have the number ${twice}`);
  return { steps, views: readFolder(join(folder, 'views')) };
}

function readFolder(folder: string): readonly SqlFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => readSql(folder, name));
}

/** Line ends are evened out first, so that a checkout under another system has the same checksum. */
function readSql(folder: string, name: string): SqlFile {
  const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return { name, sql, sha256: sha256(sql) };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const viewsChecksum = (views: readonly SqlFile[]): string =>
  sha256(views.map((view) => `${view.name} ${view.sha256}`).join('\n'));
