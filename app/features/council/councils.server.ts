/** Councils and who sits in them: set up by a decision, changed in time, never overwritten. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId, newId } from '../../platform/id.server.ts';
import { councilRights } from './rights.ts';
import type { Post } from './tally.ts';
import type { Fields, FormWrong } from './typed.ts';
import { dayIn, readCouncil, readMember } from './typed.ts';
import type { Wrong } from './typed.ts';
import { visibleCouncil } from './visible.server.ts';

export type CouncilRow = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly name: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly validUntil: string | null;
  readonly quorumNum: number;
  readonly quorumDen: number;
  readonly votingPercent: number;
  readonly ruleState: 'default' | 'read';
  readonly ruleSource: string | null;
  readonly version: number;
};
export type CouncilMember = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly post: Post;
  readonly title: string;
  readonly hasVote: boolean;
  readonly from: string;
  readonly until: string | null;
  readonly endReason: string | null;
  readonly hasAccount: boolean;
  readonly hasRole: boolean;
};
export type CouncilRefusal =
  | PermitRefusal
  | NotThere
  | LostRace
  | FormWrong
  | { readonly kind: 'sits_already' | 'chair_sits_already' | 'no_such_person' | 'ends_before_it_began' };
type Done = Result<{ readonly id: string }, CouncilRefusal>;

export function councils(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('council')
    .innerJoin('unit_now as u', 'u.id', 'council.unit_id')
    .where(visibleCouncil(actor))
    .select([
      'council.id',
      'council.unit_id as unitId',
      sql<string>`u.name`.as('unitName'),
      'council.name',
      'council.decision_number as decisionNumber',
      sql<string>`council.decided_on`.as('decidedOn'),
      sql<string | null>`council.valid_until`.as('validUntil'),
      'council.quorum_num as quorumNum',
      'council.quorum_den as quorumDen',
      'council.voting_percent as votingPercent',
      sql<'default' | 'read'>`council.rule_state`.as('ruleState'),
      'council.rule_source as ruleSource',
      'council.version',
    ])
    .orderBy('council.decided_on', 'desc');
}

export async function membersOf(db: Kysely<DB>, councilId: string): Promise<readonly CouncilMember[]> {
  const { rows } = await sql<CouncilMember>`
    select m.id, m.person_id as "personId", p.full_name as name, u.name as "unitName", m.post, m.title, m.has_vote as "hasVote",
      m.valid_from as "from", m.valid_until as "until", m.end_reason as "endReason",
      exists (select from account a where a.person_id = p.id and a.state = 'active') as "hasAccount",
      exists (select from role_holding h where h.person_id = p.id and h.role = 'council_member' and h.unit_id = c.unit_id
        and h.valid_from <= today_here() and (h.valid_until is null or h.valid_until > today_here())) as "hasRole"
    from council_member m join council c on c.id = m.council_id join person p on p.id = m.person_id
      join unit_now u on u.id = p.unit_id
    where m.council_id = ${councilId}
    order by m.valid_until is not null, array_position(array['chair', 'deputy', 'member', 'secretary'], m.post),
      p.full_name collate "vi-x-icu"`.execute(db);
  return rows;
}

export function mayKeep(actor: Actor, unitId: string): boolean {
  return isAllowed(councilRights, 'council.keep', actor, [unitId]);
}

export async function setUpCouncil(
  context: Context,
  given: { readonly id: string; readonly unitId: string; readonly fields: Fields },
): Promise<Done> {
  const { tx, actor, now, record } = context;
  const unitId = askedId(given.unitId);
  const allowed = permitTo(councilRights, 'council.keep', actor, [unitId]);
  if (!allowed.ok) return allowed;
  const read = readCouncil(given.fields);
  if (!read.ok) return read;
  if (actor.kind !== 'person') return refuse(notThere);
  const row = { id: given.id, unit_id: unitId, ...columnsOf(read.value), entered_by: actor.personId, entered_at: now };
  const added = await tx
    .insertInto('council')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok({ id: given.id });
  const subject = { kind: 'council', id: given.id };
  await record({ permit: allowed.value, kind: 'council.set_up', subject, unitId, after: read.value });
  return ok({ id: given.id });
}

function columnsOf(content: Extract<ReturnType<typeof readCouncil>, { ok: true }>['value']) {
  const { name, decisionNumber, decidedOn, quorumNum, quorumDen, votingPercent, ruleSource } = content;
  return {
    name,
    decision_number: decisionNumber,
    decided_on: decidedOn,
    quorum_num: quorumNum,
    quorum_den: quorumDen,
    voting_percent: votingPercent,
    rule_source: ruleSource,
    rule_state: ruleSource === null ? 'default' : 'read',
  };
}

export async function changeCouncil(
  context: Context,
  given: { readonly id: string; readonly version: number; readonly fields: Fields },
): Promise<Done> {
  const found = await lockCouncil(context, given.id);
  if (!found.ok) return found;
  const { council, permit } = found.value;
  if (council.version !== given.version) return refuse({ kind: 'lost_race', current: council.version });
  const read = readCouncil(given.fields);
  if (!read.ok) return read;
  await context.tx
    .updateTable('council')
    .set({ ...columnsOf(read.value), version: council.version + 1 })
    .where('id', '=', council.id)
    .execute();
  const subject = { kind: 'council', id: council.id };
  await context.record({
    permit,
    kind: 'council.changed',
    subject,
    unitId: council.unitId,
    before: council,
    after: read.value,
  });
  return ok({ id: council.id });
}

/** One term of one person; a change of post ends the term and begins another. */
export async function seatPerson(
  context: Context,
  given: { readonly id: string; readonly fields: Fields },
): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await lockCouncil(context, given.id);
  if (!found.ok) return found;
  const { council, permit } = found.value;
  const read = readMember(given.fields);
  if (!read.ok) return read;
  const { personId, post, title, hasVote, from } = read.value;
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', askedId(personId))
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!person || actor.kind !== 'person') return refuse({ kind: 'no_such_person' });
  const sitting = (await membersOf(tx, council.id)).filter(({ until }) => until === null);
  if (sitting.some((one) => one.personId === person.id)) return refuse({ kind: 'sits_already' });
  if (post === 'chair' && sitting.some((one) => one.post === 'chair')) return refuse({ kind: 'chair_sits_already' });
  const id = newId();
  const row = { id, council_id: council.id, person_id: person.id, post, title, has_vote: hasVote, valid_from: from };
  await tx
    .insertInto('council_member')
    .values({ ...row, entered_by: actor.personId, entered_at: now })
    .execute();
  const subject = { kind: 'council', id: council.id };
  await record({ permit, kind: 'council.member_seated', subject, unitId: council.unitId, after: row });
  return ok({ id: council.id });
}

