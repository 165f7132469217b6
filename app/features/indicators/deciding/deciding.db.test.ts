import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stranger } from '../../../kernel/actor.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { expectOk } from '../../../kernel/result.ts';
import { inRollback } from '../../../../tests/database.ts';
import { indicators, insertValuesWorld } from '../../../../tests/values.ts';
import { contextFor, people, recorded } from '../../../../tests/world.ts';
import { findDefinition } from '../definitions.server.ts';
import { decideIndicator } from './decide.server.ts';
import { readDecision } from './decision.ts';
import { findLinks, linkScheme } from './link.server.ts';
import { typedOf } from './stored.ts';
import { decisionVersions } from './text.ts';

const code = indicators.amount;
const typed = {
  'co-quan': 'so-mau',
  'muc-goc': '1.234,5',
  'nam-goc': '2025',
  'nguon-goc': 'Niên giám mẫu',
  'muc-2027': '1.500',
  'can-cu-2027': 'Quyết định mẫu',
  nguong: '12,5',
  ky: 'quarter',
  'minh-chung': 'co',
};

test('what the province decides is kept, recorded before and after, and counts', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const before = (await recorded(tx)).length;
    expectOk(await decideIndicator(contextFor(tx, people.appraiser), { code, version: 1, typed }));
    const now = await findDefinition(tx, code);
    assert.deepEqual(
      [now?.owner?.code, now?.baseline, now?.baselineYear, now?.atRiskMargin, now?.reporting, now?.evidenceRequired],
      ['so-mau', '1234.5', 2025, '0.125', 'quarter', true],
    );
    assert.deepEqual(now?.trajectory, [{ year: 2027, value: '1500', basis: 'Quyết định mẫu' }]);
    assert.equal(now?.version, 2);
    assert.deepEqual(
      (await recorded(tx)).slice(before).map(({ kind, subject }) => [kind, subject]),
      [
        ['indicator.changed', code],
        ['trajectory.changed', code],
      ],
    );
  });
});

test('only a role held at the province decides; whoever was slower is told the version now there', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    for (const actor of [
      people.officerOfAn,
      people.administratorOfAn,
      people.indicatorOwner,
      people.nobody,
      stranger,
    ]) {
      const refused = await decideIndicator(contextFor(tx, actor), { code, version: 1, typed });
      assert.equal(refused.ok ? '' : refused.refusal.kind, 'not_allowed');
    }
    expectOk(await decideIndicator(contextFor(tx, people.administrator), { code, version: 1, typed }));
    assert.deepEqual(await decideIndicator(contextFor(tx, people.appraiser), { code, version: 1, typed }), {
      ok: false,
      refusal: { kind: 'lost_race', current: 2 },
    });
    const unknown = await decideIndicator(contextFor(tx, people.appraiser), {
      code,
      version: 2,
      typed: { ...typed, 'co-quan': 'khong-co' },
    });
    assert.equal(unknown.ok ? '' : unknown.refusal.kind, 'owner_unknown');
  });
});

test('whoever was slower sees what differs of both versions, in words, and neither chosen is no answer', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    expectOk(await decideIndicator(contextFor(tx, people.administrator), { code, version: 1, typed }));
    const mine = { ...typed, 'co-quan': '', 'muc-2027': '1.600', 'minh-chung': 'khong' };
    const version = versionIn({ version: '2', chon: '' });
    const refused = await decideIndicator(contextFor(tx, people.appraiser), { code, version, typed: mine });
    assert.equal(refused.ok ? '' : refused.refusal.kind, 'lost_race');
    const definition = (await findDefinition(tx, code))!;
    const units = [{ code: 'so-mau', name: 'Sở Mẫu' }];
    assert.deepEqual(decisionVersions({ mine, theirs: typedOf(definition), definition, units }), [
      { label: 'Cơ quan phụ trách', mine: 'Chưa giao', theirs: 'Sở Mẫu' },
      { label: 'Minh chứng khi gửi số liệu', mine: 'Không bắt buộc', theirs: 'Bắt buộc' },
      { label: 'Mức năm 2027', mine: '1.600', theirs: '1.500' },
    ]);
  });
});

test('everything wrong is named at once, each with its field', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const definition = await findDefinition(tx, code);
    assert.ok(definition);
    const read = readDecision(
      { 'muc-goc': 'x1', 'muc-2026': '10', nguong: '0', 'dung-sai': '-1', ky: 'week' },
      definition,
    );
    assert.deepEqual(read.ok ? [] : read.refusal.problems.map(({ field, problem }) => [field, problem.kind]), [
      ['muc-goc', 'number_unreadable'],
      ['dung-sai', 'negative'],
      ['nguong', 'margin_outside'],
      ['ky', 'reporting_unknown'],
      ['can-cu-2026', 'basis_missing'],
    ]);
    const early = readDecision({ 'muc-goc': '1', 'nam-goc': '2026', ky: 'year' }, definition);
    assert.deepEqual(early.ok ? [] : early.refusal.problems.map(({ field }) => field), ['nam-goc', 'nguon-goc']);
  });
});

test('indicators are linked to a scheme with a basis; a scheme under state secrets takes none', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const scheme = { name: 'Mẫu', title: 'Mẫu', clause: 'PL.95' };
    await tx
      .insertInto('scheme')
      .values([
        { ...scheme, code: 'DA-95', position: 995 },
        { ...scheme, code: 'DA-94', position: 994, is_secret: true },
      ])
      .execute();
    const links = [{ indicatorCode: code, basis: 'Kế hoạch mẫu' }];
    const command = { schemeCode: 'DA-95', version: 1, links };
    expectOk(await linkScheme(contextFor(tx, people.appraiser), command));
    assert.deepEqual((await findLinks(tx, 'DA-95'))?.links, links);
    const slower = await linkScheme(contextFor(tx, people.appraiser), command);
    assert.equal(slower.ok ? '' : slower.refusal.kind, 'lost_race');
    const bare = { ...command, version: 2, links: [{ indicatorCode: code, basis: ' ' }] };
    const refused = await linkScheme(contextFor(tx, people.appraiser), bare);
    assert.equal(refused.ok ? '' : refused.refusal.kind, 'basis_missing');
    const secret = await linkScheme(contextFor(tx, people.administrator), { ...command, schemeCode: 'DA-94' });
    assert.deepEqual(secret, { ok: false, refusal: { kind: 'not_there' } });
    const officer = await linkScheme(contextFor(tx, people.officerOfAn), command);
    assert.equal(officer.ok ? '' : officer.refusal.kind, 'not_allowed');
  });
});
