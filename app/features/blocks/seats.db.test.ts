import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockLead, inYear, otherLead, paper, refusalOf } from '../../../tests/blocks.ts';
import { contextFor, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import type { Seat } from '../organisation/block.ts';
import { setMembers } from '../organisation/blocks.server.ts';
import { recordDecision } from './decisions.server.ts';
import { findBlockPaper } from './files.server.ts';
import { confirmRotation, proposalFor } from './rotation.server.ts';
import { yearSeen } from './year-page.server.ts';

const fields = { number: '12/QĐ-MAU', decidedOn: '2026-01-15', about: 'Giao thành viên cụm mẫu' };

test('a decision is recorded with the seats, number, day and file; a new lead in it takes over', async () => {
  await inYear(async (tx, at) => {
    const before = await recorded(tx);
    const parts: readonly Seat[] = [
      { unitId: units.communeAn, part: 'deputy' },
      { unitId: units.communeBinh, part: 'lead' },
    ];
    const id = newId();
    const command = { id, ...at, version: 2, parts, fields, file: paper };
    const decide = (actor: Person, more: Partial<typeof command> = {}) =>
      recordDecision(contextFor(tx, actor), { ...command, id: newId(), ...more });
    for (const actor of [people.headOfAn, blockLead, otherLead, people.administratorOfAn, people.auditor])
      assert.equal(refusalOf(await decide(actor)), 'not_allowed');
    assert.equal(refusalOf(await decide(people.appraiser, { version: 1 })), 'lost_race');
    assert.equal(
      refusalOf(await decide(people.appraiser, { fields: { ...fields, decidedOn: '2027-01-01' } })),
      'block_wrong',
    );
    assert.equal(
      refusalOf(await recordDecision(contextFor(tx, people.appraiser), { ...command, file: undefined })),
      'block_wrong',
    );
    assert.equal(refusalOf(await decide(people.appraiser, { year: 2030 })), 'no_members');
    assert.equal(
      refusalOf(await decide(people.appraiser, { parts: [{ unitId: units.communeAn, part: 'member' }] })),
      'no_lead',
    );
    assert.equal(
      refusalOf(await decide(people.appraiser, { parts: [{ unitId: units.communeBinh, part: 'lead' }] })),
      'several_leads',
    );
    assert.deepEqual(await recorded(tx), before);
    expectOk(await recordDecision(contextFor(tx, people.appraiser), command));
    expectOk(await recordDecision(contextFor(tx, people.appraiser), command));
    assert.deepEqual(
      (await recorded(tx)).slice(before.length).map(({ kind }) => kind),
      ['file.attached', 'block.decided'],
    );
    assert.equal(refusalOf(await decide(people.administrator, { version: 3 })), 'decision_there');
    const seen = await yearSeen(tx, people.nobody, { code: 'cum-mau', year: 2026, today });
    assert.deepEqual(
      seen?.seats.map(({ name, part }) => [name, part]),
      [
        ['Xã Mẫu Bình', 'lead'],
        ['Xã Mẫu An', 'deputy'],
        ['Phường Mẫu Chi', 'member'],
      ],
    );
    assert.deepEqual(
      [seen.decisions[0]?.number, seen.decisions[0]?.files.length, seen.hasChanged],
      ['12/QĐ-MAU', 1, false],
    );
    assert.equal((await findBlockPaper(tx, people.nobody, seen.decisions[0]?.files[0]?.id ?? ''))?.name, paper.name);
    assert.equal((await yearSeen(tx, people.headOfBinh, { code: 'cum-mau', year: 2026, today }))?.may.lead, true);
    assert.equal((await yearSeen(tx, people.headOfAn, { code: 'cum-mau', year: 2026, today }))?.may.lead, false);
    const later = [{ unitId: units.communeAn, part: 'lead' }] as const;
    expectOk(await setMembers(contextFor(tx, people.administrator), { ...at, version: 3, seats: later }));
    assert.equal((await yearSeen(tx, people.nobody, { code: 'cum-mau', year: 2026, today }))?.hasChanged, true);
    await assert.rejects(
      tx.updateTable('block_decision').set({ number: 'khác' }).where('id', '=', id).execute(),
      /append_only|permission denied/,
    );
  });
});

test('next year’s lead and deputies are proposed from past years and seated only when a person confirms', async () => {
  await inYear(async (tx, at) => {
    const proposal = await proposalFor(tx, at.blockId, 2027);
    assert.deepEqual(
      proposal?.turn.map(({ name, part, lastLed, isTied }) => [name, part, lastLed, isTied]),
      [
        ['Xã Mẫu Bình', 'lead', null, true],
        ['Phường Mẫu Chi', 'deputy', null, true],
        ['Xã Mẫu An', 'member', 2026, false],
      ],
    );
    assert.equal(await proposalFor(tx, at.blockId, 2030), undefined);
    assert.deepEqual((await yearSeen(tx, people.nobody, { code: 'cum-mau', year: 2027, today }))?.seats, []);
    const parts: readonly Seat[] = [
      { unitId: units.wardChi, part: 'lead' },
      { unitId: units.communeBinh, part: 'deputy' },
      { unitId: units.department, part: 'member' },
    ];
    const confirm = (actor: Person, more = {}) =>
      confirmRotation(contextFor(tx, actor), { blockId: at.blockId, year: 2027, version: 2, parts, ...more });
    for (const actor of [people.headOfAn, blockLead, otherLead, people.headOfBinh])
      assert.equal(refusalOf(await confirm(actor)), 'not_allowed');
    assert.equal(refusalOf(await confirm(people.appraiser, { version: 1 })), 'lost_race');
    assert.equal(refusalOf(await confirm(people.appraiser, { parts: [] })), 'no_lead');
    assert.equal(refusalOf(await confirm(people.appraiser, { year: 2030 })), 'no_members');
    expectOk(await confirm(people.appraiser));
    assert.equal(refusalOf(await confirm(people.appraiser)), 'lost_race');
    assert.equal(refusalOf(await confirm(people.appraiser, { version: 3 })), 'unchanged');
    const seen = await yearSeen(tx, people.nobody, { code: 'cum-mau', year: 2027, today });
    assert.deepEqual(
      seen?.seats.map(({ name, part }) => [name, part]),
      [
        ['Phường Mẫu Chi', 'lead'],
        ['Xã Mẫu Bình', 'deputy'],
        ['Xã Mẫu An', 'member'],
      ],
    );
  });
});
