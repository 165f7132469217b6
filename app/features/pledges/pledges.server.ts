/** What a unit writes: a pledge entered, changed, or revised once it is accepted. */
import { sql } from 'kysely';
import { decimal } from '../../kernel/decimal.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { isYear } from '../../kernel/calendar.ts';
import type { PledgeRow } from './case.server.ts';
import { findGround, lockPledges } from './case.server.ts';
import type { About, PledgeContent, PledgeRefusal, TypedPledge } from './pledge.ts';
import { readPledge } from './pledge.ts';
import { pledgeProcedure } from './procedure.ts';

export type EnterPledge = About & {
  /** Minted when the form was drawn: sent twice, it is one pledge. */
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly typed: TypedPledge;
};

/** State secrets never enter the system: whatever the door, the same answer. */
export type SecretScheme = { readonly kind: 'secret_scheme'; readonly schemeCode: string };
export type YearOutside = { readonly kind: 'year_outside' };
export type PledgeTaken = { readonly kind: 'already_open' | 'already_accepted'; readonly id: string };
export type EnterPledgeRefusal =
  | ProcedureRefusal
  | PledgeRefusal
  | NotThere
  | LostRace
  | SecretScheme
  | YearOutside
  | PledgeTaken;
export type KeptPledge = { readonly id: string; readonly version: number };

export async function enterPledge(
  context: Context,
  command: EnterPledge,
): Promise<Result<KeptPledge, EnterPledgeRefusal>> {
  const { tx, actor } = context;
  const ground = await findGround(tx, command.unitId, command);
  if (!ground) return refuse(notThere);
  const places = { stage: 'draft', places: ground.places, submittedBy: null } as const;
  const allowed = permit(pledgeProcedure, places, actor, 'change');
  if (!allowed.ok) return allowed;
  if (ground.isSecret) return refuse({ kind: 'secret_scheme', schemeCode: ground.schemeCode ?? '' });
  if (!isYear(command.year)) return refuse({ kind: 'year_outside' });
  const read = readPledge(command.typed, ground.rule);
  if (!read.ok) return read;
  return insert(context, allowed.value, { ...command, content: read.value, supersedesId: null });
}

type NewPledge = About & {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly content: PledgeContent;
  readonly supersedesId: string | null;
};

async function insert(
  context: Context,
  allowed: Permit,
  given: NewPledge,
): Promise<Result<KeptPledge, PledgeTaken | LostRace>> {
  const { tx, now, record } = context;
  if (allowed.actor.kind !== 'person') throw new Error('only people pledge');
  const { id, unitId, year, content } = given;
  const about = {
    scheme_code: given.schemeCode,
    indicator_code: given.indicatorCode,
    criterion_code: given.criterionCode,
  };
  const row = { id, unit_id: unitId, year, ...about, ...columnsOf(content), stage: 'draft' };
  const added = await tx
    .insertInto('pledge')
    .values({ ...row, supersedes_id: given.supersedesId, entered_by: allowed.actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  const standing = await findStanding(context, given);
  const open = standing.find((each) => each.stage !== 'accepted');
  if (!added) return open?.id === id ? sentAgain(open, content) : taken('already_open', open?.id);
  const accepted = standing.find((each) => each.stage === 'accepted');
  if (accepted && accepted.id !== given.supersedesId) return taken('already_accepted', accepted.id);
  await record({ permit: allowed, kind: 'pledge.entered', subject: { kind: 'pledge', id }, unitId, after: row });
  return ok(added);
}

type Standing = Awaited<ReturnType<typeof findStanding>>[number];

/** The same request twice is one pledge; with other words or figures it is not the same request. */
function sentAgain(open: Standing, content: PledgeContent): Result<KeptPledge, LostRace> {
  const { id, version, wording, value, unit_of_measure: unitOfMeasure } = open;
  const isSame = wording === content.wording && isSameFigure(value, content.value);
  if (isSame && unitOfMeasure === content.unitOfMeasure) return ok({ id, version });
  return refuse({ kind: 'lost_race', current: version });
}

function isSameFigure(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : decimal(a).eq(b);
}

function taken(kind: PledgeTaken['kind'], id: string | undefined): Result<KeptPledge, PledgeTaken | LostRace> {
  return id === undefined ? refuse({ kind: 'lost_race', current: 0 }) : refuse({ kind, id });
}

async function findStanding({ tx }: Context, { unitId, year, schemeCode, indicatorCode, criterionCode }: NewPledge) {
  return tx
    .selectFrom('pledge')
    .select(['id', 'stage', 'version', 'wording', 'value', 'unit_of_measure'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .where(sql<boolean>`(coalesce(scheme_code, ''), coalesce(indicator_code, ''), coalesce(criterion_code, ''))
      = (${schemeCode ?? ''}, ${indicatorCode ?? ''}, ${criterionCode ?? ''})`)
    .where('stage', '!=', 'withdrawn')
    .where('superseded_at', 'is', null)
    .execute();
}

function columnsOf({ wording, value, unitOfMeasure }: PledgeContent) {
  return { wording, value, unit_of_measure: unitOfMeasure };
}

export type ChangePledge = { readonly id: string; readonly version: number; readonly typed: TypedPledge };
export type ChangePledgeRefusal = ProcedureRefusal | PledgeRefusal | NotThere | LostRace;

export async function changePledge(
  context: Context,
  { id, version, typed }: ChangePledge,
): Promise<Result<KeptPledge, ChangePledgeRefusal>> {
  const { tx, actor, record } = context;
  const before = (await lockPledges(tx, actor, [id])).get(id);
  if (!before) return refuse(notThere);
  const allowed = permit(pledgeProcedure, before, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const read = await readFor(context, before, typed);
  if (!read.ok) return read;
  const after = { ...columnsOf(read.value), version: version + 1 };
  await tx.updateTable('pledge').set(after).where('id', '=', id).execute();
  const subject = { kind: 'pledge', id };
  const was = columnsOf(before);
  await record({ permit: allowed.value, kind: 'pledge.changed', subject, unitId: before.unitId, before: was, after });
  return ok({ id, version: version + 1 });
}

async function readFor({ tx }: Context, row: PledgeRow, typed: TypedPledge) {
  const ground = await findGround(tx, row.unitId, row);
  return ground ? readPledge(typed, ground.rule) : refuse(notThere);
}

export type RevisePledge = { readonly id: string; readonly newId: string; readonly typed: TypedPledge };

/** The accepted pledge holds until its revision is accepted. */
export async function revisePledge(
  context: Context,
  { id, newId, typed }: RevisePledge,
): Promise<Result<KeptPledge, EnterPledgeRefusal>> {
  const { tx, actor } = context;
  const before = (await lockPledges(tx, actor, [id])).get(id);
  if (!before) return refuse(notThere);
  const allowed = permit(pledgeProcedure, before, actor, 'revise');
  if (!allowed.ok) return allowed;
  if (before.isSuperseded) return refuse({ kind: 'lost_race', current: before.version });
  const read = await readFor(context, before, typed);
  if (!read.ok) return read;
  return insert(context, allowed.value, { ...before, id: newId, content: read.value, supersedesId: id });
}
