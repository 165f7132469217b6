/** What the centre decides is in no decision of the province: it goes up (features/centre). */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { allAwards } from '../awards/award.ts';

/** For a query with `n`, a nominee; by the list of awards as it stands when it is asked. */
export function isDecidedHere(): RawBuilder<boolean> {
  const ofCentre = allAwards()
    .filter(({ level }) => level === 'centre')
    .map(({ code }) => code);
  return sql<boolean>`n.award_code <> all(${ofCentre}::text[])`;
}
