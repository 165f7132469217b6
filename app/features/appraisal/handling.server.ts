/** Opinions of the people, opened by whoever appraises and handled with a reason; what the council is told of them names nobody. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { lockList, opinionsOpenTo } from './list-case.server.ts';
import type { ListRefusal, OnList } from './lists.server.ts';
import type { ListState, OpinionOutcome } from './opinion.ts';
import { readOutcome } from './opinion.ts';
import { listProcedure } from './procedure.ts';
import { sealedFor } from './public.server.ts';

export type OpenedOpinion = {
  readonly id: string;
  readonly about: string | null;
  readonly text: string;
  readonly sender: { readonly name: string; readonly contact: string } | null;
  readonly receivedAt: Date;
  readonly outcome: OpinionOutcome | null;
  readonly reason: string | null;
  readonly passedTo: string | null;
  readonly handledBy: string | null;
  readonly handledAt: Date | null;
  readonly version: number;
};

/** Nothing for whoever does not appraise the dossier. */
export async function opinionsOf(
  db: Kysely<DB>,
  actor: Actor,
  seal: Seal,
  listId: string,
): Promise<readonly OpenedOpinion[]> {
  const rows = await db
    .selectFrom('public_opinion as o')
    .innerJoin('public_list as l', 'l.id', 'o.list_id')
    .innerJoin('dossier as d', 'd.id', 'l.dossier_id')
    .leftJoin('public_list_item as i', (join) =>
      join.onRef('i.list_id', '=', 'o.list_id').onRef('i.nominee_id', '=', 'o.nominee_id'),
    )
    .leftJoin('person as p', 'p.id', 'o.handled_by')
    .where('o.list_id', '=', listId)
    .where(opinionsOpenTo(actor))
    .select([
      'o.id',
      'i.name as about',
      'o.text_sealed',
      'o.sender_sealed',
      'o.received_at as receivedAt',
      sql<OpinionOutcome | null>`o.outcome`.as('outcome'),
      'o.outcome_reason as reason',
      'o.passed_to as passedTo',
      'p.full_name as handledBy',
      'o.handled_at as handledAt',
      'o.version',
    ])
    .orderBy('o.received_at')
    .orderBy('o.id')
    .execute();
  return rows.map(({ text_sealed, sender_sealed, ...row }) => ({
    ...row,
    text: seal.open(sealedFor.text, text_sealed),
    sender:
      sender_sealed === null
        ? null
        : (JSON.parse(seal.open(sealedFor.sender, sender_sealed)) as OpenedOpinion['sender']),
  }));
}

export type HandleOpinion = Omit<OnList, 'version'> & {
  readonly opinionId: string;
  /** Of the opinion. */
  readonly version: number;
};

export async function handleOpinion(
  { tx, actor, now, record }: Context,
  { id, opinionId, version, typed }: HandleOpinion,
): Promise<Result<{ readonly id: string }, ListRefusal | NotThere | LostRace>> {
  const list = await lockList(tx, actor, id);
  if (!list) return refuse(notThere);
  const allowed = permit(listProcedure, list, actor, 'handle');
  if (!allowed.ok) return allowed;
  const before = await tx
    .selectFrom('public_opinion')
    .select(['id', 'outcome', 'version'])
    .where('id', '=', opinionId)
    .where('list_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return refuse(notThere);
  const read = readOutcome(typed);
  if (!read.ok) return read;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  if (actor.kind !== 'person') throw new Error('only people handle opinions');
  const { outcome, reason, passedTo } = read.value;
  await tx
    .updateTable('public_opinion')
    .set({
      outcome,
      outcome_reason: reason,
      passed_to: passedTo,
      handled_by: actor.personId,
      handled_for: allowed.value.holding?.forPersonId ?? null,
      handled_at: now,
      version: version + 1,
    })
    .where('id', '=', opinionId)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'public_opinion.handled',
    subject: { kind: 'public_list', id },
    unitId: list.toUnitId,
    reason,
    before: { opinion: opinionId, outcome: before.outcome },
    after: { opinion: opinionId, outcome, passed_to: passedTo },
  });
  return ok({ id });
}

/** Of a list that was shown: what the minutes of the council say of it (Nghị định 152/2025/NĐ-CP, Điều 44). */
export type PublicOpinions = {
  readonly dossierId: string;
  readonly state: ListState;
  readonly openedOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly workingDays: number;
  readonly shown: number;
  readonly counts: Readonly<Record<OpinionOutcome | 'unhandled', number>>;
  /** About whom and how it was settled; never by whom. */
  readonly settled: readonly {
    readonly about: string | null;
    readonly outcome: OpinionOutcome;
    readonly reason: string;
  }[];
  /** Who was added to it or taken off it while it was shown, and why; of who was added until when they are shown. */
  readonly amended: readonly {
    readonly what: 'added' | 'removed';
    readonly on: PlainDate;
    readonly about: readonly string[];
    readonly reason: string;
    readonly closesOn: PlainDate;
  }[];
};

/** For callers that may know of the dossiers. A dossier whose list was never shown has none. */
export async function publicOpinionsFor(
  db: Kysely<DB>,
  dossierIds: readonly string[],
): Promise<readonly PublicOpinions[]> {
  if (dossierIds.length === 0) return [];
  const { rows } = await sql<PublicOpinions>`
    select l.dossier_id as "dossierId", l.state, l.opened_on as "openedOn", l.closes_on as "closesOn", l.working_days as "workingDays",
      (select count(*) from public_list_item i where i.list_id = l.id and i.withdrawn_at is null)::int as shown,
      json_build_object(
        'accepted', count(o.id) filter (where o.outcome = 'accepted'),
        'not_accepted', count(o.id) filter (where o.outcome = 'not_accepted'),
        'passed_on', count(o.id) filter (where o.outcome = 'passed_on'),
        'unhandled', count(o.id) filter (where o.outcome is null)) as counts,
      coalesce(json_agg(json_build_object('about', i.name, 'outcome', o.outcome, 'reason', o.outcome_reason) order by o.received_at)
        filter (where o.outcome is not null), '[]') as settled,
      coalesce((select json_agg(json_build_object('what', c.what, 'on', (c.at at time zone 'Asia/Ho_Chi_Minh')::date, 'about', c.about,
        'reason', c.reason, 'closesOn', c.closes_on) order by c.at, c.id)
        from public_list_change c where c.list_id = l.id and c.what in ('added', 'removed')), '[]') as amended
    from public_list l
    left join public_opinion o on o.list_id = l.id
    left join public_list_item i on i.list_id = l.id and i.nominee_id = o.nominee_id
    where l.dossier_id = any(${[...dossierIds]}::uuid[]) and l.state <> 'withdrawn'
    group by l.id order by l.opened_on, l.id`.execute(db);
  return rows;
}
