/** Who leads the blocks of a year by frozen results, with what each clause of the standard says of those whom the asker may know of in the register. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { holdingFor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isAllowed } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { Fact } from '../awards/law/law-book.ts';
import { quotaOf } from '../awards/law/law-book.ts';
import type { Explained } from '../awards/standards/explained.text.ts';
import { explained } from '../awards/standards/explained.text.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import type { TieRule } from '../criteria/tie.ts';
import type { Level } from '../ranking/classify.ts';
import { caseFrom } from '../register/facts.ts';
import { factsOf } from '../register/facts.server.ts';
import type { Standing } from '../register/standing.ts';
import { reckon } from '../register/standing.ts';
import { visibleTo } from '../register/visible.server.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';
import type { LeaderWord, Quota } from './leader.ts';
import { governmentFlag, provinceFlag, quotaFor } from './leader.ts';
import { leaderRights } from './rights.ts';

export type PartedBy = TieRule | { readonly kind: 'decision'; readonly id: string };
export type LeaderRow = LeaderWord & {
  readonly judgementId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly blockName: string;
  readonly isOfProvince: boolean;
  readonly many: number;
  readonly place: number;
  readonly shownPoints: number;
  readonly fullPoints: number;
  readonly level: Level | null;
  readonly tiedWith: readonly string[];
  readonly partedBy: PartedBy | null;
  readonly minutesNumber: string | null;
  readonly minutesDate: PlainDate | null;
  readonly holderId: string | null;
  readonly meetsReason: string;
  readonly meetsBy: string | null;
  readonly chosenReason: string;
  readonly chosenBy: string | null;
  readonly chosenAt: Date | null;
  readonly version: number;
};
export type Leader = LeaderRow & {
  /** Of the standard of Cờ thi đua cấp tỉnh; null where the asker may not know of the unit in the register. */
  readonly standard: { readonly standing: Standing; readonly explained: Explained } | null;
  readonly mayJudge: boolean;
  /** Writes dossiers for this unit. */
  readonly mayPropose: boolean;
};
export type LeaderNumber = { readonly perBlock: number; readonly isDefault: boolean; readonly source: string };

/** Laid down with the thresholds (features/ranking): of the latest year not after it that says a number, confirmed ones before the default. */
export async function leaderNumber(db: Kysely<DB>, year: number): Promise<LeaderNumber> {
  const { rows } = await sql<LeaderNumber>`
    select per_block as "perBlock", state = 'default' as "isDefault", source from classification_rule
    where from_year <= ${year} and state in ('default', 'confirmed') and per_block is not null
    order by state = 'confirmed' desc, from_year desc, confirmed_at desc, proposed_at desc limit 1`.execute(db);
  if (!rows[0]) throw new Error('no number of leaders is laid down');
  return rows[0];
}

/** Of which a block's result was frozen. */
export async function latestYear(db: Kysely<DB>, actor: Actor): Promise<number | undefined> {
  const { rows } = await sql<{ year: number | null }>`
    select max(judgement.year)::int as year from judgement join criteria_set s on s.id = judgement.set_id
    where judgement.stage = 'frozen' and s.movement_id is null and ${judgementVisibleTo(actor)}`.execute(db);
  return rows[0]?.year ?? undefined;
}

type Loaded = LeaderRow & { readonly unitPath: UnitPath; readonly rootPath: UnitPath };

const pathTo = (unit: string) =>
  sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = ${sql.ref(unit)} order by t.depth)`;

/** Nobody who stands level with more than may lead is one alone: all of them are listed and the page says so. What was found of a unit is for those who may know of it in the register. */
export async function leaderRows(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly year: number; readonly perBlock: number },
): Promise<readonly Loaded[]> {
  const { rows } = await sql<Loaded>`
    select judgement.id as "judgementId", r.unit_id as "unitId", u.code as "unitCode", u.name as "unitName", b.name as "blockName",
      o.kind = 'province' as "isOfProvince", (select count(*)::int from judgement_result a where a.judgement_id = judgement.id and a.place is not null) as many,
      r.place, r.shown_points as "shownPoints", r.full_points as "fullPoints", r.level,
      array(select x.name from jsonb_array_elements_text(r.card -> 'tiedWith') t(id) join unit_now x on x.id = t.id::uuid order by x.name) as "tiedWith",
      nullif(r.card -> 'partedBy', 'null') as "partedBy", judgement.minutes_number as "minutesNumber", judgement.minutes_date as "minutesDate",
      holder.id as "holderId", case when holder.id is not null then w.meets end as meets, coalesce(holder.id is not null and w.is_chosen, false) as "isChosen",
      coalesce(w.meets_reason, '') as "meetsReason", p.full_name as "meetsBy", coalesce(w.chosen_reason, '') as "chosenReason",
      c.full_name as "chosenBy", w.chosen_at as "chosenAt", coalesce(w.version, 0) as version, ${pathTo('r.unit_id')} as "unitPath",
      ${pathTo('judgement.unit_id')} as "rootPath"
    from judgement join criteria_set s on s.id = judgement.set_id join block b on b.id = s.block_id join unit o on o.id = judgement.unit_id
    join judgement_result r on r.judgement_id = judgement.id and r.place <= ${asked.perBlock}
    join unit_now u on u.id = r.unit_id
    left join holder on holder.is_unit_id = r.unit_id and holder.merged_into is null and ${visibleTo(actor)}
    left join leader_word w on w.judgement_id = judgement.id and w.unit_id = r.unit_id
    left join person p on p.id = w.meets_by left join person c on c.id = w.chosen_by
    where judgement.stage = 'frozen' and judgement.year = ${asked.year} and s.movement_id is null and ${judgementVisibleTo(actor)}
    order by b.name collate "vi-x-icu", r.place, u.name collate "vi-x-icu", r.unit_id`.execute(db);
  return rows;
}

export type LeadersOfYear = {
  readonly leaders: readonly Leader[];
  readonly number: LeaderNumber;
  /** Undefined: no share is laid down. */
  readonly share: Fact<'quota'> | undefined;
  readonly quota: Quota | null;
};

export async function leadersOf(
  db: Kysely<DB>,
  actor: Actor,
  { year, received }: { readonly year: number; readonly received: PlainDate },
): Promise<LeadersOfYear> {
  const number = await leaderNumber(db, year);
  const [rows, book] = await Promise.all([leaderRows(db, actor, { year, perBlock: number.perBlock }), ruleBook(db)]);
  const facts = await factsOf(
    db,
    rows.flatMap(({ holderId }) => holderId ?? []),
  );
  const leaders = rows.map(({ unitPath, rootPath, ...row }): Leader => {
    const known = row.holderId === null ? undefined : facts.get(row.holderId);
    const one = known && caseFrom(known, { awardCode: provinceFlag, received, year, movement: false });
    const evaluation = one && evaluateStandards(book, one);
    return {
      ...row,
      standard:
        one && evaluation ? { standing: reckon(evaluation).standing, explained: explained(one, evaluation) } : null,
      mayJudge: isAllowed(leaderRights, 'leader.judge', actor, rootPath),
      mayPropose: (['officer', 'head'] as const).some((role) => holdingFor(actor, role, unitPath)),
    };
  });
  const share = quotaOf(book, governmentFlag, received);
  const known = leaders.filter(({ holderId }) => holderId !== null);
  return {
    leaders,
    number,
    share,
    quota: share && known.length > 0 ? quotaFor(known, share.content.atMostPercent) : null,
  };
}
