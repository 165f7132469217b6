/** Letters that urge: drafted from late duties, edited, brought up to date, numbered when signed, or put away. */
import type { Transaction } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { importedId } from '../../platform/id.server.ts';
import { issuersFor } from '../directive/issuers.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { addressedName } from '../organisation/issuer.text.ts';
import { rootPath } from '../organisation/root.server.ts';
import { lateBy } from './duty.ts';
import type { GatheredDuty } from './gathered.ts';
import type { LetterRow } from './letter-rows.server.ts';
import { dutiesIn, lockLetter, secretSchemes } from './letter-rows.server.ts';
import { draftContent } from './letter.text.ts';
import type { LetterContent, LetterDuty, LetterMove, LetterWrong } from './letter.ts';
import { letterFieldNames, letterProcedure, readIssue, readLetter } from './letter.ts';
import { stillOwed } from './reminders.server.ts';

export type NothingLate = { readonly kind: 'nothing_late' };
export type LetterRefusal = ProcedureRefusal | NotThere | LostRace | NothingLate | LetterWrong;

export type DraftLetters = {
  /** Minted when the form was drawn: sent twice, it is the same letters. */
  readonly id: string;
  readonly keys: readonly string[];
  /** One letter with an annex; otherwise one for each unit. */
  readonly together: boolean;
  /** In whose name. */
  readonly issuerId: string;
};
export type Drafted = { readonly ids: readonly string[] };

export async function draftLetters(
  context: Context,
  { id, keys, together, issuerId }: DraftLetters,
): Promise<Result<Drafted, LetterRefusal>> {
  const { tx, actor, now } = context;
  const start = { stage: 'draft', places: { root: await rootPath(tx) }, submittedBy: null } as const;
  const allowed = permit(letterProcedure, start, actor, 'change');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse(notThere);
  const today = plainDateIn(now);
  const late = (await stillOwed(tx, actor, { keys, today })).filter(isLate);
  const units = Map.groupBy(late, ({ unitId }) => unitId);
  if (units.size === 0) return refuse({ kind: 'nothing_late' });
  if (!(await issuersFor(tx, actor)).some((choice) => choice.id === issuerId)) return refuse(issuerUnchosen);
  const issuer = await issuerAt(tx, issuerId);
  const ids: string[] = [];
  for (const some of together ? [late] : units.values()) {
    const unit = together && units.size > 1 ? null : (some[0]?.unit ?? null);
    const duties = some.map((duty) => lineOf(duty, unit === null));
    const content = draftContent({ issuer, today, duties }, unit && addressedName(unit));
    const letterId = ids.length === 0 ? id : importedId(id, some[0]?.unitId ?? '');
    ids.push(letterId);
    if (!(await insertLetter(context, { id: letterId, family: issuer.family, content, today }))) continue;
    await putDuties(tx, letterId, duties);
    await context.record({
      permit: allowed.value,
      kind: 'letter.drafted',
      subject: { kind: 'letter', id: letterId },
      unitId: unit?.id ?? null,
      after: { about: content.about, duties: duties.map(({ key }) => key) },
    });
  }
  return ok({ ids });
}

const issuerUnchosen: LetterWrong = {
  kind: 'letter_wrong',
  problems: [{ field: 'issuer', problem: { kind: 'issuer_unchosen' } }],
};

function isLate({ state, dueOn, lastDay }: GatheredDuty): boolean {
  return state === 'late' && dueOn !== null && lastDay !== null;
}

/** What only the unit's own office may know is left out of a letter that others read too. */
function lineOf(duty: GatheredDuty, isShared: boolean): LetterDuty {
  const { key, unitId, unit, kind, dueOn, lastDay } = duty;
  const about = isShared && kind === 'finding' ? '' : duty.about;
  const day = dueOn ?? '';
  return { key, unitId, unitName: unit.name, kind, about, dueOn: day, lastDay: lastDay ?? day, daysLate: lateBy(duty) };
}

type Inserted = Pick<LetterRow, 'id' | 'family'> & { readonly content: LetterContent; readonly today: PlainDate };

