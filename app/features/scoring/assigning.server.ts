/** Who cross-scores whom, for all cards of a judgement at once: as it is, as it is proposed, and assigned. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { JudgementRow } from './case.server.ts';
import { findCard, findJudgement } from './case.server.ts';
import type { AssignCross, AssignRefusal } from './moving.server.ts';
import { assignCross } from './moving.server.ts';
import { cardProcedure } from './procedure.ts';
import { proposeRound } from './round.ts';

export type AssignRow = {
  readonly cardId: string;
  readonly version: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly crossUnitId: string | null;
  /** Null where nobody can be proposed. */
  readonly proposedId: string | null;
};
export type AssignPage = {
  readonly judgement: JudgementRow;
  readonly rows: readonly AssignRow[];
  /** Members that may score somebody. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
};

/** Undefined where the asker may not know of the judgement, or may not assign on it now. */
export async function assignPage(db: Kysely<DB>, actor: Actor, id: string): Promise<AssignPage | undefined> {
  const judgement = await findJudgement(db, actor, id);
  if (judgement?.stage !== 'scoring') return undefined;
  const cards = await openCards(db, id);
  const [first] = cards;
  const card = first && (await findCard(db, actor, first.cardId));
  if (!card || !movesFor(cardProcedure, card, actor).includes('assign')) return undefined;
  const members = (await membersOf(db, id)).filter(({ isActive }) => isActive);
  const kin = await kinOf(
    db,
    members.map((one) => one.id),
  );
  const pairs = proposeRound({
    unitIds: members.map((one) => one.id),
    year: judgement.year,
    isKin: (one, other) => kin.has(`${one} ${other}`),
  });
  const proposed = new Map(pairs.map(({ unitId, crossUnitId }) => [unitId, crossUnitId]));
  return {
    judgement,
    members: members.map(({ id: unitId, name }) => ({ id: unitId, name })),
    rows: cards.map((row) => ({ ...row, proposedId: proposed.get(row.unitId) ?? null })),
  };
}

/** Cards that still wait to be cross-scored. */
async function openCards(db: Kysely<DB>, id: string): Promise<readonly Omit<AssignRow, 'proposedId'>[]> {
  const { rows } = await sql<Omit<AssignRow, 'proposedId'>>`
    select c.id as "cardId", c.version, c.unit_id as "unitId", u.name as "unitName", c.cross_unit_id as "crossUnitId"
    from score_card c join unit_now u on u.id = c.unit_id where c.judgement_id = ${id} and c.stage in ('self', 'cross')
    order by u.name collate "vi-x-icu", c.id`.execute(db);
  return rows;
}

type Member = { readonly id: string; readonly name: string; readonly isActive: boolean };

async function membersOf(db: Kysely<DB>, id: string): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`
    select u.id, u.name, u.is_active as "isActive" from score_card c join unit_now u on u.id = c.unit_id
    where c.judgement_id = ${id} and c.stage <> 'dropped' order by u.name collate "vi-x-icu", u.id`.execute(db);
  return rows;
}

async function kinOf(db: Kysely<DB>, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ above: string; below: string }>`
    select ancestor_id as above, descendant_id as below from unit_tree
    where ancestor_id = any(${[...unitIds]}::uuid[]) and descendant_id = any(${[...unitIds]}::uuid[]) and ancestor_id <> descendant_id`.execute(
    db,
  );
  return new Set(rows.flatMap(({ above, below }) => [`${above} ${below}`, `${below} ${above}`]));
}

export type AssignWrong = {
  readonly kind: 'assign_wrong';
  readonly rows: readonly { readonly cardId: string; readonly refusal: AssignRefusal }[];
};

/** All of them or none; a card whose cross-scorer stays is not touched. */
export async function assignAll(
  context: Context,
  { id, rows }: { readonly id: string; readonly rows: readonly AssignCross[] },
): Promise<Result<{ id: string; assigned: number }, NotThere | AssignWrong>> {
  const { tx, actor } = context;
  if (!(await findJudgement(tx, actor, id))) return refuse(notThere);
  const now = new Map((await openCards(tx, id)).map((card) => [card.cardId, card]));
  const wanted = rows.filter((row) => row.crossUnitId !== now.get(row.id)?.crossUnitId);
  const wrong: AssignWrong['rows'][number][] = [];
  for (const row of wanted) {
    const given = now.has(row.id) ? await assignCross(context, row) : refuse(notThere);
    if (!given.ok) wrong.push({ cardId: row.id, refusal: given.refusal });
  }
  return wrong.length > 0 ? refuse({ kind: 'assign_wrong', rows: wrong }) : ok({ id, assigned: wanted.length });
}