export async function endTerm(
  context: Context,
  given: { readonly id: string; readonly memberId: string; readonly fields: Fields },
): Promise<Done> {
  const found = await lockCouncil(context, given.id);
  if (!found.ok) return found;
  const { council, permit } = found.value;
  const member = (await membersOf(context.tx, council.id)).find(({ id }) => id === given.memberId);
  if (!member) return refuse(notThere);
  if (member.until !== null) return ok({ id: council.id });
  const wrongs: Wrong[] = [];
  const until = dayIn({ until: given.fields['until'] || plainDateIn(context.now) }, 'until', wrongs);
  if (wrongs.length > 0) return refuse({ kind: 'form_wrong', wrongs });
  if (until <= member.from) return refuse({ kind: 'ends_before_it_began' });
  const ended = { valid_until: until, end_reason: given.fields['reason']?.trim().slice(0, 500) || null };
  await context.tx.updateTable('council_member').set(ended).where('id', '=', member.id).execute();
  const subject = { kind: 'council', id: council.id };
  await context.record({
    permit,
    kind: 'council.term_ended',
    subject,
    unitId: council.unitId,
    before: member,
    after: ended,
  });
  return ok({ id: council.id });
}

async function lockCouncil({ tx, actor }: Context, id: string) {
  const council = await councils(tx, actor)
    .where('council.id', '=', askedId(id))
    .forUpdate('council')
    .executeTakeFirst();
  if (!council) return refuse(notThere);
  const allowed = permitTo(councilRights, 'council.keep', actor, [council.unitId]);
  return allowed.ok ? ok({ council, permit: allowed.value }) : allowed;
}
