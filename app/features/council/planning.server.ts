/** A session as it is prepared: when, where, and which nominees of which dossiers stand on its agenda. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId, newId } from '../../platform/id.server.ts';
import { voteOf } from '../awards/law/law-book.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import { isActedForBy } from '../organisation/hands.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import { councils } from './councils.server.ts';
import { councilRights } from './rights.ts';
import { ruleOf } from './rule.ts';
import { hasItem } from './standing-items.server.ts';
import type { Fields, FormWrong, SessionContent } from './typed.ts';
import { readSession } from './typed.ts';

export type PlanRefusal =
  | ProcedureRefusal
  | PermitRefusal
  | NotThere
  | LostRace
  | FormWrong
  | { readonly kind: 'nothing_to_list' | 'item_voted_on' | 'manner_is_fixed' };
type Done = Result<{ readonly id: string }, PlanRefusal>;

export async function planSession(
  context: Context,
  given: { readonly id: string; readonly councilId: string; readonly fields: Fields },
): Promise<Done> {
  const { tx, actor, now, record } = context;
  const council = await councils(tx, actor).where('council.id', '=', askedId(given.councilId)).executeTakeFirst();
  if (!council || actor.kind !== 'person') return refuse(notThere);
  const allowed = permitTo(councilRights, 'council.plan', actor, [council.unitId]);
  if (!allowed.ok) return allowed;
  const read = readSession(given.fields);
  if (!read.ok) return read;
  const added = await tx
    .insertInto('council_session')
    .values({
      id: given.id,
      council_id: council.id,
      unit_id: council.unitId,
      ...columnsOf(read.value),
      stage: 'planned',
      stage_since: now,
      entered_by: actor.personId,
      entered_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok({ id: given.id });
  const subject = { kind: 'council_session', id: given.id };
  await record({
    permit: allowed.value,
    kind: 'council.session_planned',
    subject,
    unitId: council.unitId,
    after: read.value,
  });
  return ok({ id: given.id });
}

function columnsOf({ title, manner, plannedOn, plannedTime, place, notes }: SessionContent) {
  return { title, manner, planned_on: plannedOn, planned_time: plannedTime, place, notes };
}

/** Until it is concluded; once it is open the way and the day stay as they were called. */
export async function changeSession(
  context: Context,
  given: { readonly id: string; readonly version: number; readonly fields: Fields },
): Promise<Done> {
  const found = await lockFor(context, given.id, 'change');
  if (!found.ok) return found;
  const { session } = found.value;
  if (session.version !== given.version) return refuse({ kind: 'lost_race', current: session.version });
  const isFixed = session.openedAt !== null;
  const kept = { manner: session.manner, plannedOn: session.plannedOn };
  const read = readSession(isFixed ? { ...given.fields, ...kept } : given.fields);
  if (!read.ok) return read;
  await context.tx
    .updateTable('council_session')
    .set({ ...columnsOf(read.value), version: session.version + 1 })
    .where('id', '=', session.id)
    .execute();
  await context.record({ ...eventOf(found.value), kind: 'council.session_changed', after: read.value });
  return ok({ id: session.id });
}

