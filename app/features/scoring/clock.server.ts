/** What time alone does: whoever must still score a card, itself or another's, is reminded once before the day and once on it. */
import { plainDateIn, workingDaysBetween } from '../../kernel/calendar.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import { readCalendar } from '../actuals/due.server.ts';

/** In working days. */
const warnedBefore = 2;

/** Bears being run twice: what was reminded today is not reminded again. */
export async function runScoringClock({ tx, now, actor, record }: Context): Promise<{ readonly reminded: number }> {
  const today = plainDateIn(now);
  const calendar = await readCalendar(tx);
  const waiting = await tx
    .selectFrom('score_card as c')
    .innerJoin('judgement as j', 'j.id', 'c.judgement_id')
    .where('j.stage', '=', 'scoring')
    .where((where) =>
      where.or([
        where('c.stage', '=', 'self'),
        where.and([where('c.stage', '=', 'cross'), where('c.cross_unit_id', 'is not', null)]),
      ]),
    )
    .select(['c.id', 'c.unit_id', 'c.stage', 'c.reminded_on', 'j.self_until', 'j.cross_until'])
    .orderBy('c.id')
    .forUpdate('c')
    .execute();
  const due = waiting
    .map((one) => ({ ...one, until: one.stage === 'self' ? one.self_until : one.cross_until }))
    .filter(({ until, reminded_on }) => {
      if (until === null || until < today || reminded_on === today) return false;
      const isWarned = reminded_on !== null && workingDaysBetween(reminded_on, until, calendar) <= warnedBefore;
      return until === today || (!isWarned && workingDaysBetween(today, until, calendar) <= warnedBefore);
    });
  for (const { id, unit_id, stage, until } of due) {
    await tx.updateTable('score_card').set({ reminded_on: today }).where('id', '=', id).execute();
    await record({
      permit: permitSystem('score_card.remind', actor),
      kind: 'score_card.reminded',
      subject: { kind: 'score_card', id },
      unitId: unit_id,
      after: { stage, until },
    });
  }
  return { reminded: due.length };
}
