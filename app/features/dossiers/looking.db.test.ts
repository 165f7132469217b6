import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  dossierPeople,
  dossierRow,
  givenDossier,
  givenHolder,
  insertDossierWorld,
  movedDossier,
  typedDossier,
} from '../../../tests/dossiers.ts';
import { launched, typed as typedMovement } from '../../../tests/movements.ts';
import { contextFor, now, people, today, units } from '../../../tests/world.ts';
import { permit } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { clocksOn, runningFor } from './clocks.server.ts';
import { enterDossier } from './drafting.server.ts';
import { countByStage, listDossiers } from './list.server.ts';
import { lookUp } from './look-up.server.ts';
import { movementChoices } from './movement-choices.server.ts';
import { movableBy } from './movable.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { dossierMoves, dossierProcedure } from './procedure.ts';
import { warningsFor } from './warnings.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const { officerOfAn, headOfAn, appraiser, decidingAuthority } = people;

test('a stranger with the code learns the stage and its days, nothing else; a draft is not there', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx);
    const { code } = await dossierRow(tx, id);
    assert.equal(await lookUp(tx, code), undefined);
    await movedDossier(tx, id, 'submit', headOfAn);
    const found = await lookUp(tx, ` ${code.toLowerCase()} `);
    assert.deepEqual(found, { code, stage: 'submitted', stageOn: today, submittedOn: today, receivedOn: null });
    assert.equal(await lookUp(tx, 'HS-26-XXXX-XXXX'), undefined);
  });
});

test('warnings: proposed in two dossiers, held already, rewarded that year, dead; another unit is told no code', async () => {
  await inWorld(async (tx) => {
    const holderId = await givenHolder(tx);
    const proposed = [{ holderId, awardCode: 'bang-khen-tinh' }];
    const id = await givenDossier(tx, { proposed });
    const other = await givenDossier(tx, { proposed }, ['submit', headOfAn]);
    const honour = {
      id: newId(),
      holder_id: holderId,
      year: 2026,
      decided_on: '2026-03-01',
      decided_by: 'Mẫu',
      source: 'thử',
      entered_at: now,
    };
    await tx
      .insertInto('honour')
      .values([
        { ...honour, award_code: 'bang-khen-tinh', decision_number: '1/QĐ' },
        { ...honour, id: newId(), award_code: 'giay-khen', decision_number: '2/QĐ' },
      ])
      .execute();
    await tx.updateTable('holder').set({ ended_on: '2026-05-01' }).where('id', '=', holderId).execute();
    const nominees = await nomineesOf(tx, id);
    const warned = (await warningsFor(tx, officerOfAn, await dossierRow(tx, id), { nominees, today })).get(
      nominees[0]?.id ?? '',
    );
    const { code } = await dossierRow(tx, other);
    assert.deepEqual(warned, [
      { kind: 'died', on: '2026-05-01', isPerson: true },
      { kind: 'proposed_elsewhere', code, dossierId: other },
      { kind: 'held_already', number: '1/QĐ', year: 2026 },
      { kind: 'rewarded_that_year', awardCode: 'giay-khen', number: '2/QĐ' },
    ]);
    const blind = (await warningsFor(tx, people.nobody, await dossierRow(tx, id), { nominees, today })).get(
      nominees[0]?.id ?? '',
    );
    assert.ok(blind?.some((one) => one.kind === 'proposed_elsewhere' && one.code === null));
  });
});

test('the late ones of the list are those whose clock has run out, and who may move what is as the procedure says', async () => {
  await inWorld(async (tx) => {
    const ids = await Promise.all([9, 10, 11, 15, 16].map(async () => ''));
    for (const [at, days] of [3, 12, 14, 16, 40].entries()) {
      const id = await givenDossier(tx, {}, ['submit', headOfAn]);
      const since = new Date(now.getTime() - days * 86_400_000);
      await tx.updateTable('dossier').set({ stage_since: since }).where('id', '=', id).execute();
      ids[at] = id;
    }
    const typed = { to: units.communeAn };
    const proposed = [{ holderId: await givenHolder(tx), awardCode: 'giay-khen' }];
    await givenDossier(tx, { typed, proposed }, ['submit', officerOfAn], ['receive', dossierPeople.appraiserOfAn]);
    await givenDossier(tx, { typed: typedDossier({ route: 'sector', via: units.department }) }, ['submit', headOfAn]);
    const clocks = await clocksOn(tx, today);
    const all = (await listDossiers(tx, appraiser, { size: 100 })).rows;
    const late = new Set((await listDossiers(tx, appraiser, { size: 100, lateBy: clocks })).rows.map(({ id }) => id));
    for (const row of all) assert.equal(late.has(row.id), (runningFor(clocks, row)?.left ?? 0) < 0, row.id);
    assert.ok(late.size > 0 && late.size < all.length);
    for (const person of [...Object.values(people), ...Object.values(dossierPeople)])
      for (const move of dossierMoves) {
        const rows = await tx.selectFrom('dossier').select('id').where(movableBy(person, move)).execute();
        const may = new Set(rows.map(({ id }) => id));
        for (const { id } of all) {
          const allowed = permit(dossierProcedure, await dossierRow(tx, id), person, move, { reason: 'x' }).ok;
          assert.equal(may.has(id), allowed, `${person.name} ${move}`);
        }
      }
    const waiting = await listDossiers(tx, decidingAuthority, { isWaitingFor: true });
    assert.equal(waiting.total, 0);
    const toReceive = await listDossiers(tx, appraiser, { isWaitingFor: true, size: 100 });
    // Not the one that waits for the department, nor what the commune decides itself (ADR 0248).
    assert.equal(toReceive.total, all.length - 2);
  });
});

test('a movement under the rules on state secrets commends nobody, by the command and by the database; one not known is not offered', async () => {
  await inWorld(async (tx) => {
    const open = await launched(tx);
    const typed = { kind: 'movement', movement: open };
    const id = await givenDossier(tx, { typed });
    const secret = await launched(tx, appraiser, {
      typed: typedMovement({ secret: 'on', name: '', goals: '', aim: '' }),
    });
    const command = { id: newId(), unitId: units.communeAn, typed: typedDossier({ ...typed, movement: secret }) };
    const refused = await enterDossier(contextFor(tx, officerOfAn), command);
    assert.equal(!refused.ok && refused.refusal.kind, 'secret_movement');
    const unknown = { ...command, typed: typedDossier({ ...typed, movement: newId() }) };
    const wrong = await enterDossier(contextFor(tx, officerOfAn), unknown);
    assert.deepEqual(!wrong.ok && wrong.refusal, {
      kind: 'dossier_wrong',
      problems: [{ field: 'movement', problem: 'not_offered' }],
    });
    assert.deepEqual(
      (await movementChoices(tx, officerOfAn)).map((one) => one.id),
      [open],
    );
    await sql`savepoint before_it`.execute(tx);
    const past = sql`update dossier set movement_id = ${secret} where id = ${id}`;
    await assert.rejects(past.execute(tx), /secret_movement/);
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('how many stand where counts only what the asker may know of', async () => {
  await inWorld(async (tx) => {
    await givenDossier(tx);
    await givenDossier(tx, {}, ['submit', headOfAn]);
    assert.deepEqual([...(await countByStage(tx, appraiser, {}))], [['submitted', 1]]);
    assert.deepEqual((await countByStage(tx, officerOfAn, {})).get('draft'), 1);
    assert.equal((await countByStage(tx, people.officerOfBinh, {})).size, 0);
  });
});
