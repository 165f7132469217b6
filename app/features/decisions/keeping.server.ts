/** Papers in the store, by the hash of their content: kept before the transaction that names them ends; rolled back, nothing names them. */
import { buffer } from 'node:stream/consumers';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { StoreRefusal } from '../../platform/files/store.server.ts';
import type { Services } from '../../platform/services.server.ts';

export async function keepPaper(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { files }: Pick<Services, 'files'>,
  pdf: Uint8Array,
): Promise<Result<string, StoreRefusal>> {
  const kept = await files.put(pdf);
  if (!kept.ok) return kept;
  const { hash } = kept.value;
  await tx
    .insertInto('stored_file')
    .values({ hash, size: pdf.length, media_type: 'application/pdf', stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return ok(hash);
}

/** Throws when it is not there: then a file of the product was lost. */
export async function readPaper({ files }: Pick<Services, 'files'>, hash: string): Promise<Uint8Array> {
  const found = await files.open(hash);
  if (!found) throw new Error(`the paper ${hash} is missing`);
  return buffer(found.stream);
}
