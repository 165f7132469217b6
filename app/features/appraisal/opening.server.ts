/** Consultation begins: bodies are asked, the list is shown. What a rule demands and is not asked needs a reason, which is kept. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import type { Leaver } from './leaving.server.ts';
import { lastDayOf } from './opinion.ts';
import { sourcesText } from './text.ts';
import { knownUnits } from './units.server.ts';
import { shortOf } from './short.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { problemsIn, textOf } from './typed.ts';

export type NothingToAsk = { readonly kind: 'nothing_to_ask' };
type AskedNow = {
  readonly body: string;
  readonly unitId: string | null;
  readonly ruleId: string | null;
  readonly basis: string;
  readonly silenceAgrees: boolean;
  readonly waiveReason: string | null;
};

export const freeRows = 4;

/**
 * Of the form: `hoi-N` (`khong`: not asked, then `ly-do-N`) and `don-vi-N` for the N-th demanded body; `co-quan-N`, `don-vi-them-N` for others;
 * `cong-khai` for a list that no rule demands; `loi-<nominee>` what is shown of each.
 */
export async function openOpinions(
  context: Context,
  leaver: Leaver,
  typed: TypedFields,
): Promise<Result<undefined, FormWrong | NothingToAsk>> {
  const asked = await bodiesIn(context, leaver, typed);
  const shown = shownIn(leaver, typed);
  const problems = [...asked.problems, ...shown.problems];
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  if (asked.bodies.every(({ waiveReason }) => waiveReason !== null) && shown.items.length === 0)
    return refuse({ kind: 'nothing_to_ask' });
  const today = plainDateIn(context.now);
  const calendar = await readCalendar(context.tx);
  await withdrawEarlier(context, leaver);
  const dueOn = lastDayOf(today, leaver.demanded.opinionDays, calendar);
  for (const body of asked.bodies) await ask(context, leaver, body, { today, dueOn });
  if (shown.items.length > 0) {
    const days = leaver.demanded.list?.workingDays ?? leaver.demanded.listDays;
    await show(context, leaver, shown.items, { today, days, closesOn: lastDayOf(today, days, calendar) });
  }
  return ok();
}

async function bodiesIn({ tx }: Context, { demanded }: Leaver, typed: TypedFields) {
  const problems: Found[] = [];
  const units = await knownUnits(tx, [
    ...demanded.bodies.map((_, at) => textOf(typed, `don-vi-${at}`)),
    ...Array.from({ length: freeRows }, (_, at) => textOf(typed, `don-vi-them-${at}`)),
  ]);
  const unitAt = (field: string) => {
    const unit = units.get(textOf(typed, field));
    if (textOf(typed, field) !== '' && !unit) problems.push({ field, problem: { kind: 'not_offered' } });
    return unit;
  };
  const ruled = demanded.bodies.map(({ rule }, at): AskedNow => {
    const isWaived = textOf(typed, `hoi-${at}`) === 'khong';
    if (isWaived) problems.push(...problemsIn(typed, [{ field: `ly-do-${at}`, limit: 1000 }]));
    return {
      body: rule.body,
      unitId: isWaived ? null : (unitAt(`don-vi-${at}`)?.id ?? rule.unitId),
      ruleId: rule.id,
      basis: rule.basis,
      silenceAgrees: rule.silenceAgrees,
      waiveReason: isWaived ? textOf(typed, `ly-do-${at}`) : null,
    };
  });
  const free = Array.from({ length: freeRows }, (_, at): AskedNow[] => {
    const unit = unitAt(`don-vi-them-${at}`);
    problems.push(...problemsIn(typed, [{ field: `co-quan-${at}`, limit: 300, optional: true }]));
    const body = textOf(typed, `co-quan-${at}`) || (unit?.name ?? '');
    if (body === '') return [];
    const more = { ruleId: null, basis: '', silenceAgrees: false, waiveReason: null };
    return [{ body, unitId: unit?.id ?? null, ...more }];
  }).flat();
  const names = [...ruled, ...free].map(({ body }) => body.toLowerCase());
  const twice = free.findIndex(({ body }) => names.filter((name) => name === body.toLowerCase()).length > 1);
  if (twice >= 0) problems.push({ field: `co-quan-${twice}`, problem: { kind: 'not_offered' } });
  return { bodies: [...ruled, ...free], problems };
}

type Shown = Leaver['nominees'][number] & { readonly words: string };

