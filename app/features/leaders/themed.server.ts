/**
 * How units were placed in a movement by frozen judgements of its reviews (yearly, sơ kết, tổng kết), in each group of comparable units; who came first with each clause of what they may be
 * proposed for: the leader of a themed movement of three years and more at its conclusion for Cờ thi đua cấp tỉnh (Luật Thi đua, khen thưởng Điều 26.2), others for Bằng khen cấp tỉnh.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { holdingFor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { Explained } from '../awards/standards/explained.text.ts';
import { explained } from '../awards/standards/explained.text.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import type { ReviewKind } from '../movements/movement.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import type { Level } from '../ranking/classify.ts';
import { caseOf } from '../register/case.server.ts';
import type { Standing } from '../register/standing.ts';
import { reckon } from '../register/standing.ts';
import { visibleTo } from '../register/visible.server.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';
import { provinceFlag } from './leader.ts';
import type { PartedBy } from './leaders.server.ts';

export const provincePraise = 'bang-khen-tinh';

export type ThemedPlace = {
  readonly judgementId: string;
  readonly movementId: string;
  readonly movementName: string;
  readonly review: ReviewKind;
  readonly year: number;
  /** Null: all units in the scope of the movement are one group. */
  readonly blockName: string | null;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly place: number;
  readonly many: number;
  readonly shownPoints: number;
  readonly fullPoints: number;
  readonly level: Level | null;
  readonly tiedWith: readonly string[];
  readonly partedBy: PartedBy | null;
  readonly minutesNumber: string | null;
  readonly minutesDate: PlainDate | null;
  /** Null: not to be known of in the register by the asker. */
  readonly holderId: string | null;
};
export type ThemedFirst = ThemedPlace & {
  readonly awardCode: string;
  readonly standard: { readonly standing: Standing; readonly explained: Explained } | null;
  readonly mayPropose: boolean;
};
type Loaded = ThemedPlace & { readonly unitPath: UnitPath };

async function placesOf(db: Kysely<DB>, actor: Actor, movementId: string): Promise<readonly Loaded[]> {
  const { rows } = await sql<Loaded>`
    select judgement.id as "judgementId", movement.id as "movementId", movement.name as "movementName", s.review, judgement.year, b.name as "blockName",
      r.unit_id as "unitId", u.code as "unitCode", u.name as "unitName", r.place,
      (select count(*)::int from judgement_result a where a.judgement_id = judgement.id and a.place is not null) as many,
      r.shown_points as "shownPoints", r.full_points as "fullPoints", r.level,
      array(select x.name from jsonb_array_elements_text(r.card -> 'tiedWith') t(id) join unit_now x on x.id = t.id::uuid order by x.name) as "tiedWith",
      nullif(r.card -> 'partedBy', 'null') as "partedBy", judgement.minutes_number as "minutesNumber", judgement.minutes_date as "minutesDate",
      holder.id as "holderId",
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = r.unit_id order by t.depth) as "unitPath"
    from judgement join criteria_set s on s.id = judgement.set_id join movement on movement.id = s.movement_id
    left join block b on b.id = s.block_id join judgement_result r on r.judgement_id = judgement.id and r.place is not null
    join unit_now u on u.id = r.unit_id
    left join holder on holder.is_unit_id = r.unit_id and holder.merged_into is null and ${visibleTo(actor)}
    where judgement.stage = 'frozen' and movement.id = ${askedId(movementId)} and not movement.is_secret and ${judgementVisibleTo(actor)} and ${movementVisibleTo(actor)}
    order by judgement.year desc, array_position(array['final', 'mid_term', 'yearly'], s.review), b.name collate "vi-x-icu" nulls first, judgement.id, r.place,
      u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export type ThemedGroup = { readonly places: readonly ThemedPlace[]; readonly firsts: readonly ThemedFirst[] };

/** By judgement: newest year and weightiest review first. */
export async function themedPlaces(
  db: Kysely<DB>,
  actor: Actor,
  { movementId, received }: { readonly movementId: string; readonly received: PlainDate },
): Promise<readonly ThemedGroup[]> {
  const rows = await placesOf(db, actor, movementId);
  const groups = [...Map.groupBy(rows, ({ judgementId }) => judgementId).values()];
  return Promise.all(
    groups.map(async (own) => ({
      places: own.map(({ unitPath: _path, ...place }) => place),
      firsts: await Promise.all(
        own.filter(({ place }) => place === 1).map((row) => withStandard(db, actor, { row, received })),
      ),
    })),
  );
}

async function withStandard(
  db: Kysely<DB>,
  actor: Actor,
  { row: { unitPath, ...place }, received }: { readonly row: Loaded; readonly received: PlainDate },
): Promise<ThemedFirst> {
  const awardCode = place.review === 'final' ? provinceFlag : provincePraise;
  const mayPropose = (['officer', 'head'] as const).some((role) => holdingFor(actor, role, unitPath));
  if (place.holderId === null) return { ...place, awardCode, standard: null, mayPropose };
  const one = await caseOf(db, {
    holderId: place.holderId,
    awardCode,
    received,
    year: place.year,
    movementId: place.movementId,
    movementReview: place.review,
    movementRank: place.place,
  });
  const evaluation = evaluateStandards(await ruleBook(db), one);
  const standard = { standing: reckon(evaluation).standing, explained: explained(one, evaluation) };
  return { ...place, awardCode, standard, mayPropose };
}
