/** Three indicators and two schemes of a made-up directive on top of the world, and values on any stage of their way. */
import type { Transaction } from 'kysely';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { Database } from '../app/platform/db.server.ts';
import { endOf, getPeriod, startOf } from '../app/kernel/period.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { enter } from '../app/features/actuals/entering.server.ts';
import { moveOne } from '../app/features/actuals/moving.server.ts';
import type { Way } from '../app/features/actuals/moving.server.ts';
import { contextFor, insertWorld, now, people, units } from './world.ts';

/** `amount` adds up; `share` is rebuilt from its parts and owned by the department; `proven` needs evidence. */
export const indicators = { amount: 'KT-91', share: 'XH-92', proven: 'MT-93' } as const;

const shared = {
  clause: 'I.1',
  wording: 'Chỉ tiêu mẫu',
  comparator: 'gte',
  target: '100',
  aggregation: 'end_of_year',
  direction: 'up',
  rollup_why: 'Mẫu',
  from_year: 2026,
  deadline: 2030,
};

export async function insertIndicators(db: Database | Transaction<DB>): Promise<void> {
  await db
    .insertInto('indicator')
    .values([
      {
        ...shared,
        code: indicators.amount,
        position: 991,
        field: 'kinh_te',
        name: 'Thu mẫu',
        unit_of_measure: 'tỷ đồng',
        decimals: 1,
        rollup: 'sum',
        time_rollup: 'sum',
        reporting: 'month',
        range_min: '0',
      },
      {
        ...shared,
        code: indicators.share,
        position: 992,
        field: 'xa_hoi',
        name: 'Tỉ lệ mẫu',
        unit_of_measure: '%',
        decimals: 1,
        rollup: 'weighted',
        time_rollup: 'last',
        reporting: 'quarter',
        range_min: '0',
        range_max: '100',
        scale: '100',
        numerator_name: 'Số người tham gia',
        denominator_name: 'Dân số',
        owner_unit_id: units.department,
      },
      {
        ...shared,
        code: indicators.proven,
        position: 993,
        field: 'moi_truong',
        name: 'Mức mẫu',
        unit_of_measure: '%',
        decimals: 2,
        rollup: 'none',
        time_rollup: 'last',
        reporting: 'year',
        range_min: '0',
        range_max: '100',
        evidence_required: true,
      },
    ])
    .execute();
}

/** `open` has a criterion; `secret` is handled off the system. */
export const schemes = { open: 'DA-91', criterion: 'DA-91.1', secret: 'DA-97' } as const;

export async function insertSchemes(db: Database | Transaction<DB>): Promise<void> {
  const scheme = {
    name: 'Đề án mẫu',
    title: 'Đề án mẫu',
    term: '2026-2030',
    from_year: 2026,
    to_year: 2030,
    clause: 'PL',
  };
  await db
    .insertInto('scheme')
    .values([
      { ...scheme, code: schemes.open, position: 991 },
      { ...scheme, code: schemes.secret, position: 997, is_secret: true },
    ])
    .execute();
  const criterion = { code: schemes.criterion, scheme_code: schemes.open, position: 1, wording: 'Tiêu chí mẫu' };
  await db.insertInto('scheme_criterion').values(criterion).execute();
}

export async function insertValuesWorld(db: Database | Transaction<DB>): Promise<void> {
  await insertWorld(db);
  await insertIndicators(db);
  await insertSchemes(db);
}

export type Given = {
  readonly by?: Person;
  readonly indicatorCode?: string;
  readonly unitId?: string;
  readonly period?: string;
  readonly value?: string;
  readonly at?: Date;
};

export const typedFor = (given: Given) => ({
  period: given.period ?? '2026-05',
  value: given.value ?? '12,5',
  asOfDate: '2026-06-01',
});

/** Entered by the commune's officer unless said otherwise; further moves by whoever is named. */
export async function given(
  tx: Transaction<DB>,
  what: Given,
  ...ways: readonly (readonly [Way, Person, string?])[]
): Promise<string> {
  const at = what.at ?? now;
  const id = newId();
  const { indicatorCode = indicators.amount, unitId = units.communeAn } = what;
  const command = { id, indicatorCode, unitId, typed: typedFor(what) };
  let { version } = expectOk(await enter(contextFor(tx, what.by ?? people.officerOfAn, at), command));
  for (const [move, by, reason] of ways) {
    expectOk(await moveOne(contextFor(tx, by, at), { id, version, move, ...(reason && { reason }) }));
    version += 1;
  }
  return id;
}

export const sent = ['submit', people.officerOfAn] as const;
export const verified = ['verify', people.appraiser] as const;

/** The province's own figure, inserted as verified: who may enter it is tested with the values. */
export async function verifiedForProvince(tx: Transaction<DB>, period: string, value: string): Promise<void> {
  const by = people.officerOfDepartment.personId;
  await tx
    .insertInto('actual')
    .values({
      id: newId(),
      indicator_code: indicators.proven,
      unit_id: units.province,
      period,
      period_start: startOf(getPeriod(period)),
      period_end: endOf(getPeriod(period)),
      value,
      as_of_date: '2026-06-01',
      stage: 'verified',
      entered_by: by,
      entered_at: now,
      submitted_by: by,
      submitted_at: now,
      decided_by: people.appraiser.personId,
      decided_at: now,
      known_at: now,
    })
    .execute();
}