/** False where the same form has drafted it already. */
async function insertLetter({ tx, actor, now }: Context, { id, family, content, today }: Inserted): Promise<boolean> {
  const added = await tx
    .insertInto('urging_letter')
    .values({
      id,
      stage: 'draft',
      family,
      facts_on: today,
      ...columnsOf(content),
      drafted_by: actor.kind === 'person' ? actor.personId : '',
      drafted_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

function columnsOf({ issuerParent, authorityOf, ...same }: LetterContent) {
  return { ...same, issuer_parent: issuerParent, authority_of: authorityOf };
}

async function putDuties(tx: Transaction<DB>, letter_id: string, duties: readonly LetterDuty[]): Promise<void> {
  const rows = duties.map(({ key, unitId, unitName, kind, about, dueOn, lastDay, daysLate }, position) => ({
    letter_id,
    duty_key: key,
    position,
    unit_id: unitId,
    unit_name: unitName,
    kind,
    about,
    due_on: dueOn,
    last_day: lastDay,
    days_late: daysLate,
  }));
  await tx.insertInto('letter_duty').values(rows).execute();
}

type Asked = { readonly id: string; readonly version: number };
type Opened = Result<{ readonly letter: LetterRow; readonly allowed: Permit }, LetterRefusal>;

async function open({ tx, actor }: Context, { id, version }: Asked, move: LetterMove): Promise<Opened> {
  const letter = await lockLetter(tx, actor, id);
  if (!letter) return refuse(notThere);
  const places = { root: await rootPath(tx) };
  const allowed = permit(letterProcedure, { stage: letter.stage, places, submittedBy: null }, actor, move);
  if (!allowed.ok) return allowed;
  if (letter.version !== version) return refuse({ kind: 'lost_race', current: letter.version });
  return ok({ letter, allowed: allowed.value });
}

type Typed = Readonly<Record<string, string | undefined>>;

export async function saveLetter(
  context: Context,
  asked: Asked & { readonly typed: Typed },
): Promise<Result<undefined, LetterRefusal>> {
  const opened = await open(context, asked, 'change');
  if (!opened.ok) return opened;
  const read = readLetter(asked.typed, await secretSchemes(context.tx));
  if (!read.ok) return read;
  await update(context, opened.value.letter, columnsOf(read.value));
  await context.record({
    permit: opened.value.allowed,
    kind: 'letter.changed',
    subject: { kind: 'letter', id: asked.id },
    after: { changed: changedIn(opened.value.letter.content, read.value) },
  });
  return ok();
}

/** The record tells what was changed, not the words: of a draft they are its writers' own. */
function changedIn(before: LetterContent, after: LetterContent): readonly string[] {
  const names = [...letterFieldNames, 'authority'] as const;
  return names.filter((name) => before[name] !== after[name]);
}

/** Leaves out what has been done since, and counts the days anew. */
export async function refreshLetter(context: Context, asked: Asked): Promise<Result<undefined, LetterRefusal>> {
  const opened = await open(context, asked, 'refresh');
  if (!opened.ok) return opened;
  const { tx, actor, now } = context;
  const today = plainDateIn(now);
  const before = await dutiesIn(tx, asked.id);
  const late = (await stillOwed(tx, actor, { keys: before.map(({ key }) => key), today })).filter(isLate);
  if (late.length === 0) return refuse({ kind: 'nothing_late' });
  await tx.deleteFrom('letter_duty').where('letter_id', '=', asked.id).execute();
  const isShared = new Set(before.map(({ unitId }) => unitId)).size > 1;
  await putDuties(
    tx,
    asked.id,
    late.map((duty) => lineOf(duty, isShared)),
  );
  await update(context, opened.value.letter, { facts_on: today });
  await context.record({
    permit: opened.value.allowed,
    kind: 'letter.changed',
    subject: { kind: 'letter', id: asked.id },
    before: { duties: before.map(({ key }) => key) },
    after: { duties: late.map(({ key }) => key) },
  });
  return ok();
}

export async function issueLetter(
  context: Context,
  asked: Asked & { readonly number: string; readonly signedOn: string },
): Promise<Result<undefined, LetterRefusal>> {
  const opened = await open(context, asked, 'issue');
  if (!opened.ok) return opened;
  const { letter, allowed } = opened.value;
  const { actor, now } = context;
  const read = readIssue(letter.content, asked, plainDateIn(now));
  if (!read.ok) return read;
  const { number, signedOn } = read.value;
  const issued_by = actor.kind === 'person' ? actor.personId : null;
  await update(context, letter, { stage: 'issued', number, signed_on: signedOn, issued_by, issued_at: now });
  const after = { number, symbol: letter.content.symbol, signedOn };
  await context.record({ permit: allowed, kind: 'letter.issued', subject: { kind: 'letter', id: asked.id }, after });
  return ok();
}

export async function withdrawLetter(context: Context, asked: Asked): Promise<Result<undefined, LetterRefusal>> {
  const opened = await open(context, asked, 'withdraw');
  if (!opened.ok) return opened;
  await update(context, opened.value.letter, { stage: 'withdrawn' });
  const subject = { kind: 'letter', id: asked.id };
  await context.record({ permit: opened.value.allowed, kind: 'letter.withdrawn', subject });
  return ok();
}

async function update(
  { tx }: Context,
  { id, version }: Pick<LetterRow, 'id' | 'version'>,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx
    .updateTable('urging_letter')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .execute();
}
