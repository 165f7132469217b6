/**
 * All reports of a dossier, or of all dossiers that lie before an appraiser, looked through for the alike in one go: asked for by a person,
 * done by a job with their eyes, its pairs shown to them alone and only as far as they may still know of both.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { Permit, PermitRefusal, Rights } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Database } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Services } from '../../platform/services.server.ts';
import { isReachedFrom } from '../organisation/hands.server.ts';
import { alikeReportsOf } from './alike.server.ts';
import { lockDossier } from './case.server.ts';
import { judgementsOn, pairKey } from './judgements.server.ts';
import type { ReportJudgement } from './report-judgement.ts';
import { pairOf } from './report-judgement.ts';
import { visibleTo } from './visible.server.ts';

const rights = { 'reports.look_through': { by: ['officer', 'head', 'appraiser'] } } as const satisfies Rights<string>;
/** A default of the product: more dossiers than this are looked through in parts. */
export const mostDossiers = 500;

export type AskLook = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  /** Null: all that lie before the asker to be appraised. */
  readonly dossierId: string | null;
};
export type NothingToLook = { readonly kind: 'nothing_to_look' };

export async function askLook(
  context: Context,
  { id, dossierId }: AskLook,
): Promise<Result<{ readonly id: string }, PermitRefusal | NotThere | NothingToLook>> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') return refuse(notThere);
  const asked = dossierId === null ? await ofRound(context) : await ofOne(context, dossierId);
  if (!asked.ok) return asked;
  const { dossierIds, permit, unitId } = asked.value;
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from nominee where dossier_id = any(${[...dossierIds]}::uuid[]) and outcome <> 'removed'`.execute(
    tx,
  );
  const total = rows[0]?.total ?? 0;
  if (total === 0) return refuse({ kind: 'nothing_to_look' });
  const row = { id, dossier_ids: [...dossierIds], is_round: dossierId === null, state: 'queued', total };
  const added = await tx
    .insertInto('report_look')
    .values({ ...row, asked_by: actor.personId, asked_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok({ id });
  const subject = { kind: 'report_look', id };
  await record({ permit, kind: 'nominee.reports_looked_through', subject, unitId, after: row });
  return ok({ id });
}

type Asked = { readonly dossierIds: readonly string[]; readonly permit: Permit; readonly unitId: string };

async function ofOne({ tx, actor }: Context, dossierId: string): Promise<Result<Asked, PermitRefusal | NotThere>> {
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const { unit, receiver } = dossier.places;
  const byUnit = permitTo(rights, 'reports.look_through', actor, unit);
  const allowed = byUnit.ok ? byUnit : permitTo(rights, 'reports.look_through', actor, receiver);
  return allowed.ok ? ok({ dossierIds: [dossierId], permit: allowed.value, unitId: dossier.unitId }) : allowed;
}

async function ofRound({ tx, actor }: Context): Promise<Result<Asked, PermitRefusal | NothingToLook>> {
  const [office] = unitsHeld(actor, 'appraiser');
  const allowed = permitTo(rights, 'reports.look_through', actor, office === undefined ? [] : [office]);
  if (!allowed.ok) return allowed;
  const dossierIds = await roundOf(tx, actor);
  if (office === undefined || dossierIds.length === 0) return refuse({ kind: 'nothing_to_look' });
  return ok({ dossierIds, permit: allowed.value, unitId: office });
}

/** Handed in and not yet before the council, where the asker appraises; the longest waiting first. */
export async function roundOf(db: Kysely<DB>, actor: Actor): Promise<readonly string[]> {
  const held = [...unitsHeld(actor, 'appraiser')];
  if (held.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select dossier.id from dossier
    where dossier.stage in ('submitted', 'appraising', 'consulting') and ${visibleTo(actor)}
      and ${isReachedFrom('dossier.to_unit_id', held)}
    order by dossier.stage_since, dossier.id limit ${mostDossiers}::int`.execute(db);
  return rows.map(({ id }) => id);
}

type PersonOf = (db: Database, personId: string) => Promise<Person | undefined>;

/** How far it is, is told after so many. */
const told = 50;

