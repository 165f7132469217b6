/**
 * A list that is already shown is put right: a nominee is added, who is then shown for a whole term of their own, or taken off; both with a reason. The
 * others keep their days. A list that was closed opens again for whoever is added: nothing goes on before everybody's days are over.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import type { NomineeRow } from '../dossiers/nominee-rows.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import { notOnList } from './amendable.ts';
import type { ListRow } from './list-case.server.ts';
import { changed, openList } from './lists.server.ts';
import type { KeptList, ListRefusal, OnList } from './lists.server.ts';
import { lastDayOf } from './opinion.ts';
import { shortOf } from './short.ts';
import { dayOf, problemsIn, textOf } from './typed.ts';
import type { Found, TypedFields } from './typed.ts';

/** `last_on_list`: then the list itself is withdrawn. */
export type AmendRefusal = ListRefusal | { readonly kind: 'gone_on' | 'last_on_list' };

/** Of the form: `doi-tuong` the nominee, `loi` what is shown of them, `until` where they are shown longer than they must. */
export async function addToList(context: Context, command: OnList): Promise<Result<KeptList, AmendRefusal>> {
  const reached = await reach(context, command);
  if (!reached.ok) return reached;
  const { open, row } = reached.value;
  const { typed } = command;
  const today = plainDateIn(context.now);
  const candidates = notOnList(row, await nomineesOf(context.tx, row.dossierId));
  const nominee = candidates.find(({ id }) => id === textOf(typed, 'doi-tuong'));
  const earliest = lastDayOf(today, row.workingDays, await readCalendar(context.tx));
  const problems = [
    ...(nominee ? [] : [{ field: 'doi-tuong', problem: { kind: 'not_offered' } } as const]),
    ...problemsIn(typed, [
      { field: 'loi', limit: 600, optional: true },
      { field: 'reason', limit: 1000 },
      { field: 'until', optional: true },
    ]),
    ...tooSoon(typed, earliest),
  ];
  if (problems.length > 0 || !nominee) return refuse({ kind: 'appraisal_wrong', problems });
  const words = typed['loi'] === undefined ? shortOf(nominee.achievement) : textOf(typed, 'loi');
  const item = { words, shownOn: today, closesOn: dayOf(typed, 'until') ?? earliest, reason: textOf(typed, 'reason') };
  await putOn(context, row, nominee, item);
  return ok(await changed(context, open, { what: 'added', reason: item.reason, about: [nominee.name] }));
}

function tooSoon(typed: TypedFields, earliest: PlainDate): readonly Found[] {
  const asked = dayOf(typed, 'until');
  return asked !== null && asked < earliest ? [{ field: 'until', problem: { kind: 'not_after', day: earliest } }] : [];
}

type Put = {
  readonly words: string;
  readonly shownOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly reason: string;
};

/** Whoever was taken off before stands where they stood, with new days. */
async function putOn(
  { tx }: Context,
  { id, items }: ListRow,
  nominee: NomineeRow,
  { words, shownOn, closesOn, reason }: Put,
): Promise<void> {
  const row = {
    name: nominee.name,
    unit_name: nominee.holderUnitName,
    award_code: nominee.awardCode,
    achievement: words,
    shown_on: shownOn,
    closes_on: closesOn,
    added_reason: reason,
  };
  await tx
    .insertInto('public_list_item')
    .values((eb) => ({
      list_id: id,
      nominee_id: nominee.id,
      position: eb
        .selectFrom('public_list_item')
        .where('list_id', '=', id)
        .select((of) => of(of.fn.coalesce(of.fn.max('position'), of.val(items.length)), '+', 1).as('next')),
      ...row,
    }))
    .onConflict((conflict) =>
      conflict.columns(['list_id', 'nominee_id']).doUpdateSet({ ...row, withdrawn_at: null, withdrawn_reason: null }),
    )
    .execute();
}

/** Off what the people see, though still proposed; opinions about them stay to be handled. */
export async function takeOffList(context: Context, command: OnList): Promise<Result<KeptList, AmendRefusal>> {
  const reached = await reach(context, command);
  if (!reached.ok) return reached;
  const { open, row } = reached.value;
  const { typed } = command;
  const item = row.items.find(({ nomineeId }) => nomineeId === textOf(typed, 'doi-tuong'));
  const problems = [
    ...(item ? [] : [{ field: 'doi-tuong', problem: { kind: 'not_offered' } } as const]),
    ...problemsIn(typed, [{ field: 'reason', limit: 1000 }]),
  ];
  if (problems.length > 0 || !item) return refuse({ kind: 'appraisal_wrong', problems });
  if (row.items.length === 1) return refuse({ kind: 'last_on_list' });
  const reason = textOf(typed, 'reason');
  await context.tx
    .updateTable('public_list_item')
    .set({ withdrawn_at: context.now, withdrawn_reason: reason })
    .where('list_id', '=', row.id)
    .where('nominee_id', '=', item.nomineeId)
    .execute();
  return ok(await changed(context, open, { what: 'removed', reason, about: [item.name] }));
}

/** While its dossier is still being appraised or consulted on. */
async function reach(context: Context, command: OnList) {
  const open = await openList(context, command, 'amend');
  if (!open.ok) return open;
  const { row } = open.value;
  const isHere = row.dossierStage === 'consulting' || row.dossierStage === 'appraising';
  return isHere ? ok({ open: open.value, row }) : refuse({ kind: 'gone_on' as const });
}
