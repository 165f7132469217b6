/** Only frozen results that somebody published are ever read without signing in, and no person stands in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { appraisedJudgement, judged, secretary } from '../../../../tests/evaluations.ts';
import { frozenJudgement } from '../../../../tests/frozen.ts';
import { contextFor, insertWorld, people, recorded } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { publishedResult, publishedResults } from './public.server.ts';
import { publishResult, unpublishResult } from './publishing.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const publish = (tx: Tx, judgementId: string, who: Person = secretary) =>
  publishResult(contextFor(tx, who), { id: newId(), judgementId });

test('a frozen result is shown to everybody when it is published, and no more when it was taken down', async () => {
  await inWorld(async (tx) => {
    const id = await frozenJudgement(tx);
    assert.deepEqual(await publishedResults(tx), []);
    assert.equal(await publishedResult(tx, id), undefined);
    const first = expectOk(await publish(tx, id));
    assert.deepEqual(expectOk(await publish(tx, id)), first);
    const shown = await publishedResult(tx, id);
    assert.deepEqual(
      shown?.lines.map(({ unitName, place, shown: points, level, isLeader }) => [
        unitName,
        place,
        points,
        level,
        isLeader,
      ]),
      [
        ['Xã Mẫu Bình', 1, 7300, 'good', true],
        ['Xã Mẫu An', 2, 7150, 'good', false],
      ],
    );
    assert.equal((await publishedResults(tx)).length, 1);
    expectOk(await unpublishResult(contextFor(tx, secretary), { judgementId: id, reason: 'Đăng nhầm' }));
    assert.deepEqual(await publishedResults(tx), []);
    expectOk(await publish(tx, id));
    const kinds = (await recorded(tx)).map(({ kind }) => kind).filter((kind) => /published/.test(kind));
    assert.deepEqual(kinds, ['judgement.published', 'judgement.unpublished', 'judgement.published']);
  });
});

test('what is not frozen is never published, whatever stands in the table; and each refusal', async () => {
  await inWorld(async (tx) => {
    const { id } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, id, 'announce');
    assert.equal(kindOf(await publish(tx, id)), 'not_frozen');
    await tx
      .insertInto('result_publication')
      .values({ id: newId(), judgement_id: id, published_at: new Date() })
      .execute();
    assert.deepEqual(await publishedResults(tx), []);
    assert.equal(await publishedResult(tx, id), undefined);
    for (const who of [people.headOfAn, people.auditor])
      assert.equal(kindOf(await publish(tx, id, who)), 'not_allowed');
    assert.equal(kindOf(await publish(tx, newId())), 'not_there');
    const down = (reason: string, who: Person = secretary) =>
      unpublishResult(contextFor(tx, who), { judgementId: id, reason });
    assert.equal(kindOf(await down(' ')), 'unpublish_wrong');
    assert.equal(kindOf(await down('x'.repeat(2001))), 'unpublish_wrong');
    assert.equal(kindOf(await down('x', people.headOfAn)), 'not_allowed');
    expectOk(await down('x'));
    assert.equal(kindOf(await down('x')), 'not_published');
  });
});

test('nothing of a person, a card, an objection or an appeal is in what the portal reads', async () => {
  await inWorld(async (tx) => {
    const id = await frozenJudgement(tx);
    expectOk(await publish(tx, id));
    const { rows } = await sql<{ view: string; name: string }>`
      select table_name as view, column_name as name from information_schema.columns
      where table_name in ('portal_result', 'portal_result_unit') order by 1, ordinal_position`.execute(tx);
    const columns = Map.groupBy(rows, ({ view }) => view);
    assert.deepEqual(
      [...columns].map(([view, own]) => [view, own.map(({ name }) => name).join(' ')]),
      [
        ['portal_result', 'id title year of_name minutes_number minutes_date frozen_at published_at'],
        [
          'portal_result_unit',
          'judgement_id unit_name place shown_points full_points level is_leader parted_by parted_code',
        ],
      ],
    );
    const { rows: text } = await sql<{ all: string }>`
      select (select string_agg(row_to_json(r)::text, '') from portal_result r)
        || (select string_agg(row_to_json(u)::text, '') from portal_result_unit u) as "all"`.execute(tx);
    const names = await tx.selectFrom('person').select(['id', 'full_name']).execute();
    assert.ok(names.length > 5);
    for (const { id: personId, full_name } of names)
      assert.ok(!text[0]?.all.includes(personId) && !text[0]?.all.includes(full_name), full_name);
  });
});
