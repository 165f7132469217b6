/** The fund of the fixture province and what is written in it. */
import type { Transaction } from 'kysely';
import type { Actor } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import { enterEntry } from '../app/features/fund/entering.server.ts';
import { findFund } from '../app/features/fund/list.server.ts';
import { openFund } from '../app/features/fund/opening.server.ts';
import { payBonuses } from '../app/features/fund/paying.server.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { contextFor, people, units } from './world.ts';

type Tx = Transaction<DB>;
type Over = Readonly<Record<string, string>>;

export async function givenFund(
  tx: Tx,
  year = 2026,
  unitId: string = units.province,
  by: Actor = people.appraiser,
): Promise<string> {
  return expectOk(await openFund(contextFor(tx, by), { id: newId(), unitId, year })).id;
}

export const typedEntry = (over: Over = {}) => ({
  kind: 'allocation',
  amount: '50.000.000',
  onDate: '2026-01-15',
  what: 'Ngân sách cấp',
  voucher: '',
  ...over,
});

export const enter = (tx: Tx, fundId: string, over: Over = {}, id = newId(), by: Actor = people.appraiser) =>
  enterEntry(contextFor(tx, by), { id, fundId, typed: typedEntry(over) });

export const balance = async (tx: Tx, id: string) => (await findFund(tx, people.auditor, id))?.fund.balance;

export const pay = (tx: Tx, fundId: string, honourIds: readonly string[], over: object = {}) =>
  payBonuses(contextFor(tx, people.appraiser), {
    id: newId(),
    fundId,
    honourIds,
    onDate: '2026-06-10',
    voucher: 'PC 01',
    ...over,
  });
