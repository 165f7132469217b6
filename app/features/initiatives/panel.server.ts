/** The panel of an initiative: who sits on it, what each gives, and its closing. */
import type { NotAllowed } from '../../kernel/permit.ts';
import { permitOwn } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { InitiativeRow } from './case.server.ts';
import { lockInitiative } from './case.server.ts';
import type { Interested } from './interest.ts';
import { interestOf, withoutInterest } from './interest.ts';
import type { OpenPanel } from './panels.server.ts';
import { lockOpenPanel, mayBeSeated } from './panels.server.ts';
import { initiativeProcedure } from './procedure.ts';
import type { PointsWrong } from './scoring.ts';
import { fewestScores, meanOf, readPoints } from './scoring.ts';

export type PanelRefusal =
  | ProcedureRefusal
  | NotAllowed
  | NotThere
  | LostRace
  | PointsWrong
  | Interested
  | { readonly kind: 'nobody_chosen' | 'sent_it' | 'is_author' | 'panel_closed' | 'has_scored' }
  | { readonly kind: 'not_all_scored'; readonly waiting: readonly string[] }
  | { readonly kind: 'too_few_scores'; readonly scored: number; readonly fewest: number };
type Done = Result<{ readonly id: string }, PanelRefusal>;

export type SeatMember = { readonly id: string; readonly personId: string; readonly version: number };

/** Whoever is an author or submitted it does not sit; who bears an author's name sits and says first whether they are meant. Seated twice, seated once. */
export async function seatMember(context: Context, { id, personId, version }: SeatMember): Promise<Done> {
  const found = await findCase(context, id, 'seat', version);
  if (!found.ok) return found;
  const { row, panel, allowed } = found.value;
  const person = await mayBeSeated(context.tx, { panel, unitId: row.unitId, personId });
  if (!person) return refuse({ kind: 'nobody_chosen' });
  if (personId === row.submittedBy || personId === row.submittedFor) return refuse({ kind: 'sent_it' });
  if (interestOf({ personId, name: person.name }, row.authors) === 'author') return refuse({ kind: 'is_author' });
  const member = { panel_id: panel.id, person_id: personId, has_interest: false };
  const added = await context.tx
    .insertInto('initiative_panel_member')
    .values({ ...member, seated_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!added) return ok({ id });
  await stepPanel(context, panel);
  await context.record({ permit: allowed, ...eventOf(row), after: { seated: personId, ...member } });
  return ok({ id });
}

/** Before they have given points. */
export async function unseatMember(context: Context, { id, personId, version }: SeatMember): Promise<Done> {
  const found = await findCase(context, id, 'seat', version);
  if (!found.ok) return found;
  const { row, panel, allowed } = found.value;
  const member = panel.members.find((one) => one.personId === personId);
  if (!member) return ok({ id });
  if (member.hasScored) return refuse({ kind: 'has_scored' });
  await context.tx
    .deleteFrom('initiative_panel_member')
    .where('panel_id', '=', panel.id)
    .where('person_id', '=', personId)
    .execute();
  await stepPanel(context, panel);
  await context.record({ permit: allowed, ...eventOf(row), before: { seated: personId } });
  return ok({ id });
}

export type GivePoints = {
  readonly id: string;
  readonly typed: (position: number) => string;
  readonly remark: string;
  /** The member declares an interest instead: no points, on record. */
  readonly hasInterest: boolean;
  /** What a member who bears an author's name declares. */
  readonly isNoAuthor?: boolean;
};

/** Each member's own, changed as often as they like until the panel closes. */
export async function givePoints(context: Context, command: GivePoints): Promise<Done> {
  const { tx, actor, now, record } = context;
  const { id, typed, remark, hasInterest, isNoAuthor = false } = command;
  const row = await lockInitiative(tx, actor, id);
  const panel = row && (await lockOpenPanel(tx, id));
  if (!row || actor.kind !== 'person') return refuse(notThere);
  if (!panel) return refuse({ kind: 'panel_closed' });
  const member = panel.members.find(({ personId }) => personId === actor.personId);
  if (!member) return refuse(notThere);
  const own = permitOwn('initiative.score', actor, member.personId);
  if (!own.ok) return own;
  const free = withoutInterest(own.value, row.authors, isNoAuthor || hasInterest);
  if (!free.ok) return free;
  const read = hasInterest ? ok([]) : readPoints(panel.set.criteria, typed);
  if (!read.ok) return read;
  const place = { panel_id: panel.id, person_id: actor.personId };
  await tx
    .deleteFrom('initiative_score')
    .where('panel_id', '=', panel.id)
    .where('person_id', '=', actor.personId)
    .execute();
  await tx
    .updateTable('initiative_panel_member')
    .set({
      has_interest: hasInterest,
      remark: remark.trim().slice(0, 2000),
      scored_at: hasInterest ? null : now,
      not_author_at: isNoAuthor && !hasInterest && member.interest === 'namesake' ? now : null,
    })
    .where('panel_id', '=', panel.id)
    .where('person_id', '=', actor.personId)
    .execute();
  if (read.value.length > 0)
    await tx
      .insertInto('initiative_score')
      .values(read.value.map((points) => ({ ...place, ...points })))
      .execute();
  await record({
    permit: own.value,
    ...eventOf(row),
    after: { ...place, hasInterest, isNoAuthor, points: read.value },
  });
  return ok({ id });
}

/** Everybody who may has given points; then nothing of it changes any more. */
export async function closePanel(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Done> {
  const found = await findCase(context, id, 'close', version);
  if (!found.ok) return found;
  const { row, panel, allowed } = found.value;
  const scoring = panel.members.filter(({ hasInterest }) => !hasInterest);
  const waiting = scoring.filter(({ hasScored }) => !hasScored).map(({ name }) => name);
  if (waiting.length > 0) return refuse({ kind: 'not_all_scored', waiting });
  const mean = meanOf(scoring.map(({ sum }) => sum ?? 0));
  if (mean === undefined || scoring.length < fewestScores)
    return refuse({ kind: 'too_few_scores', scored: scoring.length, fewest: fewestScores });
  if (context.actor.kind !== 'person') return refuse(notThere);
  const closed = { closed_by: context.actor.personId, closed_at: context.now, mean, scored: scoring.length };
  await context.tx
    .updateTable('initiative_panel')
    .set({ ...closed, version: panel.version + 1 })
    .where('id', '=', panel.id)
    .execute();
  await context.record({ permit: allowed, ...eventOf(row), after: { closed: panel.id, mean, scored: scoring.length } });
  return ok({ id });
}

const eventOf = ({ id, unitId }: InitiativeRow) =>
  ({ kind: 'initiative.reviewed', subject: { kind: 'initiative', id }, unitId }) as const;

async function stepPanel({ tx }: Context, { id, version }: OpenPanel): Promise<void> {
  await tx
    .updateTable('initiative_panel')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
}

async function findCase({ tx, actor }: Context, id: string, move: 'seat' | 'close', version: number) {
  const row = await lockInitiative(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(initiativeProcedure, row, actor, move);
  if (!allowed.ok) return allowed;
  const free = withoutInterest(allowed.value, row.authors, true);
  if (!free.ok) return free;
  const panel = await lockOpenPanel(tx, id);
  if (!panel) return refuse({ kind: 'panel_closed' });
  if (panel.version !== version) return refuse({ kind: 'lost_race', current: panel.version });
  return ok({ row, panel, allowed: allowed.value });
}
