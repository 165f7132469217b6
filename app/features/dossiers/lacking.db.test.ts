/** Papers that are not there on handing in: a reason is asked for and kept, and a provision may let nothing go without one. */
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { dossierOrder, dossierRow, givenDossier, insertDossierWorld } from '../../../tests/dossiers.ts';
import { contextFor, people, system, today } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { loadLaw } from '../awards/law/prepare.server.ts';
import { PRODUCT_PROVISIONS } from '../awards/law/product.ts';
import { decideProvision, proposeProvision } from '../awards/law/proposing.server.ts';
import { editionsOf, lackingShown } from './editions.server.ts';
import { attachPaper } from './files.server.ts';
import { moveDossier } from './moving.server.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    expectOk(await loadLaw(contextFor(tx, system), PRODUCT_PROVISIONS));
    await body(tx);
  });
const { officerOfAn, headOfAn, appraiser, decidingAuthority } = people;
const handIn = async (tx: Transaction<DB>, id: string, reason: string | null) =>
  moveDossier(contextFor(tx, headOfAn), { ...(await dossierOrder(tx, id, 'submit')), reason });
const refusalOf = (result: { ok: boolean; refusal?: object }) => result.refusal;
const attach = async (tx: Transaction<DB>, dossierId: string, paper: 'minutes' | 'submission') => {
  const file = { name: `${paper}.pdf`, size: 3, type: 'pdf', mediaType: 'application/pdf', encrypted: false } as const;
  const kept = { ...file, hash: hash('sha256', paper) };
  const command = { attachmentId: newId(), dossierId, nomineeId: null, paper, file: kept } as const;
  expectOk(await attachPaper(contextFor(tx, officerOfAn), command));
};

test('without a reason nothing that lacks papers is handed in; the reason is kept with what was handed in and shown', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx);
    await attach(tx, id, 'submission');
    const name = 'Nguyễn Văn Mẫu';
    const lacking = [
      { paper: 'minutes', name: null, blocks: false },
      { paper: 'report', name, blocks: false },
    ];
    for (const reason of [null, '  '])
      assert.deepEqual(refusalOf(await handIn(tx, id, reason)), { kind: 'papers_unexplained', lacking });
    assert.deepEqual(await editionsOf(tx, id), []);
    expectOk(await handIn(tx, id, ' Bản gốc nộp sau '));
    const kept = { papers: lacking, reason: 'Bản gốc nộp sau' };
    assert.deepEqual((await editionsOf(tx, id))[0]?.content.lacking, kept);
    assert.deepEqual(await lackingShown(tx, await dossierRow(tx, id)), { ...kept, arrived: [] });
    expectOk(await moveDossier(contextFor(tx, appraiser), await dossierOrder(tx, id, 'return')));
    assert.equal(await lackingShown(tx, await dossierRow(tx, id)), undefined);
  });
});

test('by the simplified procedure nobody need say why, for what it asks for is not known; what lacks is kept all the same', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx, { typed: { kind: 'sudden', simplified: 'b' } });
    expectOk(await handIn(tx, id, null));
    const shown = await lackingShown(tx, await dossierRow(tx, id));
    assert.deepEqual([shown?.papers.length, shown?.reason], [3, null]);
  });
});

test('a paper that a confirmed provision marks blocks, whatever is said; the mark counts from its day on', async () => {
  await inWorld(async (tx) => {
    const id = await givenDossier(tx);
    const line = (n: number, what: string, missing = '') => ({
      [`dong-what-${n}`]: what,
      [`dong-article-${n}`]: '7',
      [`dong-source-${n}`]: '12/2026/QĐ-UBND (mẫu)',
      [`dong-state-${n}`]: 'read',
      [`dong-missing-${n}`]: missing,
    });
    const fields: Readonly<Record<string, string>> = {
      loai: 'papers',
      'danh-hieu': 'bang-khen-tinh',
      'tu-ngay': today,
      dieu: '7',
      nguon: '12/2026/QĐ-UBND (mẫu)',
      'muc-do': 'read',
      'ly-do': 'Quy định mẫu của tỉnh',
      ...line(1, 'Tờ trình'),
      ...line(2, 'Biên bản xét khen thưởng', 'blocks'),
    };
    const typed = { value: (name: string) => fields[name] ?? '', many: (name: string) => [fields[name] ?? ''] };
    const provision = newId();
    expectOk(await proposeProvision(contextFor(tx, appraiser), { id: provision, typed }));
    const decision = { id: provision, version: 1, move: 'confirm' } as const;
    expectOk(await decideProvision(contextFor(tx, decidingAuthority), decision));
    const lacking = [{ paper: 'minutes', name: null, blocks: true }];
    assert.deepEqual(refusalOf(await handIn(tx, id, 'Bản gốc nộp sau')), {
      kind: 'dossier_incomplete',
      faults: [{ kind: 'papers_block', lacking }],
    });
    await attach(tx, id, 'minutes');
    expectOk(await handIn(tx, id, 'Tờ trình nộp sau'));
    const [edition] = await editionsOf(tx, id);
    assert.deepEqual(edition?.content.lacking?.papers, [{ paper: 'submission', name: null, blocks: false }]);
  });
});
