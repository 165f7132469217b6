/** What scoring asks of a person's offices now: cards to score themselves, to cross-score, of their field, to appraise; objections to answer; judgements that can go on. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { ledBy } from '../blocks/leading.server.ts';

export type CardToDo = {
  readonly id: string;
  readonly unitName: string;
  readonly title: string;
  readonly until: PlainDate | null;
};
export type JudgementToDo = { readonly id: string; readonly title: string; readonly count: number };
export type ScoringWork = {
  readonly self: readonly CardToDo[];
  readonly cross: readonly CardToDo[];
  readonly field: readonly CardToDo[];
  /** By judgement: how many cards wait to be appraised, for a cross-scorer, for an answer to an objection; all appraised, to be announced. */
  readonly appraise: readonly JudgementToDo[];
  readonly assign: readonly JudgementToDo[];
  readonly objections: readonly JudgementToDo[];
  readonly announce: readonly JudgementToDo[];
};
export const noScoringWork: ScoringWork = {
  self: [],
  cross: [],
  field: [],
  appraise: [],
  assign: [],
  objections: [],
  announce: [],
};

export async function scoringWaiting(db: Kysely<DB>, person: Person): Promise<ScoringWork> {
  const writers = below(person, 'officer', 'head');
  const organisers = below(person, 'appraiser');
  const mayLead = unitsHeld(person, 'block_lead', 'head').length > 0;
  if (!writers && !organisers && !mayLead) return noScoringWork;
  const [self, cross, field, appraise, assign, objections, announce] = await Promise.all([
    writers ? cards(db, sql`c.stage = 'self' and c.unit_id in (${writers})`, 'j.self_until') : [],
    writers
      ? cards(db, sql`c.stage = 'cross' and c.cross_unit_id in (${writers}) and ${isApart(person)}`, 'j.cross_until')
      : [],
    writers ? cards(db, sql`c.stage in ('cross', 'appraisal') and ${fieldOwed(writers)}`, 'j.appraise_until') : [],
    organisers
      ? judgements(
          db,
          sql`j.unit_id in (${organisers}) and j.stage = 'scoring' and c.stage = 'appraisal' and ${isApart(person)}`,
        )
      : [],
    organisers || mayLead
      ? judgements(
          db,
          sql`j.stage = 'scoring' and c.stage in ('self', 'cross') and c.cross_unit_id is null and (${mayAssign(person, organisers)})`,
        )
      : [],
    organisers
      ? judgements(
          db,
          sql`j.unit_id in (${organisers}) and j.stage = 'announced' and exists (
      select from objection o where o.card_id = c.id and o.stage = 'filed')`,
        )
      : [],
    organisers ? announceable(db, organisers) : [],
  ]);
  return { self, cross, field, appraise, assign, objections, announce };
}

type Condition = ReturnType<typeof sql>;

/** Units that the person's roles reach; nothing where none is held. */
function below(person: Person, ...roles: readonly Role[]): Condition | undefined {
  const held = [...unitsHeld(person, ...roles)];
  return held.length === 0
    ? undefined
    : sql`select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[])`;
}

/** Whoever handed the card in takes no later step on it. */
const isApart = ({ personId }: Person) =>
  sql`c.submitted_by is distinct from ${personId}::uuid and c.submitted_for is distinct from ${personId}::uuid`;

/** A criterion in the charge of one of the units that it has not scored yet, of another unit than itself. */
const fieldOwed = (writers: Condition) => sql`exists (
  select from criterion e where e.set_id = j.set_id and e.kind = 'criterion' and e.expert_unit_id in (${writers}) and e.expert_unit_id <> c.unit_id
    and not exists (select from card_score s where s.card_id = c.id and s.code = e.code and s.step = 'expert' and s.state <> 'missing'))`;

function mayAssign(person: Person, organisers: Condition | undefined): Condition {
  const isLead = sql`j.set_id in (select s.id from criteria_set s where (s.block_id, s.year) in ${ledBy(person)})`;
  return organisers ? sql`j.unit_id in (${organisers}) or ${isLead}` : isLead;
}

async function cards(db: Kysely<DB>, which: Condition, until: string): Promise<readonly CardToDo[]> {
  const { rows } = await sql<CardToDo>`
    select c.id, u.name as "unitName", j.title, ${sql.ref(until)} as until
    from score_card c join judgement j on j.id = c.judgement_id join unit_now u on u.id = c.unit_id
    where j.stage = 'scoring' and ${which} order by ${sql.ref(until)} nulls last, u.name collate "vi-x-icu", c.id limit 50`.execute(
    db,
  );
  return rows;
}

async function judgements(db: Kysely<DB>, which: Condition): Promise<readonly JudgementToDo[]> {
  const { rows } = await sql<JudgementToDo>`
    select j.id, j.title, count(*)::int as count from score_card c join judgement j on j.id = c.judgement_id
    where ${which} group by j.id order by j.title collate "vi-x-icu", j.id limit 50`.execute(db);
  return rows;
}

async function announceable(db: Kysely<DB>, organisers: Condition): Promise<readonly JudgementToDo[]> {
  const { rows } = await sql<JudgementToDo>`
    select j.id, j.title, count(*)::int as count from judgement j join score_card c on c.judgement_id = j.id and c.stage <> 'dropped'
    where j.stage = 'scoring' and j.unit_id in (${organisers})
    group by j.id having bool_and(c.stage = 'appraised') order by j.title collate "vi-x-icu", j.id limit 50`.execute(
    db,
  );
  return rows;
}

export function countScoringWork(work: ScoringWork): number {
  const { self, cross, field, appraise, assign, objections, announce } = work;
  return [self, cross, field, appraise, assign, objections, announce].reduce((sum, { length }) => sum + length, 0);
}
