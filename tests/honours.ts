/** Holders and what they hold in the fixture world, put in as history: plainly made up, each with its source. */
import type { Transaction } from 'kysely';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import type { UnitName } from './world.ts';
import { now, people, units } from './world.ts';

export type GivenHolder = {
  readonly kind?: 'person' | 'collective' | 'household';
  readonly name?: string;
  readonly at?: UnitName;
  readonly group?: string | null;
  readonly endedOn?: string | null;
};

export async function givenHolder(tx: Transaction<DB>, given: GivenHolder = {}): Promise<string> {
  const id = newId();
  const { kind = 'person', name = 'Nguyễn Văn Mẫu', at = 'communeAn', group = null, endedOn = null } = given;
  await tx
    .insertInto('holder')
    .values({
      id,
      kind,
      name,
      unit_id: units[at],
      group_code: group,
      ended_on: endedOn,
      entered_by: people.appraiser.personId,
      entered_at: now,
    })
    .execute();
  return id;
}

export type GivenHonour = {
  readonly holderId: string;
  readonly awardCode?: string;
  readonly year?: number;
  readonly kind?: string | null;
  readonly number?: string;
  readonly decidedOn?: string;
  readonly revokedOn?: string | null;
};

export async function givenHonour(tx: Transaction<DB>, given: GivenHonour): Promise<string> {
  const id = newId();
  const { holderId, awardCode = 'bang-khen-tinh', year = 2025, kind = 'merit', number = '01/QĐ-UBND' } = given;
  const { decidedOn = `${year + 1}-02-10`, revokedOn = null } = given;
  await tx
    .insertInto('honour')
    .values({
      id,
      holder_id: holderId,
      award_code: awardCode,
      year,
      kind,
      decision_number: number,
      decided_on: decidedOn,
      decided_by: 'Chủ tịch Ủy ban nhân dân tỉnh',
      revoked_on: revokedOn,
      revoked_by_number: revokedOn === null ? null : '99/QĐ-UBND',
      source: 'Hồ sơ mẫu',
      entered_by: people.appraiser.personId,
      entered_at: now,
    })
    .execute();
  return id;
}
