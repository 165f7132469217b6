/** Reports that are alike: what a person found is kept by pair until either is written anew; many are looked through by a job. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenDossier, givenHolder, insertDossierWorld, movedDossier } from '../../../tests/dossiers.ts';
import { contextFor, people, recorded } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { findAlikeReports } from './alike.server.ts';
import { findListed } from './list.server.ts';
import { judgeReports } from './judging.server.ts';
import { askLook, looksOf, pairsOf, roundOf } from './looking-through.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { changeNominee } from './nominees.server.ts';
import { isSettled } from './report-judgement.ts';
import { warningsFor } from './warnings.server.ts';

const { officerOfAn, headOfAn, officerOfBinh, appraiser, decidingAuthority } = people;
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const story =
  'Trong năm đã vận động bốn mươi hộ trong thôn hiến hơn hai nghìn mét vuông đất vườn để mở rộng con đường vào khu sản xuất, tự tay dỡ hàng rào nhà mình trước.';

type Pair = { readonly mine: string; readonly other: string; readonly id: string };

const inAlike = <Value>(body: (tx: Transaction<DB>, pair: Pair) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const proposed = await Promise.all(
      ['Người Mẫu Một', 'Người Mẫu Hai'].map(async (name) => ({
        holderId: await givenHolder(tx, { name }),
        awardCode: 'bang-khen-tinh',
      })),
    );
    const id = await givenDossier(tx, { proposed });
    const rows = await nomineesOf(tx, id);
    for (const row of rows) expectOk(await tell(tx, row.id, story));
    return body(tx, { id, mine: rows[0]?.id ?? '', other: rows[1]?.id ?? '' });
  });

async function tell(tx: Transaction<DB>, id: string, achievement: string) {
  const { version } = await tx.selectFrom('nominee').where('id', '=', id).select('version').executeTakeFirstOrThrow();
  return changeNominee(contextFor(tx, officerOfAn), { id, version, awardCode: 'bang-khen-tinh', achievement });
}
const judge = (
  tx: Transaction<DB>,
  { mine, other }: Pair,
  by: Person,
  more: { verdict?: string; reason?: string } = {},
) =>
  judgeReports(contextFor(tx, by), {
    id: newId(),
    nomineeId: mine,
    otherId: other,
    verdict: 'common_text',
    reason: 'Cùng chép phần nhiệm vụ được giao.',
    ...more,
  });
const judgementOf = async (tx: Transaction<DB>, { mine }: Pair) =>
  (await findAlikeReports(tx, appraiser, mine))[0]?.judgement ?? null;

test('whoever appraises judges a pair, with a reason; it stands for both of them and is not asked again', async () => {
  await inAlike(async (tx, pair) => {
    assert.equal(kindOf(await judge(tx, pair, officerOfAn)), 'wrong_stage');
    await movedDossier(tx, pair.id, 'submit', headOfAn);
    await movedDossier(tx, pair.id, 'receive', appraiser);
    assert.equal(kindOf(await judge(tx, pair, officerOfAn)), 'not_yours');
    assert.equal(kindOf(await judge(tx, pair, officerOfBinh)), 'not_there');
    assert.equal(kindOf(await judge(tx, pair, appraiser, { verdict: 'x' })), 'verdict_missing');
    assert.equal(kindOf(await judge(tx, pair, appraiser, { reason: ' ' })), 'reason_missing');
    assert.equal(await judgementOf(tx, pair), null);
    expectOk(await judge(tx, pair, appraiser));
    const found = await judgementOf(tx, { ...pair, mine: pair.other });
    assert.deepEqual([found?.verdict, found?.isStale, isSettled(found)], ['common_text', false, true]);
    const dossier = await findListed(tx, appraiser, pair.id);
    assert.ok(dossier);
    const warnings = await warningsFor(tx, appraiser, dossier, {
      nominees: await nomineesOf(tx, pair.id),
      today: '2026-11-29',
    });
    assert.equal([...warnings.values()].flat().filter(({ kind }) => kind === 'report_alike').length, 0);
    assert.equal((await recorded(tx)).filter(({ kind }) => kind === 'nominee.report_compared').length, 1);
  });
});

test('a judgement is stale once either report reads otherwise', async () => {
  await inAlike(async (tx, pair) => {
    await movedDossier(tx, pair.id, 'submit', headOfAn);
    await movedDossier(tx, pair.id, 'receive', appraiser);
    expectOk(await judge(tx, pair, appraiser));
    await movedDossier(tx, pair.id, 'return', appraiser);
    expectOk(await tell(tx, pair.other, `${story} Ngoài ra còn sửa cầu.`));
    const found = await judgementOf(tx, pair);
    assert.deepEqual([found?.isStale, isSettled(found)], [true, false]);
  });
});

test('a look is asked for one dossier or for all that wait, by whoever works on them, once; it is seen by them alone', async () => {
  await inAlike(async (tx, pair) => {
    const look = { id: newId(), dossierId: pair.id };
    assert.equal(kindOf(await askLook(contextFor(tx, officerOfBinh), look)), 'not_there');
    expectOk(await askLook(contextFor(tx, officerOfAn), look));
    expectOk(await askLook(contextFor(tx, officerOfAn), look));
    assert.deepEqual(
      (await looksOf(tx, officerOfAn)).map(({ id, total, state }) => [id, total, state]),
      [[look.id, 2, 'queued']],
    );
    assert.deepEqual(await looksOf(tx, headOfAn), []);
    assert.equal(kindOf(await askLook(contextFor(tx, appraiser), { id: newId(), dossierId: null })), 'nothing_to_look');
    assert.equal(
      kindOf(await askLook(contextFor(tx, decidingAuthority), { id: newId(), dossierId: null })),
      'not_allowed',
    );
    await movedDossier(tx, pair.id, 'submit', headOfAn);
    assert.deepEqual(await roundOf(tx, appraiser), [pair.id]);
    expectOk(await askLook(contextFor(tx, appraiser), { id: newId(), dossierId: null }));
  });
});

test('pairs of a look are shown as far as the asker may know of both', async () => {
  await inAlike(async (tx, pair) => {
    const look = { id: newId(), dossierId: pair.id };
    expectOk(await askLook(contextFor(tx, officerOfAn), look));
    const [first = '', second = ''] = [pair.mine, pair.other].toSorted();
    await tx
      .insertInto('report_look_pair')
      .values({ look_id: look.id, first_id: first, second_id: second, share: 1 })
      .execute();
    const seen = await pairsOf(tx, officerOfAn, look.id);
    assert.deepEqual(
      seen.map(({ dossierId, judgement }) => [dossierId, judgement]),
      [[pair.id, null]],
    );
    assert.deepEqual(await pairsOf(tx, officerOfBinh, look.id), []);
  });
});
