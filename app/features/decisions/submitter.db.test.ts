import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { insertDossierWorld } from '../../../tests/dossiers.ts';
import { now, units } from '../../../tests/world.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { submitterOf } from './one.server.ts';
import { submissionPaper } from './paper.text.ts';

const content = { about: 'Về việc tặng Bằng khen', grounds: '', enactedBy: 'Chủ tịch Ủy ban nhân dân tỉnh Mẫu' };

test("the province's submission goes out in the name of the standing body the directive names, a commune's in its own, whoever drafted", async () => {
  await inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const submitters = async () => [
      await submitterOf(tx, { unitId: units.province }),
      await submitterOf(tx, { unitId: units.communeAn }),
    ];
    assert.deepEqual(await submitters(), [units.province, units.communeAn]);
    const facts = { standingBody: 'so-mau' };
    const pack = { code: 'mau', version: '1', digest: 'mau', title: 'Mẫu', facts, loaded_at: now };
    await tx.insertInto('directive_pack').values(pack).execute();
    assert.deepEqual(await submitters(), [units.department, units.communeAn]);
    const drawn = async (unitId: string, isOwn: boolean) => {
      const issuer = await issuerAt(tx, unitId);
      const from = { issuer, isOwn, to: content.enactedBy, today: '2026-06-15' };
      const { issuer: head, symbol, signature } = submissionPaper({ content }, [], from);
      return [head.name, head.parent, symbol, signature.office];
    };
    assert.deepEqual(await drawn(units.department, false), ['Sở Mẫu', 'UBND tỉnh Mẫu', 'TTr-SM', 'Giám đốc']);
    // The head does not submit to themselves.
    assert.equal((await drawn(units.communeAn, true)).at(-1), 'Người thẩm định');
  });
});
