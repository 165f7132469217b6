/** A nominee held against the standard of the award, from the register as it stands (features/awards/standards). */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import type { Explained } from '../awards/standards/explained.text.ts';
import { explained } from '../awards/standards/explained.text.ts';
import { caseOf } from '../register/case.server.ts';
import type { DossierRow } from './case.server.ts';
import type { NomineeRow } from './nominee-rows.server.ts';

/** By the rules of the day of receipt, else of today. */
export async function standardsOf(
  db: Kysely<DB>,
  {
    year,
    receivedOn,
    movementId,
    movementReview,
  }: Pick<DossierRow, 'year' | 'receivedOn' | 'movementId' | 'movementReview'>,
  { holderId, awardCode, movementRank }: Pick<NomineeRow, 'holderId' | 'awardCode' | 'movementRank'>,
  today: PlainDate,
): Promise<Explained> {
  const received = receivedOn ?? today;
  const asked = { holderId, awardCode, year, received, movementId, movementReview, movementRank };
  const [book, one] = await Promise.all([ruleBook(db), caseOf(db, asked)]);
  return explained(one, evaluateStandards(book, one));
}
