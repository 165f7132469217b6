/** The last ten minutes of a round: everybody signs at once. Nothing acknowledged is lost, nothing comes twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../../tests/database.ts';
import { opened, refusalOf } from '../../../tests/rounds.ts';
import { insertValuesWorld } from '../../../tests/values.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { Database } from '../../platform/db.server.ts';
import { newId } from '../../platform/id.server.ts';
import { verifyRecord } from '../../platform/verify-record.server.ts';
import { moveReport, writeReport } from './reports.server.ts';
import { moveRound } from './rounds.server.ts';

const many = 140;
type Desk = { readonly unitId: string; readonly head: Person };

/** Communes beside those of the world, each with a head of its own. */
async function insertDesks(owner: Database): Promise<readonly Desk[]> {
  const desks = Array.from({ length: many }, (_, at) => {
    const unitId = newId();
    const personId = newId();
    const holding = { holdingId: newId(), role: 'head', unitId } as const;
    const who = { kind: 'person', personId, accountId: newId(), name: `Người Mẫu ${at}`, positionTitle: null } as const;
    return { unitId, head: { ...who, homeUnitId: unitId, holdings: [holding] } };
  });
  const row = ({ unitId }: Desk, at: number) => ({
    unit_id: unitId,
    valid_from: '2025-07-01',
    name: `Xã Mẫu số ${at}`,
    short_name: `Số ${at}`,
    parent_id: units.province,
  });
  const shared = { kind: 'commune', commune_type: 'xa', valid_from: '2025-07-01' };
  await owner
    .insertInto('unit')
    .values(desks.map(({ unitId }, at) => ({ id: unitId, code: `mau-so-${at}`, ...shared })))
    .execute();
  await owner.insertInto('unit_version').values(desks.map(row)).execute();
  await sql`select refresh_unit_tree()`.execute(owner);
  const born = { created_at: new Date() };
  await owner
    .insertInto('person')
    .values(desks.map(({ unitId, head }) => ({ id: head.personId, full_name: head.name, unit_id: unitId, ...born })))
    .execute();
  return desks;
}

test('140 heads sign within a moment, some twice, while the round is closed: what was acknowledged is there once', async () => {
  const { db, owner, drop } = await freshDatabase();
  await db.transaction().execute((tx) => insertValuesWorld(tx));
  const desks = await insertDesks(owner);
  const roundId = await db.transaction().execute((tx) => opened(tx));
  const place = ({ unitId }: Desk) => ({ roundId, unitId });
  for (const desk of desks)
    await db
      .transaction()
      .execute(async (tx) =>
        expectOk(await writeReport(contextFor(tx, desk.head), { ...place(desk), version: 0, typed: () => 'Đã làm' })),
      );
  const sign = (desk: Desk) =>
    db.transaction().execute(async (tx) => {
      const signed = await moveReport(contextFor(tx, desk.head), { ...place(desk), version: 1, move: 'sign' });
      return refusalOf(signed) ?? 'done';
    });
  const close = () =>
    db.transaction().execute(async (tx) => {
      const command = { id: roundId, version: 2, move: 'close' } as const;
      return refusalOf(await moveRound(contextFor(tx, people.appraiser), command)) ?? 'closed';
    });
  const twice = desks.filter((_, at) => at % 7 === 0);
  const [closed, ...answers] = await Promise.all([
    new Promise((resolve) => setTimeout(resolve, 300)).then(close),
    ...[...desks, ...twice].map(sign),
  ]);
  assert.equal(closed, 'closed');
  const acknowledged = answers.filter((answer) => answer === 'done').length;
  const { rows } = await sql<{ sent: number; signed: number; recorded: number }>`
    select (select count(*) from report_sending) as sent, (select count(*) from report where stage = 'signed') as signed,
      (select count(*) from record_entry where kind = 'report.moved' and after ->> 'move' = 'sign') as recorded`.execute(
    db,
  );
  assert.deepEqual(rows, [{ sent: acknowledged, signed: acknowledged, recorded: acknowledged }]);
  const others = new Set(answers.filter((answer) => answer !== 'done'));
  assert.ok(
    [...others].every((answer) => answer === 'wrong_stage' || answer === 'round_closed'),
    [...others].join(),
  );
  assert.ok(acknowledged > 0 && acknowledged <= many);
  assert.equal((await verifyRecord(db)).broken, null);
  await drop();
});
