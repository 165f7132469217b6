/** What the form of an appeal needs: for which units this person may file, until when, and what is open already. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../../kernel/actor.ts';
import { unitsHeld } from '../../../kernel/actor.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { readCalendar } from '../../actuals/due.server.ts';
import { isReachedFrom } from '../../organisation/hands.server.ts';
import { findJudgement } from '../../scoring/case.server.ts';
import { fileUntil } from './appeal.ts';
import { appealTerms } from './list.server.ts';

export type Filing = {
  readonly judgement: { readonly id: string; readonly title: string };
  /** That the person heads; `openId`: an appeal of it that is open. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly openId: string | null }[];
  readonly until: PlainDate | null;
  readonly isLate: boolean;
};

/** Undefined where the result is not frozen or the asker may not know of it. */
export async function filingOf(
  db: Kysely<DB>,
  person: Person,
  { judgementId, today }: { readonly judgementId: string; readonly today: PlainDate },
): Promise<Filing | undefined> {
  const judgement = await findJudgement(db, person, judgementId);
  if (judgement?.stage !== 'frozen' || judgement.frozenAt === null) return undefined;
  const [terms, calendar, units] = await Promise.all([
    appealTerms(db),
    readCalendar(db),
    unitsOf(db, person, judgementId),
  ]);
  const until = fileUntil(plainDateIn(judgement.frozenAt), terms, calendar);
  const { id, title } = judgement;
  return { judgement: { id, title }, units, until, isLate: until !== null && today > until };
}

async function unitsOf(db: Kysely<DB>, person: Person, judgementId: string): Promise<Filing['units']> {
  const { rows } = await sql<Filing['units'][number]>`
    select r.unit_id as id, u.name, (select a.id from result_appeal a where a.judgement_id = r.judgement_id and a.unit_id = r.unit_id
      and a.stage in ('filed', 'accepted')) as "openId"
    from judgement_result r join unit_now u on u.id = r.unit_id
    where r.judgement_id = ${judgementId} and ${isReachedFrom('r.unit_id', unitsHeld(person, 'head'))}
    order by u.name collate "vi-x-icu", u.id`.execute(db);
  return rows;
}
