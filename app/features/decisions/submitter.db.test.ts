import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { insertDossierWorld } from '../../../tests/dossiers.ts';
import { now, units } from '../../../tests/world.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { submitterOf } from '../directive/issuers.server.ts';
import type { DecisionLine } from './decision.ts';
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

test('whoever is only proposed stands in a list of those proposed', () => {
  const issuer = { parent: 'UBND tỉnh Mẫu', name: 'Sở Mẫu', short: 'SM', place: 'Mẫu', office: 'Giám đốc' };
  const from = { issuer, isOwn: false, to: content.enactedBy, today: '2026-06-15' };
  const { annexes } = submissionPaper({ content }, [line], from);
  assert.deepEqual(
    annexes?.map(({ name }) => name),
    ['Danh sách tập thể, cá nhân, hộ gia đình đề nghị khen thưởng'],
  );
});

const line: DecisionLine = {
  id: 'a',
  nomineeId: 'b',
  dossierId: 'c',
  dossierCode: 'HS-26-MAUM-AUMA',
  holderId: 'd',
  holderKind: 'person',
  name: 'Nguyễn Văn Mẫu',
  positionTitle: null,
  unitName: 'Phường Mẫu An',
  awardCode: 'bang-khen-tinh',
  achievement: 'Việc mẫu',
  year: 2026,
  verdict: 'grant',
  reason: null,
  posthumous: false,
  answer: null,
  answered: [],
  initiativeId: null,
  initiativeTitle: null,
  isInitiativeUsed: false,
  endedOn: null,
  disciplinedFrom: null,
  pendingSince: null,
  isPending: false,
  isMerged: false,
  version: 1,
};
