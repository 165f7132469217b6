/** What time alone does: a body that has not answered in its term is silent; one that soon must is reminded, once before and once on the day. */
import { plainDateIn, workingDaysBetween } from '../../kernel/calendar.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import { readCalendar } from '../actuals/due.server.ts';

const warnedBefore = 2;

/** Bears being run twice: what was written stands, what was reminded today is not reminded again. */
export async function runOpinionClock(
  context: Context,
): Promise<{ readonly silent: number; readonly reminded: number }> {
  const { tx, now } = context;
  const today = plainDateIn(now);
  const calendar = await readCalendar(tx);
  const waiting = await tx
    .selectFrom('opinion_request as q')
    .innerJoin('dossier as d', 'd.id', 'q.dossier_id')
    .where('q.state', '=', 'waiting')
    .where('d.stage', '=', 'consulting')
    .select(['q.id', 'q.due_on', 'q.reminded_on', 'q.body', 'q.dossier_id', 'd.to_unit_id'])
    .orderBy('q.id')
    .forUpdate('q')
    .execute();
  const over = waiting.filter(({ due_on }) => due_on !== null && due_on < today);
  const soon = waiting.filter(({ due_on, reminded_on }) => {
    if (due_on === null || due_on < today) return false;
    const left = workingDaysBetween(today, due_on, calendar);
    return reminded_on === null ? left <= warnedBefore : due_on === today && reminded_on < today;
  });
  for (const one of over) {
    await tx
      .updateTable('opinion_request')
      .set((eb) => ({ state: 'silent', version: eb('version', '+', 1) }))
      .where('id', '=', one.id)
      .execute();
    await note(context, one, 'opinion.silent');
  }
  for (const one of soon) {
    await tx.updateTable('opinion_request').set({ reminded_on: today }).where('id', '=', one.id).execute();
    await note(context, one, 'opinion.reminded');
  }
  return { silent: over.length, reminded: soon.length };
}

type Waiting = {
  readonly id: string;
  readonly body: string;
  readonly dossier_id: string;
  readonly to_unit_id: string;
  readonly due_on: string | null;
};

async function note(
  { actor, record }: Context,
  { id, body, dossier_id, to_unit_id, due_on }: Waiting,
  kind: 'opinion.silent' | 'opinion.reminded',
): Promise<void> {
  await record({
    permit: permitSystem(kind, actor),
    kind,
    subject: { kind: 'opinion_request', id },
    unitId: to_unit_id,
    after: { dossier: dossier_id, body, due_on },
  });
}