/** What a rule demands is shown; the others only where somebody says so. */
function shownIn({ demanded, nominees }: Leaver, typed: TypedFields) {
  const isAsked = textOf(typed, 'cong-khai') === 'co';
  const items = nominees
    .filter(({ id, outcome }) => outcome === 'open' && (isAsked || demanded.list?.nomineeIds.includes(id)))
    .map((one): Shown => {
      const typedWords = typed[`loi-${one.id}`];
      return { ...one, words: typedWords === undefined ? shortOf(one.achievement) : textOf(typed, `loi-${one.id}`) };
    });
  return {
    items,
    problems: problemsIn(
      typed,
      items.map(({ id }) => ({ field: `loi-${id}`, limit: 600, optional: true })),
    ),
  };
}

/** Of a dossier that came back: what was asked then was asked of another list. */
async function withdrawEarlier({ tx, actor, now, record }: Context, { dossier, permit }: Leaver): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people ask');
  const ended = { closed_by: actor.personId, closed_at: now, close_reason: 'returned' };
  const off = await tx
    .updateTable('public_list')
    .set((eb) => ({ ...ended, state: 'withdrawn', version: eb('version', '+', 1) }))
    .where('dossier_id', '=', dossier.id)
    .where('state', '!=', 'withdrawn')
    .returning('id')
    .execute();
  for (const { id } of off)
    await record({
      permit,
      kind: 'public_list.ended',
      subject: { kind: 'public_list', id },
      unitId: dossier.toUnitId,
      after: { dossier: dossier.id, state: 'withdrawn', reason: 'returned' },
    });
  await tx
    .updateTable('opinion_request')
    .set((eb) => ({ state: 'withdrawn', version: eb('version', '+', 1) }))
    .where('dossier_id', '=', dossier.id)
    .where('state', '=', 'waiting')
    .execute();
}

type Term = { readonly today: PlainDate; readonly dueOn: PlainDate };

async function ask(
  { tx, actor, now, record }: Context,
  { dossier, permit, demanded }: Leaver,
  one: AskedNow,
  { today, dueOn }: Term,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people ask');
  const isWaived = one.waiveReason !== null;
  const row = {
    id: newId(),
    dossier_id: dossier.id,
    body: one.body,
    unit_id: one.unitId,
    rule_id: one.ruleId,
    basis: one.basis,
    working_days: demanded.opinionDays,
    silence_agrees: one.silenceAgrees,
    state: isWaived ? 'waived' : 'waiting',
    sent_on: isWaived ? null : today,
    due_on: isWaived ? null : dueOn,
    waive_reason: one.waiveReason,
  };
  await tx
    .insertInto('opinion_request')
    .values({ ...row, asked_by: actor.personId, asked_at: now })
    .execute();
  await record({
    permit,
    kind: isWaived ? 'opinion.waived' : 'opinion.asked',
    subject: { kind: 'opinion_request', id: row.id },
    unitId: dossier.toUnitId,
    reason: one.waiveReason,
    after: { dossier: dossier.id, body: one.body, unit: one.unitId, due_on: row.due_on },
  });
}

type Showing = { readonly today: PlainDate; readonly days: number; readonly closesOn: PlainDate };

async function show(
  { tx, actor, now, record }: Context,
  { dossier, permit, demanded }: Leaver,
  items: readonly Shown[],
  { today, days, closesOn }: Showing,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people show lists');
  const id = newId();
  const list = {
    working_days: days,
    basis: sourcesText(demanded.list?.sources ?? []),
    opened_on: today,
    closes_on: closesOn,
  };
  await tx
    .insertInto('public_list')
    .values({ id, dossier_id: dossier.id, state: 'open', ...list, opened_by: actor.personId, opened_at: now })
    .execute();
  await tx
    .insertInto('public_list_item')
    .values(
      items.map((one, at) => ({
        list_id: id,
        nominee_id: one.id,
        position: at + 1,
        name: one.name,
        unit_name: one.holderUnitName,
        award_code: one.awardCode,
        achievement: one.words,
        shown_on: today,
        closes_on: closesOn,
      })),
    )
    .execute();
  await record({
    permit,
    kind: 'public_list.opened',
    subject: { kind: 'public_list', id },
    unitId: dossier.toUnitId,
    after: { dossier: dossier.id, ...list, nominees: items.map((one) => one.id) },
  });
}
