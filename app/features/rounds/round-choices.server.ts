/** What the form of a round offers (forms, kinds of units), what may be changed about an open one, and what was. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { RoundChangeKind } from './amending.server.ts';
import type { FormName } from './forms/forms.server.ts';
import type { RoundDetail } from './list.server.ts';

export type KindCount = { readonly kind: UnitKind; readonly count: number };

export async function kindsTakingPart(db: Kysely<DB>): Promise<readonly KindCount[]> {
  const { rows } = await sql<KindCount>`
    select u.kind, count(*) as count from unit_now u where u.is_active and u.takes_part
    group by u.kind order by u.kind <> 'commune', count(*) desc, u.kind`.execute(db);
  return rows;
}

export type UnitChoice = { readonly id: string; readonly name: string };
export type Amendable = {
  /** Newer published editions of the form that the round is on. */
  readonly newerForms: readonly FormName[];
  /** Units that take part and are not expected. */
  readonly addable: readonly UnitChoice[];
};

/** Asked for those who may amend; for anybody else there is nothing to choose from. */
export async function amendable(db: Kysely<DB>, { id, formId, moves }: RoundDetail): Promise<Amendable> {
  if (!moves.includes('expect')) return { newerForms: [], addable: [] };
  const forms = await sql<FormName>`
    select n.id, n.family_id as "familyId", n.name, n.edition, n.is_default as "isDefault"
    from report_form f join report_form n on n.family_id = f.family_id and n.stage = 'published' and n.edition > f.edition
    where f.id = ${formId} order by n.edition desc`.execute(db);
  const units = await sql<UnitChoice>`
    select u.id, u.name from unit_now u where u.is_active and u.takes_part
      and not exists (select from round_unit e where e.round_id = ${id} and e.unit_id = u.id)
    order by u.name collate "vi-x-icu", u.code`.execute(db);
  return { newerForms: moves.includes('reform') ? forms.rows : [], addable: units.rows };
}

export type RoundChange = {
  readonly id: string;
  readonly kind: RoundChangeKind;
  readonly unit: string | null;
  readonly was: string;
  readonly became: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

/** Of a round that the asker was found to know of: what was changed after it opened, the latest first. */
export async function changesOf(db: Kysely<DB>, roundId: string): Promise<readonly RoundChange[]> {
  const { rows } = await sql<RoundChange>`
    select c.id, c.kind, u.name as unit, c.was, c.became, c.reason, p.full_name as by, c.at
    from round_change c join person p on p.id = c.by_person left join unit_now u on u.id = c.unit_id
    where c.round_id = ${roundId} order by c.at desc, c.id desc`.execute(db);
  return rows;
}
