import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { enterDossierFor } from './drafting-for.server.ts';

test('a dossier begun for a leader has its nominee at once; sent twice it is one, and another’s holder is not there', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const holderId = newId();
    const holder = { id: holderId, kind: 'collective', name: 'Xã Mẫu Bình', unit_id: units.communeBinh };
    await tx
      .insertInto('holder')
      .values({ ...holder, is_unit_id: units.communeBinh, entered_at: now })
      .execute();
    const typed = { kind: 'merit', year: '2026', title: 'Đề nghị mẫu', route: 'territory', to: units.province };
    const nominee = { holderId, awardCode: 'co-thi-dua-tinh', achievement: 'Dẫn đầu Cụm Mẫu', rank: '' };
    const command = { id: newId(), unitId: units.communeBinh, typed, nominee };
    expectOk(await enterDossierFor(contextFor(tx, people.officerOfBinh), command));
    expectOk(await enterDossierFor(contextFor(tx, people.officerOfBinh), command));
    const rows = await tx.selectFrom('nominee').select(['dossier_id', 'holder_id', 'award_code']).execute();
    assert.deepEqual(rows, [{ dossier_id: command.id, holder_id: holderId, award_code: 'co-thi-dua-tinh' }]);
    const elsewhere = { ...command, id: newId(), unitId: units.communeAn };
    const refused = await enterDossierFor(contextFor(tx, people.officerOfAn), elsewhere);
    assert.deepEqual(refused, { ok: false, refusal: { kind: 'not_there' } });
  });
});
