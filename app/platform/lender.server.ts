/** Whose role each row was sent with, when it was lent: the lender must not check it either (kernel/procedure.ts). */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Permit } from '../kernel/permit.ts';

type Sent = { readonly row: { readonly id: string }; readonly permit: Permit };

/** The value of `submitted_for` in an update of many rows; null for whoever acted in their own name. */
export function lenderIn(
  table: 'actual' | 'pledge' | 'plan' | 'initiative' | 'dossier' | 'score_card' | 'judgement' | 'level_list',
  sent: readonly Sent[],
): RawBuilder<string | null> | null {
  const lent = sent.flatMap(({ row, permit }) => {
    const lender = permit.holding?.forPersonId;
    return lender === undefined ? [] : [{ id: row.id, lender }];
  });
  if (lent.length === 0) return null;
  const [ids, lenders] = [lent.map(({ id }) => id), lent.map(({ lender }) => lender)];
  return sql<string | null>`(
    select l.lender from unnest(${ids}::uuid[], ${lenders}::uuid[]) as l(id, lender) where l.id = ${sql.ref(`${table}.id`)})`;
}