/** The job. Run twice it finds the same; killed halfway it begins anew. */
export async function runLook({ db, clock }: Services, personOf: PersonOf, lookId: string): Promise<void> {
  const look = await db.selectFrom('report_look').selectAll().where('id', '=', lookId).executeTakeFirst();
  if (!look || look.state === 'done') return;
  const actor = await personOf(db, look.asked_by);
  await db.updateTable('report_look').set({ state: 'running', done: 0 }).where('id', '=', lookId).execute();
  const ids = actor ? await nomineesIn(db, actor, look.dossier_ids) : [];
  const found = new Map<string, { readonly first_id: string; readonly second_id: string; readonly share: number }>();
  for (let from = 0; actor && from < ids.length; from += told) {
    for (const [id, alike] of await alikeReportsOf(db, actor, ids.slice(from, from + told)))
      for (const { other, shared } of alike) {
        const { first, second } = pairOf(id, other.nomineeId);
        const share = Math.max(shared.shareOfMine, shared.shareOfTheirs);
        found.set(pairKey(id, other.nomineeId), { first_id: first, second_id: second, share });
      }
    await db
      .updateTable('report_look')
      .set({ done: Math.min(ids.length, from + told) })
      .where('id', '=', lookId)
      .execute();
  }
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('report_look_pair').where('look_id', '=', lookId).execute();
    const pairs = [...found.values()].map((pair) => ({ look_id: lookId, ...pair }));
    for (let from = 0; from < pairs.length; from += 1000)
      await tx
        .insertInto('report_look_pair')
        .values(pairs.slice(from, from + 1000))
        .execute();
    const ended = { state: 'done', done: look.total, finished_at: clock() };
    await tx.updateTable('report_look').set(ended).where('id', '=', lookId).execute();
  });
}

async function nomineesIn(db: Kysely<DB>, actor: Actor, dossierIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from nominee n join dossier on dossier.id = n.dossier_id
    where n.dossier_id = any(${[...dossierIds]}::uuid[]) and n.outcome <> 'removed' and ${visibleTo(actor)}
    order by n.dossier_id, n.position`.execute(db);
  return rows.map(({ id }) => id);
}

export type Look = {
  readonly id: string;
  readonly isRound: boolean;
  readonly dossiers: number;
  readonly dossierCode: string | null;
  readonly dossierId: string;
  readonly state: 'queued' | 'running' | 'done';
  readonly total: number;
  readonly done: number;
  readonly askedAt: Date;
  readonly pairs: number;
};

/** A person's own, the latest first. */
export async function looksOf(db: Kysely<DB>, actor: Actor, id?: string): Promise<readonly Look[]> {
  if (actor.kind !== 'person') return [];
  const { rows } = await sql<Look>`
    select l.id, l.is_round as "isRound", cardinality(l.dossier_ids) as dossiers, l.dossier_ids[1] as "dossierId", l.state, l.total,
      l.done, l.asked_at as "askedAt", (select count(*)::int from report_look_pair p where p.look_id = l.id) as pairs,
      (select dossier.code from dossier where not l.is_round and dossier.id = l.dossier_ids[1] and ${visibleTo(actor)}) as "dossierCode"
    from report_look l where l.asked_by = ${actor.personId} and (${id ?? null}::uuid is null or l.id = ${id ?? null})
    order by l.asked_at desc limit 30`.execute(db);
  return rows;
}

export type FoundPair = {
  readonly mineId: string;
  readonly mineName: string;
  readonly mineUnit: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly otherId: string;
  readonly otherName: string;
  readonly otherUnit: string;
  readonly otherCode: string;
  readonly share: number;
  readonly judgement: ReportJudgement | null;
};

/** Of both of which the asker may still know; what nobody has looked at first, then by how much is shared. `mine` is of what was looked through. */
export async function pairsOf(db: Kysely<DB>, actor: Actor, lookId: string): Promise<readonly FoundPair[]> {
  const known = sql`select dossier.id, dossier.code from dossier where ${visibleTo(actor)}`;
  const { rows } = await sql<Omit<FoundPair, 'judgement'>>`
    select m.id as "mineId", hm.name as "mineName", um.name as "mineUnit", dm.id as "dossierId", dm.code as "dossierCode",
      o.id as "otherId", ho.name as "otherName", uo.name as "otherUnit", d.code as "otherCode", p.share
    from report_look_pair p join report_look l on l.id = p.look_id
      join nominee f on f.id = p.first_id
      join nominee m on m.id = case when f.dossier_id = any(l.dossier_ids) then p.first_id else p.second_id end
      join nominee o on o.id = case when m.id = p.first_id then p.second_id else p.first_id end
      join (${known}) dm on dm.id = m.dossier_id join (${known}) d on d.id = o.dossier_id
      join holder hm on hm.id = m.holder_id join unit_now um on um.id = hm.unit_id
      join holder ho on ho.id = o.holder_id join unit_now uo on uo.id = ho.unit_id
    where p.look_id = ${lookId}
    order by p.share desc, m.id, o.id limit 1000`.execute(db);
  const judged = await judgementsOn(
    db,
    rows.map(({ mineId, otherId }) => [mineId, otherId] as const),
  );
  const found = rows.map((row) => ({ ...row, judgement: judged.get(pairKey(row.mineId, row.otherId)) ?? null }));
  const isOpen = ({ judgement }: FoundPair) => Number(judgement === null || judgement.isStale);
  return found.toSorted((a, b) => isOpen(b) - isOpen(a));
}
