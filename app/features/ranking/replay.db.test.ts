/** A whole frozen year reckoned again is the same to the last digit; what was changed past the product is found and named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import { replayedEvaluation } from '../../../cli/replay-evaluation.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { appraisedJudgement, judged, secretary } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, units } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Database } from '../../platform/db.server.ts';
import { replayEvaluation } from './replay.server.ts';
import { moveResult } from './settling.server.ts';

const minutes = { number: '05/BB-HĐTĐKT', date: '2026-06-29' };

async function frozenYear(tx: Transaction<DB>): Promise<void> {
  await insertWorld(tx);
  const { id } = await appraisedJudgement(tx, { an: '38,5', binh: '40' });
  await judged(tx, id, 'announce');
  const steps = [
    [people.appraiser, 'settle'],
    [secretary, 'sign_off'],
    [people.decidingAuthority, 'freeze'],
  ] as const;
  for (const [by, move] of steps) {
    const { version } = await tx
      .selectFrom('judgement')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const context = contextFor(tx, by, new Date('2026-06-30T02:00:00.000Z'));
    expectOk(await moveResult(context, { id, version, move, ...(move === 'sign_off' && { minutes }) }));
  }
}

const tampering: readonly (readonly [string, RawBuilder<unknown>, readonly RegExp[]])[] = [
  [
    'a step of a card in the frozen inputs',
    sql`update judgement set inputs = jsonb_set(inputs, '{cards,0,given,I.1,0,scored,points}', '4000')`,
    [/Số liệu đầu vào đã lưu không còn đúng mã kiểm tra/],
  ],
  [
    'the inputs with a new digest put beside',
    sql`update judgement set digest = repeat('0', 64)`,
    [/không còn đúng mã kiểm tra/, /không khớp với nhật ký/],
  ],
  [
    'a place in the result',
    sql`update judgement_result set place = 1 where unit_id = ${units.communeAn}`,
    [/Xã Mẫu An: khác thứ hạng/],
  ],
  [
    'a score in the result',
    sql`update judgement_result set score_above = score_above + 1 where unit_id = ${units.communeBinh}`,
    [/Xã Mẫu Bình: khác điểm/],
  ],
  [
    'a result taken away',
    sql`delete from judgement_result where unit_id = ${units.communeBinh}`,
    [/Xã Mẫu Bình: khác có phiếu đầu vào nhưng không có kết quả/],
  ],
];

async function undone(owner: Database, body: (tx: Transaction<DB>) => Promise<void>): Promise<void> {
  const enough = new Error('undone');
  const done = owner.transaction().execute(async (tx) => {
    await body(tx);
    throw enough;
  });
  await done.catch((error: unknown) => {
    if (error !== enough) throw error;
  });
}

test('a frozen year is reckoned again to the last digit, and each tampering is found', async () => {
  const fresh = await freshDatabase();
  try {
    await fresh.db.transaction().execute(frozenYear);
    const clean = await replayedEvaluation(fresh.db, 2026);
    assert.ok('done' in clean);
    assert.equal(clean.exit, 0);
    assert.match(
      clean.done,
      /^Khớp: Chấm điểm Cụm Mẫu năm 2026, năm 2026, 2 đơn vị, công bố ngày 30\/06\/2026, mã kiểm tra [0-9a-f]{64}$/,
    );
    assert.deepEqual(await replayedEvaluation(fresh.db, 2025), {
      done: 'Chưa có kết quả thi đua nào được công bố để tính lại.',
    });
    assert.deepEqual(await replayEvaluation(fresh.db, stranger, 2026), []);
    await sql`alter table judgement disable trigger user`.execute(fresh.owner);
    await sql`alter table judgement_result disable trigger user`.execute(fresh.owner);
    for (const [what, tamper, tells] of tampering) {
      await undone(fresh.owner, async (tx) => {
        await tamper.execute(tx);
        const said = await replayedEvaluation(tx, undefined);
        assert.ok('done' in said);
        assert.equal(said.exit, 1, what);
        for (const pattern of tells) assert.match(said.done, pattern, what);
      });
    }
  } finally {
    await fresh.drop();
  }
});
