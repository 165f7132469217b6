/** A block of two communes with a published criteria set and a judgement on any stage of its way, in the one world. */
import type { Transaction } from 'kysely';
import type { Criterion } from '../app/features/criteria/criterion.ts';
import { createBlock, setMembers } from '../app/features/organisation/blocks.server.ts';
import type { SettleWay } from '../app/features/ranking/conditions.server.ts';
import type { MoveResult } from '../app/features/ranking/settling.server.ts';
import { moveResult } from '../app/features/ranking/settling.server.ts';
import { moveJudgement, prepareJudgement } from '../app/features/scoring/judging.server.ts';
import type { JudgementWay } from '../app/features/scoring/judging.server.ts';
import { assignCross, moveCard } from '../app/features/scoring/moving.server.ts';
import type { CardWay } from '../app/features/scoring/moving.server.ts';
import type { ScoreStep } from '../app/features/scoring/procedure.ts';
import { giveScore } from '../app/features/scoring/scores.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import type { PersonName, UnitName } from './world.ts';
import { contextFor, now, people, units } from './world.ts';

/** The people and units of the one world, or of a browser's. */
export type Scene = {
  readonly people: Readonly<Record<PersonName, Person>>;
  readonly units: Readonly<Record<UnitName, string>>;
};
const world: Scene = { people, units };

/** Holds its office at the province. */
export const secretaryOf = (scene: Scene): Person => ({
  ...scene.people.nobody,
  holdings: [{ holdingId: newId(), role: 'council_secretary', unitId: scene.units.province }],
});
export const secretary: Person = secretaryOf(world);

const line = (code: string, max: number, more: Partial<Criterion> = {}): Criterion => ({
  code,
  parent: null,
  kind: 'criterion',
  title: `Tiêu chí mẫu ${code}`,
  guidance: '',
  max,
  way: 'hand',
  rule: null,
  expertUnitId: null,
  needsEvidence: false,
  ...more,
});

/** 100 points: 60 by hand, 20 by the department, 20 from recognised initiatives; a bonus and a penalty. */
export const criteriaFor = ({ units }: Scene): readonly Criterion[] => [
  line('I', 6000, { kind: 'group', way: null }),
  line('I.1', 4000, { parent: 'I' }),
  line('I.2', 2000, { parent: 'I' }),
  line('II', 2000, { way: 'expert', expertUnitId: units.department }),
  line('III', 2000, {
    way: 'data',
    rule: { name: 'each', measure: { name: 'initiatives_recognised', indicator: null }, points: 1000 },
  }),
  line('T', 500, { kind: 'bonus' }),
  line('P', 500, { kind: 'penalty' }),
];
export const sampleCriteria = criteriaFor(world);

export async function givenBlock(tx: Transaction<DB>, { people, units }: Scene = world): Promise<string> {
  const context = contextFor(tx, people.administrator);
  const block = expectOk(await createBlock(context, { code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }));
  const seats = [
    { unitId: units.communeAn, part: 'lead' },
    { unitId: units.communeBinh, part: 'member' },
  ] as const;
  expectOk(await setMembers(context, { blockId: block.id, version: block.version, year: 2026, seats }));
  return block.id;
}

export async function givenSet(
  tx: Transaction<DB>,
  blockId: string,
  criteria = sampleCriteria,
  edition = 1,
  year = 2026,
): Promise<string> {
  const id = newId();
  const head = {
    id,
    block_id: blockId,
    year,
    edition,
    title: 'Bộ tiêu chí mẫu',
    is_proposal: true,
    made_by: people.appraiser.personId,
    made_at: now,
  };
  await tx
    .insertInto('criteria_set')
    .values({ ...head, stage: 'draft' })
    .execute();
  const rows = criteria.map(({ max, expertUnitId, needsEvidence, rule, ...rest }, place) => ({
    ...rest,
    set_id: id,
    place,
    max_points: max,
    expert_unit_id: expertUnitId,
    needs_evidence: needsEvidence,
    rule: rule && JSON.stringify(rule),
  }));
  await tx.insertInto('criterion').values(rows).execute();
  const published = { stage: 'published', published_at: now, published_by: people.appraiser.personId };
  await tx.updateTable('criteria_set').set(published).where('id', '=', id).execute();
  return id;
}

