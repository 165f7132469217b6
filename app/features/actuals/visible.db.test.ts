import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, indicators, insertValuesWorld, sent, verified } from '../../../tests/values.ts';
import { contextFor, people, system, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { attachEvidence, findEvidence } from './evidence.server.ts';
import { countActuals, listActuals } from './list.server.ts';
import { moveOne } from './moving.server.ts';
import { findActual } from './one.server.ts';

const file = {
  hash: 'b'.repeat(64),
  size: 3,
  type: 'pdf' as const,
  mediaType: 'application/pdf',
  name: 'minh-chung.pdf',
  encrypted: false,
};
const anHands = { by: people.officerOfAn, unitId: units.communeAn };
const binhHands = { by: people.officerOfBinh, unitId: units.communeBinh };
const sentByBinh = ['submit', people.officerOfBinh] as const;
const officerOfProvince = {
  ...people.officerOfAn,
  personId: people.nobody.personId,
  holdings: [{ holdingId: 'x', role: 'officer' as const, unitId: units.province }],
};

/** Rows that could leak: every stage of two communes, of an owned indicator, and of the province itself. */
async function fill(tx: Transaction<DB>) {
  await insertValuesWorld(tx);
  const share = { indicatorCode: indicators.share, value: '50' };
  const provincial = { by: officerOfProvince, unitId: units.province };
  const rows = {
    anDraft: await given(tx, { ...anHands, period: '2026-01' }),
    anSent: await given(tx, { ...anHands, period: '2026-02' }, sent),
    anReturned: await given(tx, { ...anHands, period: '2026-03' }, sent, ['return', people.appraiser, 'Thiếu nguồn']),
    anWithdrawn: await given(tx, { ...anHands, period: '2026-04' }, ['withdraw', people.officerOfAn]),
    anVerified: await given(tx, { ...anHands, period: '2026-05' }, sent, verified),
    binhSent: await given(tx, { ...binhHands, period: '2026-02' }, sentByBinh),
    binhShare: await given(tx, { ...binhHands, ...share, period: '2026-Q1' }, sentByBinh),
    provinceSent: await given(tx, { ...provincial, period: '2026-02' }, ['submit', officerOfProvince]),
    provinceVerified: await given(tx, { ...provincial, period: '2026-01' }, ['submit', officerOfProvince], verified),
  };
  const context = contextFor(tx, people.officerOfAn);
  const evidence = newId();
  const proven = await given(tx, { ...anHands, indicatorCode: indicators.proven, period: '2026', value: '60' });
  expectOk(await attachEvidence(context, { id: evidence, actualId: proven, file }));
  expectOk(await moveOne(context, { id: proven, version: 1, move: 'submit' }));
  expectOk(await moveOne(contextFor(tx, people.appraiser), { id: proven, version: 2, move: 'verify' }));
  return { rows: { ...rows, proven }, evidence };
}

type Name = keyof Awaited<ReturnType<typeof fill>>['rows'];
const everything: readonly Name[] = [
  'anDraft',
  'anReturned',
  'anSent',
  'anVerified',
  'anWithdrawn',
  'binhSent',
  'binhShare',
  'provinceSent',
  'provinceVerified',
  'proven',
];
const confirmed: readonly Name[] = ['anVerified', 'proven', 'provinceVerified'];
const ofAn: readonly Name[] = ['anDraft', 'anReturned', 'anSent', 'anWithdrawn'];

const cases: readonly (readonly [string, Actor, readonly Name[], boolean])[] = [
  ['a stranger', stranger, ['provinceVerified'], false],
  ['a person without a role', people.nobody, confirmed, false],
  ['an administrator', people.administrator, confirmed, false],
  ['the deciding authority', people.decidingAuthority, confirmed, false],
  ['the officer of An', people.officerOfAn, [...ofAn, ...confirmed], true],
  ['the head of An', people.headOfAn, [...ofAn, ...confirmed], true],
  ['the officer of Bình', people.officerOfBinh, ['binhSent', 'binhShare', ...confirmed], false],
  ['the owner of the share', people.indicatorOwner, ['binhShare', ...confirmed], false],
  ['an officer of the owner', people.officerOfDepartment, ['binhShare', ...confirmed], false],
  ['the appraiser', people.appraiser, everything, true],
  ['the auditor', people.auditor, everything, true],
  ['a token that may not read values', { ...people.appraiser, scopes: ['pledges:read'] }, ['provinceVerified'], false],
  ['a token that may', { ...people.officerOfAn, scopes: ['actuals:read'] }, [...ofAn, ...confirmed], true],
  ['the system', system, everything, true],
];

for (const [who, actor, names, seesEvidence] of cases) {
  test(`${who} sees exactly what is theirs: in lists, counts, searches, alone, and as evidence`, async () => {
    await inRollback(async (tx) => {
      const { rows, evidence } = await fill(tx);
      const nameOf = new Map(Object.entries(rows).map(([name, id]) => [id, name]));
      const expected = names.toSorted();
      const { rows: listed, total } = await listActuals(tx, actor, {});
      assert.deepEqual(listed.map(({ id }) => nameOf.get(id) ?? id).toSorted(), expected);
      assert.equal(total, expected.length);
      assert.equal(await countActuals(tx, actor, {}), expected.length);
      const found = await listActuals(tx, actor, { text: 'mau an', sort: 'unit' });
      assert.deepEqual(
        found.rows.map(({ id }) => nameOf.get(id) ?? id).toSorted(),
        expected.filter((name) => name.startsWith('an') || name === 'proven'),
      );
      const asked = Object.entries(rows).map(async ([name, id]) => [name, await findActual(tx, actor, id)] as const);
      const alone = (await Promise.all(asked)).filter(([, one]) => one !== undefined).map(([name]) => name);
      assert.deepEqual(alone.toSorted(), expected);
      assert.equal((await findEvidence(tx, actor, evidence)) !== undefined, seesEvidence);
    });
  });
}
