/**
 * What a fund owes and has paid: honours decided since it is kept here. Who decided pays from the fund of its own level; for what the centre
 * decides the agency that proposed (Luật Điều 11.4). A dossier knows that body; without one it follows from the award and the holder's unit.
 */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Award, Holder } from '../awards/award.ts';
import { allAwards, findAward } from '../awards/award.ts';
import type { Due, Honoured } from './bonus.ts';
import { bonusUnder, duesOf, explainedDue, payeeOf } from './bonus.ts';
import { bonusLaw } from './law.server.ts';
import type { LawOf } from './law.server.ts';

export type Payment = {
  readonly id: string;
  readonly amount: number;
  readonly paidOn: string;
  readonly voucher: string;
  readonly payee: 'holder' | 'family';
  readonly explained: Due;
};
type Row = {
  readonly honourId: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly holderKind: Holder;
  readonly endedOn: string | null;
  readonly unitName: string;
  readonly awardCode: string;
  readonly year: number;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly revokedOn: string | null;
  readonly payment: Payment | null;
};
export type DueHonour = Row & {
  readonly due: Due;
  readonly payee: 'holder' | 'family';
  /** A lower title of the same year that was paid before: what of it counts is for a person to say. */
  readonly paidLower: { readonly awardCode: string; readonly amount: number } | undefined;
};

type Asked = {
  readonly fund: { readonly unitId: string; readonly year: number };
  readonly decisionNumber?: string;
  readonly honourIds?: readonly string[];
};

const codes = (...levels: readonly Award['level'][]) =>
  allAwards()
    .filter(({ level }) => levels.includes(level))
    .map(({ code }) => code);

/** For a query that reads `honour`, `holder` and, outer, the dossier as `d`. */
const payer = (): RawBuilder<string | null> => sql`coalesce(d.to_unit_id, case
  when honour.award_code = any(${codes('centre', 'province')}::text[])
    then (select u.id from unit_now u where u.kind = 'province' and u.parent_id is null and u.is_active order by u.code limit 1)
  when honour.award_code = any(${codes('base')}::text[])
    then (select t.ancestor_id from unit_tree t join unit_now u on u.id = t.ancestor_id
      where t.descendant_id = holder.unit_id and u.kind not in ('village', 'subordinate') order by t.depth limit 1)
  end)`;

/** The body whose fund pays for an honour is also the one that decided or proposed it; null: not known here. */
export async function deciderOf(db: Kysely<DB>, honourId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select ${payer()} as id from honour join holder on holder.id = honour.holder_id
      left join nominee n on n.id = honour.nominee_id left join dossier d on d.id = n.dossier_id
    where honour.id = ${honourId}`.execute(db);
  return rows[0]?.id ?? null;
}

/** In the order of a list of payment: by unit, then by name. */
export async function duesIn(db: Kysely<DB>, asked: Asked): Promise<readonly DueHonour[]> {
  const rows = await owed(db, asked);
  const [lawOf, beside] = await Promise.all([bonusLaw(db), heldBeside(db, rows)]);
  const together = Map.groupBy([...new Map([...beside, ...rows].map((row) => [row.honourId, row])).values()], keyOf);
  const dues = new Map(
    [...together.values()].flatMap((group) => [...duesOf(group.map((row) => honoured(row, lawOf)))]),
  );
  const paid = new Map(beside.flatMap((row) => (row.paid === null ? [] : [[row.honourId, row.paid] as const])));
  return rows.flatMap((row) => {
    // What was paid keeps the explanation of its day.
    const due = row.payment ? explainedDue(row.payment.explained) : dues.get(row.honourId);
    const others = (together.get(keyOf(row)) ?? []).filter(({ honourId }) => honourId !== row.honourId);
    const lower = isTitle(row) ? others.find((one) => isTitle(one) && paid.has(one.honourId)) : undefined;
    const paidLower = lower && { awardCode: lower.awardCode, amount: paid.get(lower.honourId) ?? 0 };
    return due ? [{ ...row, due, payee: payeeOf(row.holderKind, row.endedOn), paidLower }] : [];
  });
}

type Held = Pick<Row, 'honourId' | 'holderId' | 'holderKind' | 'awardCode' | 'year' | 'decidedOn'>;
const keyOf = ({ holderId, year }: Held) => `${holderId} ${year}`;
const isTitle = ({ awardCode }: Held) => findAward(awardCode)?.type === 'title';

function honoured({ honourId, awardCode, holderKind, decidedOn }: Held, lawOf: LawOf): Honoured {
  const bonus = bonusUnder(lawOf(awardCode, holderKind, decidedOn));
  return { honourId, awardCode, type: findAward(awardCode)?.type, decidedOn, bonus };
}

async function owed(db: Kysely<DB>, { fund, decisionNumber, honourIds }: Asked): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with first as (select min(year) as year from fund_year where unit_id = ${fund.unitId})
    select honour.id as "honourId", honour.holder_id as "holderId", holder.name as "holderName", holder.kind as "holderKind",
      holder.ended_on as "endedOn", u.name as "unitName", honour.award_code as "awardCode", honour.year,
      honour.decision_number as "decisionNumber", honour.decided_on as "decidedOn", honour.revoked_on as "revokedOn",
      case when p.id is not null then json_build_object('id', p.id, 'amount', p.amount, 'paidOn', e.on_date,
        'voucher', e.voucher, 'payee', p.payee, 'explained', p.explained) end as payment
    from honour
      join holder on holder.id = honour.holder_id
      join unit_now u on u.id = holder.unit_id
      cross join first
      left join nominee n on n.id = honour.nominee_id
      left join dossier d on d.id = n.dossier_id
      left join bonus_payment p on p.honour_id = honour.id and p.undone_by is null
      left join fund_entry e on e.id = p.entry_id
      left join fund_year f on f.id = e.fund_id
    where honour.decided_on between make_date(first.year, 1, 1) and make_date(${fund.year}, 12, 31)
      and honour.import_id is null and ${payer()} = ${fund.unitId}
      and honour.struck_at is null and (p.id is null and honour.revoked_on is null or p.id is not null and f.year = ${fund.year})
      ${decisionNumber === undefined ? sql`` : sql`and honour.decision_number = ${decisionNumber}`}
      ${honourIds === undefined ? sql`` : sql`and honour.id = any(${[...honourIds]}::uuid[])`}
    order by honour.decided_on desc, honour.decision_number, u.name collate "vi-x-icu", holder.name collate "vi-x-icu", honour.id
    limit 20000`.execute(db);
  return rows;
}

/** All that these holders have for these years, whoever pays it: the highest is only known among all. */
async function heldBeside(
  db: Kysely<DB>,
  rows: readonly Row[],
): Promise<readonly (Held & { readonly paid: number | null })[]> {
  if (rows.length === 0) return [];
  const { rows: found } = await sql<Held & { readonly paid: number | null }>`
    select honour.id as "honourId", honour.holder_id as "holderId", holder.kind as "holderKind",
      honour.award_code as "awardCode", honour.year, honour.decided_on as "decidedOn", p.amount as paid
    from honour join holder on holder.id = honour.holder_id
      left join bonus_payment p on p.honour_id = honour.id and p.undone_by is null
    where honour.revoked_on is null and honour.struck_at is null and honour.holder_id = any(${[...new Set(rows.map(({ holderId }) => holderId))]}::uuid[])`.execute(
    db,
  );
  return found;
}
