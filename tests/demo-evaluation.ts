/** What the demonstration must show of blocks in their year, of the judged years, and of who leads by them. */
import assert from 'node:assert/strict';
import type { ExplainedClause, ExplainedNode } from '../app/features/awards/standards/explained.text.ts';
import { declinesOn } from '../app/features/blocks/declines.server.ts';
import { meetingsOf } from '../app/features/blocks/meetings.server.ts';
import { pactsOf } from '../app/features/blocks/pacts.server.ts';
import { signaturesOn } from '../app/features/blocks/signing.server.ts';
import { blockByCode, yearOf } from '../app/features/blocks/year.server.ts';
import { leadersOf } from '../app/features/leaders/leaders.server.ts';
import { reasonText } from '../app/features/leaders/text.ts';
import { findQualifying } from '../app/features/register/qualifying.server.ts';
import type { Services } from '../app/platform/services.server.ts';

const by = { kind: 'system', name: 'job' } as const;

/** The cluster's pact is signed by all, the departments' waits and one says why it does not sign; one meeting has its minutes with what was agreed. */
export async function assertBlocks({ db }: Services): Promise<void> {
  const [cluster, departments] = [await inYear(db, 'mau-xa-1'), await inYear(db, 'mau-so-nganh')];
  for (const { seats } of [cluster, departments]) {
    assert.equal(seats.filter(({ part }) => part === 'lead').length, 1);
    assert.ok(seats.some(({ part }) => part === 'deputy'));
  }
  const [signed] = await pactsOf(db, by, cluster.block.id, cluster.year);
  const [waiting] = await pactsOf(db, by, departments.block.id, departments.year);
  assert.deepEqual([signed?.stage, waiting?.stage], ['closed', 'open']);
  assert.equal((await signaturesOn(db, signed?.id ?? '')).length, cluster.seats.length);
  const given = await signaturesOn(db, waiting?.id ?? '');
  assert.ok(given.length > 0 && given.length < departments.seats.length);
  const [declined, ...more] = await declinesOn(db, by, waiting?.id ?? '');
  assert.match(declined?.reason ?? '', /\(lý do mẫu\)/);
  assert.deepEqual(more, []);
  const [met, ahead] = await meetingsOf(db, by, cluster.block.id, cluster.year);
  assert.deepEqual([met?.stage, met?.frozen?.endedAt, ahead?.stage], ['closed', '10:45', 'called']);
  assert.equal(met?.frozen?.attended.length, cluster.seats.length);
  const agreed = await db
    .selectFrom('block_agreement')
    .select('done_at')
    .where('meeting_id', '=', met?.id ?? '')
    .execute();
  assert.deepEqual([agreed.length, agreed.filter(({ done_at }) => done_at !== null).length], [2, 1]);
}

async function inYear(db: Services['db'], code: string) {
  const block = await blockByCode(db, code);
  const found = block && (await yearOf(db, block.id, 2026));
  assert.ok(found, code);
  return found;
}

/** Last year is judged to the end, the first two parted by the rule; this year has cards on every step. */
export async function assertJudged({ db }: Services): Promise<void> {
  const judgements = await db.selectFrom('judgement').select(['year', 'stage']).orderBy('made_at').execute();
  assert.deepEqual(
    judgements.map(({ year, stage }) => `${year} ${stage}`),
    ['2025 frozen', '2026 scoring', '2026 scoring'],
  );
  const results = await db
    .selectFrom('judgement_result as r')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .select(['u.code', 'r.place', 'r.shown_points', 'r.card'])
    .orderBy('r.place')
    .execute();
  const [first, second] = results;
  assert.equal(results.length, 20);
  assert.ok(first && second);
  assert.equal(first.code, '02647');
  assert.deepEqual([first.place, second.place, first.shown_points], [1, 2, second.shown_points]);
  assert.deepEqual((first.card as { readonly partedBy?: unknown }).partedBy, { kind: 'points', code: 'I' });
  const objections = await db.selectFrom('objection').select('stage').orderBy('stage').execute();
  assert.deepEqual(objections, [{ stage: 'dismissed' }, { stage: 'upheld' }]);
  const cards = await db
    .selectFrom('score_card as c')
    .innerJoin('judgement as j', 'j.id', 'c.judgement_id')
    .select('c.stage')
    .where('j.year', '=', 2026)
    .execute();
  assert.deepEqual(new Set(cards.map(({ stage }) => stage)), new Set(['self', 'cross', 'appraisal', 'appraised']));
}

/** The leader by the frozen result is a candidate for the flag, and both pages say why. */
export async function assertLeaders({ db }: Services, today: string): Promise<void> {
  const { leaders } = await leadersOf(db, by, { year: 2025, received: today });
  const leader = leaders.find(({ unitCode }) => unitCode === '02647');
  assert.ok(leader);
  assert.match(reasonText(leader), /^Xếp thứ 1 trong 20 đơn vị của .+ điểm; xếp loại: /);
  assert.deepEqual(leader.partedBy, { kind: 'points', code: 'I' });
  const clauses = (leader.standard?.explained.nodes ?? []).flatMap(clausesIn);
  assert.ok(
    clauses.some(({ because }) => because !== ''),
    JSON.stringify(leader.standard?.explained),
  );
  const asked = { awardCode: 'co-thi-dua-tinh', year: 2025, received: today, atLeast: 'met' } as const;
  const candidates = await findQualifying(db, by, asked);
  const candidate = candidates.find(({ id }) => id === leader.holderId);
  assert.deepEqual([candidates[0]?.leads, candidate?.leads], [true, true]);
}

function clausesIn(node: ExplainedNode): readonly ExplainedClause[] {
  return node.kind === 'clause' ? [node] : node.parts.flatMap(clausesIn);
}
