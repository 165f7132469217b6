/**
 * Achievement reports that are alike: candidates by their prints, what they really share found word for word (kernel/alike.ts). Among
 * all that the asker may know of: a draft of another unit is not among them. A person judges; nothing is refused by itself.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Shared } from '../../kernel/alike.ts';
import { sharedBetween } from '../../kernel/alike.ts';
import type { DB } from '../../platform/db-types.ts';
import { withSharedPrints } from '../../platform/shared-prints.server.ts';
import { textsOf } from './prints.server.ts';
import { visibleTo } from './visible.server.ts';

export type Compared = {
  readonly nomineeId: string;
  readonly dossierId: string;
  readonly name: string;
  readonly unitName: string;
  readonly year: number;
  readonly awardCode: string;
};
export type AlikeReport = { readonly other: Compared; readonly shared: Shared };

/** Candidates compared word for word. */
const compared = 12;
/** Less than this of either is no likeness: a default of the product, as of initiatives. */
export const leastShare = 0.15;
const shown = 5;

export async function findAlikeReports(
  db: Kysely<DB>,
  actor: Actor,
  nomineeId: string,
): Promise<readonly AlikeReport[]> {
  const candidates = await sql<Compared>`
    select n.id as "nomineeId", n.dossier_id as "dossierId", h.name, u.name as "unitName", dossier.year, n.award_code as "awardCode"
    from ${withSharedPrints('nominee_print', nomineeId)} c join nominee n on n.id = c.id join dossier on dossier.id = n.dossier_id
      join holder h on h.id = n.holder_id join unit_now u on u.id = h.unit_id
    where dossier.stage <> 'withdrawn' and ${visibleTo(actor)}
      and n.holder_id <> (select m.holder_id from nominee m where m.id = ${nomineeId})
    order by c.weight desc, c.shared desc, n.id limit ${compared}::int`.execute(db);
  const texts = await textsOf(db, [nomineeId, ...candidates.rows.map((one) => one.nomineeId)]);
  const mine = texts.get(nomineeId) ?? [];
  return candidates.rows
    .map((other) => ({ other, shared: sharedBetween(mine, texts.get(other.nomineeId) ?? []) }))
    .filter(({ shared }) => Math.max(shared.shareOfMine, shared.shareOfTheirs) >= leastShare)
    .toSorted((a, b) => b.shared.shareOfMine - a.shared.shareOfMine)
    .slice(0, shown);
}

export type ReportPair = { readonly mine: Compared; readonly other: Compared; readonly shared: Shared };

/** Two side by side, of dossiers that the asker may know of. */
export async function findReportPair(
  db: Kysely<DB>,
  actor: Actor,
  { id, otherId }: { readonly id: string; readonly otherId: string },
): Promise<ReportPair | undefined> {
  const { rows } = await sql<Compared>`
    select n.id as "nomineeId", n.dossier_id as "dossierId", h.name, u.name as "unitName", dossier.year, n.award_code as "awardCode"
    from nominee n join dossier on dossier.id = n.dossier_id join holder h on h.id = n.holder_id join unit_now u on u.id = h.unit_id
    where n.id in (${id}, ${otherId}) and ${visibleTo(actor)}`.execute(db);
  const [mine, other] = [id, otherId].map((one) => rows.find(({ nomineeId }) => nomineeId === one));
  if (!mine || !other || id === otherId) return undefined;
  const texts = await textsOf(db, [id, otherId]);
  return { mine, other, shared: sharedBetween(texts.get(id) ?? [], texts.get(otherId) ?? []) };
}
