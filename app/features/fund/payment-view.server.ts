/** The list of payment of a decision, as its page, files and paper read it. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { DueHonour } from './dues.server.ts';
import { duesIn } from './dues.server.ts';
import type { ListedFund } from './list.server.ts';
import { listFunds } from './list.server.ts';

export type PaymentView = {
  readonly fund: ListedFund;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly dues: readonly DueHonour[];
};
type Asked = { readonly fundId: string; readonly decisionNumber: string };

export async function paymentList(
  db: Kysely<DB>,
  actor: Actor,
  { fundId, decisionNumber }: Asked,
): Promise<PaymentView | undefined> {
  const [fund] = await listFunds(db, actor, { id: fundId });
  const dues = fund ? await duesIn(db, { fund, decisionNumber }) : [];
  const first = dues[0];
  return fund && first && { fund, decisionNumber, decidedOn: first.decidedOn, dues };
}
