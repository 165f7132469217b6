/** What a council came to about the nominees of a dossier, as a session that is over left it; by the rule given. */
import { sql } from 'kysely';
import { newId } from '../app/platform/id.server.ts';
import type { Context } from '../app/platform/command.server.ts';
import { now, people, units } from './world.ts';

type Given = {
  readonly inFavour: number;
  readonly atLeastPercent?: number | null;
  readonly ruleState?: 'read' | 'default';
};

/** Of seven members, by name. */
export async function givenAdvice(
  tx: Context['tx'],
  nomineeIds: readonly string[],
  { inFavour, atLeastPercent = null, ruleState = 'default' }: Given,
): Promise<string> {
  const [councilId, sessionId] = [newId(), newId()];
  const by = { entered_by: people.appraiser.personId, entered_at: now };
  const name = 'Hội đồng mẫu';
  const council = {
    id: councilId,
    unit_id: units.province,
    name,
    decision_number: '1',
    decided_on: '2026-01-05',
    ...by,
  };
  await tx.insertInto('council').values(council).execute();
  const planned = { title: 'Phiên mẫu', manner: 'meeting', planned_on: '2026-06-10', stage: 'concluded' } as const;
  const held = { stage_since: now, opened_at: now, closed_at: now, concluded_at: now };
  await tx
    .insertInto('council_session')
    .values({ id: sessionId, council_id: councilId, unit_id: units.province, ...planned, ...held, ...by })
    .execute();
  for (const [at, nomineeId] of nomineeIds.entries()) {
    const [itemId, passed] = [newId(), inFavour * 100 >= (atLeastPercent ?? 51) * 7];
    const rule = { at_least_percent: atLeastPercent, rule_article: '33.5', rule_source: 'thử', rule_state: ruleState };
    const dossier = sql<string>`(select dossier_id from nominee where id = ${nomineeId})`;
    await tx
      .insertInto('council_item')
      .values({
        id: itemId,
        session_id: sessionId,
        nominee_id: nomineeId,
        dossier_id: dossier,
        position: at + 1,
        stage: 'counted',
        is_secret: false,
        ...rule,
      })
      .execute();
    const votes = { votes_for: inFavour, votes_against: 7 - inFavour, votes_blank: 0, issued: 7, written: 1 };
    const closed = {
      opened_at: now,
      closed_at: now,
      closed_by: people.appraiser.personId,
      digest: 'x',
      taking_part: 7,
    };
    await tx
      .insertInto('council_poll')
      .values({
        id: newId(),
        item_id: itemId,
        round: 1,
        is_secret: false,
        opened_by: people.appraiser.personId,
        members: 7,
        passed,
        ...votes,
        ...closed,
      })
      .execute();
  }
  return sessionId;
}