/** Opened for scoring; cards by unit. */
export async function givenJudgement(
  tx: Transaction<DB>,
  more: { readonly setId?: string } = {},
  scene: Scene = world,
) {
  const { people, units } = scene;
  const setId = more.setId ?? (await givenSet(tx, await givenBlock(tx, scene), criteriaFor(scene)));
  const context = contextFor(tx, people.appraiser);
  const term = { selfUntil: '2026-06-30', crossUntil: '2026-07-10', appraiseUntil: '2026-07-31', objectionDays: 5 };
  const { id } = expectOk(
    await prepareJudgement(context, {
      id: newId(),
      setId,
      unitId: units.province,
      title: 'Chấm điểm Cụm Mẫu năm 2026',
      ...term,
    }),
  );
  await judged(tx, id, 'open', undefined, people.appraiser);
  return { id, setId, cards: await cardIds(tx, id) };
}

export async function cardIds(tx: Transaction<DB>, judgementId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('score_card')
    .select(['id', 'unit_id'])
    .where('judgement_id', '=', judgementId)
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.id]));
}

export async function judged(
  tx: Transaction<DB>,
  id: string,
  move: JudgementWay,
  at?: Date,
  by: Person = people.appraiser,
): Promise<void> {
  const { version } = await tx.selectFrom('judgement').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  expectOk(await moveJudgement(contextFor(tx, by, at), { id, version, move, reason: 'Lý do mẫu' }));
}

export async function carded(tx: Transaction<DB>, id: string, move: CardWay, by: Person): Promise<void> {
  const { version } = await tx
    .selectFrom('score_card')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expectOk(await moveCard(contextFor(tx, by), { id, version, move, reason: 'Lý do mẫu' }));
}

/** Points as typed. */
export async function scored(
  tx: Transaction<DB>,
  cardId: string,
  step: ScoreStep,
  by: Person,
  points: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [code, typed] of Object.entries(points)) {
    const there = await tx
      .selectFrom('card_score')
      .select('version')
      .where('card_id', '=', cardId)
      .where('code', '=', code)
      .where('step', '=', step)
      .executeTakeFirst();
    const given = { state: typed === '-' ? 'not_applicable' : 'points', points: typed, reason: 'Lý do mẫu' };
    expectOk(await giveScore(contextFor(tx, by), { cardId, code, step, version: there?.version ?? 0, typed: given }));
  }
}

/** Both cards through every hand: An comes to `an` of I.1, Binh to `binh`; the rest is equal. */
export async function appraisedJudgement(
  tx: Transaction<DB>,
  { an, binh }: { readonly an: string; readonly binh: string },
  scene: Scene = world,
  on: { readonly setId?: string } = {},
) {
  const { people, units } = scene;
  const one = await givenJudgement(tx, on, scene);
  const of = (unitId: string) => one.cards.get(unitId) ?? '';
  const ways = [
    {
      unit: units.communeAn,
      other: units.communeBinh,
      officer: people.officerOfAn,
      head: people.headOfAn,
      crosser: people.headOfBinh,
      first: an,
    },
    {
      unit: units.communeBinh,
      other: units.communeAn,
      officer: people.officerOfBinh,
      head: people.headOfBinh,
      crosser: people.headOfAn,
      first: binh,
    },
  ];
  for (const { unit, other, officer, head, crosser, first } of ways) {
    const id = of(unit);
    expectOk(await assignCross(contextFor(tx, people.appraiser), { id, version: 1, crossUnitId: other }));
    await scored(tx, id, 'self', officer, { 'I.1': first, 'I.2': '15' });
    await carded(tx, id, 'submit', head);
    await scored(tx, id, 'cross', crosser, { 'I.1': first, 'I.2': '15' });
    await scored(tx, id, 'expert', people.officerOfDepartment, { II: '18' });
    await carded(tx, id, 'pass', crosser);
    await scored(tx, id, 'appraisal', people.appraiser, { 'I.1': first, 'I.2': '15' });
    await carded(tx, id, 'conclude', people.appraiser);
  }
  return one;
}

/** Announced, nobody objecting, settled, signed off and frozen after the term. */
export async function frozenResult(tx: Transaction<DB>, points: { readonly an: string; readonly binh: string }) {
  const { id } = await appraisedJudgement(tx, points);
  await judged(tx, id, 'announce');
  const after = new Date('2026-06-30T02:00:00.000Z');
  const move = async (by: Person, way: SettleWay, more: Partial<MoveResult> = {}) => {
    const { version } = await tx
      .selectFrom('judgement')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expectOk(await moveResult(contextFor(tx, by, after), { id, version, move: way, ...more }));
  };
  await move(people.appraiser, 'settle');
  await move(secretary, 'sign_off', { minutes: { number: '05/BB-HĐTĐKT', date: '2026-06-29' } });
  await move(people.decidingAuthority, 'freeze');
  return id;
}
