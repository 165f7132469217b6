/** What a nominee's texts say, and their prints for finding the alike (kernel/alike.ts). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { printsOf } from '../../kernel/alike.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ReportWords } from './report.ts';

/** Made anew whenever the short achievement or the report changes. */
export async function keepPrints({ tx }: Context, nomineeId: string): Promise<void> {
  const texts = (await textsOf(tx, [nomineeId])).get(nomineeId) ?? [];
  const { words, prints } = printsOf(texts);
  const row = { words, prints: [...prints] };
  await tx
    .insertInto('nominee_print')
    .values({ nominee_id: nomineeId, ...row })
    .onConflict((conflict) => conflict.column('nominee_id').doUpdateSet(row))
    .execute();
}

/** In which a copy would show: the short achievement, each section in the order of its form, the words of a file. */
export async function textsOf(
  db: Kysely<DB>,
  nomineeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (nomineeIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    achievement: string;
    sections: ReportWords | null;
    fileText: string | null;
  }>`
    select n.id, n.achievement, r.sections, r.file_text as "fileText"
    from nominee n left join nominee_report r on r.nominee_id = n.id
    where n.id = any(${[...nomineeIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, comparedTexts(row)]));
}

export function comparedTexts(row: {
  readonly achievement: string;
  readonly sections: ReportWords | null;
  readonly fileText: string | null;
}): readonly string[] {
  return [row.achievement, ...Object.values(row.sections ?? {}), row.fileText ?? ''].filter((text) => text !== '');
}
