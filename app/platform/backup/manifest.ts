/** What a backup says of itself; the last file written, so that a folder without it is no backup. */
import { z } from 'zod';

const written = z.object({ path: z.string(), sha256: z.string() }).readonly();

const table = z
  .object({
    schema: z.enum(['public', 'pgboss']),
    name: z.string(),
    columns: z.array(z.string()).readonly(),
    rows: z.number().int(),
    path: z.string(),
    sha256: z.string(),
  })
  .readonly();

export const manifest = z
  .object({
    format: z.literal(1),
    takenAt: z.iso.datetime(),
    /** Of the database at that moment; a later version restores by running the rest. */
    migrations: z.array(z.object({ name: z.string(), sha256: z.string() }).readonly()).readonly(),
    jobsVersion: z.number().int(),
    tables: z.array(table).readonly(),
    files: z.array(written).readonly(),
  })
  .readonly();

export type Manifest = z.infer<typeof manifest>;
export type TableCopy = z.infer<typeof table>;
export type FileCopy = z.infer<typeof written>;

export const countRows = (tables: readonly TableCopy[]): number => tables.reduce((sum, { rows }) => sum + rows, 0);