/** All nominees that still stand, of dossiers that were sent to the council of this unit. Listed twice, listed once. */
export async function listDossiers(
  context: Context,
  given: { readonly id: string; readonly dossierIds: readonly string[] },
): Promise<Done> {
  const { tx, record } = context;
  const found = await lockFor(context, given.id, 'list');
  if (!found.ok) return found;
  const { session } = found.value;
  const wanted = given.dossierIds.map(askedId).toSorted();
  // So that none is sent back from under the agenda meanwhile; a statement of its own sees what the other wrote.
  if (wanted.length > 0)
    await tx.selectFrom('dossier').select('id').where('id', 'in', wanted).orderBy('id').forUpdate().execute();
  const { rows } = await sql<{ nomineeId: string; dossierId: string; awardCode: string; receivedOn: string }>`
    select n.id as "nomineeId", n.dossier_id as "dossierId", n.award_code as "awardCode", d.received_on as "receivedOn"
    from nominee n join dossier d on d.id = n.dossier_id
    where d.stage = 'council' and ${isActedForBy('d.to_unit_id', [session.unitId])} and n.outcome = 'open'
      and d.id = any(${wanted}::uuid[])
      and not exists (select from council_item i where i.session_id = ${session.id} and i.nominee_id = n.id)
      and not ${hasItem}
    order by d.code, n.position`.execute(tx);
  if (rows.length === 0) return refuse({ kind: 'nothing_to_list' });
  const last = await lastPosition(tx, session.id);
  const book = await ruleBook(tx);
  const items = rows.map(({ nomineeId, dossierId, awardCode, receivedOn }, at) => {
    const { atLeastPercent, isSecret, article, source, state } = ruleOf(voteOf(book, awardCode, receivedOn));
    const rule = {
      at_least_percent: atLeastPercent,
      is_secret: isSecret,
      rule_article: article,
      rule_source: source,
      rule_state: state,
    };
    const place = { session_id: session.id, nominee_id: nomineeId, dossier_id: dossierId, position: last + at + 1 };
    return { id: newId(), ...place, ...rule, stage: 'listed' };
  });
  await tx.insertInto('council_item').values(items).execute();
  const after = { listed: items.map(({ nominee_id }) => nominee_id) };
  await record({ ...eventOf(found.value), kind: 'council.agenda_changed', after });
  return ok({ id: session.id });
}

async function lastPosition(db: Kysely<DB>, sessionId: string): Promise<number> {
  const row = await db
    .selectFrom('council_item')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return Number(row.last);
}

export type ItemChange = {
  readonly id: string;
  readonly itemId: string;
  /** `postpone` keeps it on the agenda with a reason, its dossier waits for a later session. */
  readonly change: 'take_off' | 'postpone' | 'secret' | 'by_name';
  readonly reason?: string;
};

export async function changeItem(context: Context, { id, itemId, change, reason }: ItemChange): Promise<Done> {
  const { tx, record } = context;
  const found = await lockFor(context, id, 'list');
  if (!found.ok) return found;
  const item = await tx
    .selectFrom('council_item as i')
    .innerJoin('nominee as n', 'n.id', 'i.nominee_id')
    .innerJoin('dossier as d', 'd.id', 'i.dossier_id')
    .select([
      'i.id',
      'i.stage',
      'n.award_code',
      sql<string>`d.received_on`.as('receivedOn'),
      sql<number>`(select count(*) from council_poll p where p.item_id = i.id)`.as('polls'),
    ])
    .where('i.id', '=', askedId(itemId))
    .where('i.session_id', '=', found.value.session.id)
    .executeTakeFirst();
  if (!item) return refuse(notThere);
  if (item.stage !== 'listed' || (change === 'take_off' && Number(item.polls) > 0))
    return refuse({ kind: 'item_voted_on' });
  if (change === 'take_off') await tx.deleteFrom('council_item').where('id', '=', item.id).execute();
  else if (change === 'postpone') {
    const why = reason?.trim() ?? '';
    if (why === '') return refuse({ kind: 'form_wrong', wrongs: [{ field: 'reason', problem: 'missing' }] });
    await tx
      .updateTable('council_item')
      .set({ stage: 'postponed', postponed_reason: why })
      .where('id', '=', item.id)
      .execute();
  } else {
    const rule = ruleOf(voteOf(await ruleBook(tx), item.award_code, item.receivedOn));
    if (!rule.mayChoose) return refuse({ kind: 'manner_is_fixed' });
    await tx
      .updateTable('council_item')
      .set({ is_secret: change === 'secret' })
      .where('id', '=', item.id)
      .execute();
  }
  await record({
    ...eventOf(found.value),
    kind: 'council.agenda_changed',
    reason: reason?.trim() || null,
    after: { itemId: item.id, change },
  });
  return ok({ id });
}
