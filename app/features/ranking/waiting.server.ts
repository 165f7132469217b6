/** What waits for a person about results: to settle, to have the council sign, to freeze; appeals to accept and to conclude; thresholds that somebody else proposed. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { reaches } from '../organisation/reach.server.ts';
import type { JudgementStage } from '../scoring/judgement.ts';
import { judgementProcedure, judgementStages } from '../scoring/judgement.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';
import type { ListedAppeal } from './appeals/list.server.ts';
import { listAppeals } from './appeals/list.server.ts';
import type { SettleWay } from './conditions.server.ts';
import { settleWays } from './conditions.server.ts';
import { listRules } from './thresholds/list.server.ts';

export type ResultWork = {
  readonly results: readonly { readonly id: string; readonly title: string; readonly move: SettleWay }[];
  readonly appeals: readonly Pick<ListedAppeal, 'id' | 'unitName' | 'judgementTitle' | 'stage' | 'dueOn' | 'isLate'>[];
  readonly rules: readonly { readonly id: string; readonly fromYear: number }[];
};

const none: ResultWork = { results: [], appeals: [], rules: [] };

export async function resultsWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<ResultWork> {
  if (!holdsRole(person, 'appraiser', 'council_secretary', 'deciding_authority')) return none;
  const [results, appeals, rules] = await Promise.all([
    resultsToMove(db, person, today),
    listAppeals(db, person, { today, stages: ['filed', 'accepted'], size: 200 }),
    listRules(db, person),
  ]);
  return {
    results,
    appeals: appeals.rows.filter(({ moves }) => moves.some((move) => move !== 'withdraw' && move !== 'attach')),
    rules: rules.filter(({ moves }) => moves.includes('confirm')),
  };
}

/** Read from the procedure's table, so that a list and a page cannot disagree about whose turn it is. */
const steps = judgementStages.flatMap((stage) =>
  settleWays.flatMap((move) => {
    const row = judgementProcedure[stage][move];
    return row ? [{ stage, move, roles: row.by.map(({ role }) => role), isApart: row.fourEyes === true }] : [];
  }),
);

/** While objections may still come, or wait for an answer, a result waits for nobody. */
async function resultsToMove(db: Kysely<DB>, person: Person, today: PlainDate): Promise<ResultWork['results']> {
  const apart = sql`judgement.submitted_by is distinct from ${person.personId}::uuid
    and judgement.submitted_for is distinct from ${person.personId}::uuid`;
  const mine = steps.map(
    ({ stage, roles, isApart }) => sql`(judgement.stage = ${stage} and ${reaches(person, 'judgement.unit_id', roles)}
      and ${isApart ? apart : sql`true`})`,
  );
  const { rows } = await sql<{ id: string; title: string; stage: JudgementStage }>`
    select judgement.id, judgement.title, judgement.stage from judgement
    where ${judgementVisibleTo(person)} and (${sql.join(mine, sql` or `)}) and (judgement.stage <> 'announced'
      or coalesce(judgement.objections_until < ${today}, true) and not exists (
        select from objection o join score_card c on c.id = o.card_id where c.judgement_id = judgement.id and o.stage = 'filed'))
    order by judgement.year desc, judgement.title collate "vi-x-icu", judgement.id limit 100`.execute(db);
  return rows.flatMap(({ id, title, stage }) => {
    const move = steps.find((step) => step.stage === stage)?.move;
    return move ? [{ id, title, move }] : [];
  });
}

export const countResultWork = ({ results, appeals, rules }: ResultWork): number =>
  results.length + appeals.length + rules.length;
