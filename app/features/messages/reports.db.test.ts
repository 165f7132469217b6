import assert from 'node:assert/strict';
import { test } from 'node:test';
import { an, inWorld, made, opened, write } from '../../../tests/rounds.ts';
import { follow, told } from '../../../tests/told.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { ReportWay } from '../rounds/reports.server.ts';
import { moveReport } from '../rounds/reports.server.ts';
import { addUnit, postponeRound, takeOutUnit } from '../rounds/amending.server.ts';
import { exemptUnit, moveRound } from '../rounds/rounds.server.ts';

test('when a round opens, those who work in units it expects are told; nobody of a unit that is exempt', () =>
  inWorld(async (tx) => {
    const id = await made(tx);
    const exempted = { roundId: id, unitId: units.communeBinh, reason: 'Mới thành lập' };
    expectOk(await exemptUnit(contextFor(tx, people.appraiser), exempted));
    const context = contextFor(tx, people.appraiser);
    expectOk(await moveRound(context, { id, version: 1, move: 'open' }));
    await follow(tx, context);
    const said = ['Có kỳ báo cáo mới', `/ky-bao-cao/${id}`];
    assert.deepEqual(await told(tx, context), [
      ['headOfAn', ...said],
      ['officerOfAn', ...said],
    ]);
  }));

test('a report is told to whoever waits for it, step by step', () =>
  inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.officerOfAn, id, 0));
    const steps: readonly (readonly [Person, ReportWay, readonly (readonly [string, string])[]])[] = [
      [people.officerOfAn, 'present', [['headOfAn', 'Có báo cáo chờ ký']]],
      [people.headOfAn, 'sign', [['appraiser', 'Có báo cáo chờ tiếp nhận']]],
      [
        people.appraiser,
        'return',
        [
          ['headOfAn', 'Báo cáo bị trả lại'],
          ['officerOfAn', 'Báo cáo bị trả lại'],
        ],
      ],
      [people.headOfAn, 'sign', [['appraiser', 'Có báo cáo chờ tiếp nhận']]],
      [people.headOfAn, 'recall', []],
    ];
    for (const [at, [by, move, heard]] of steps.entries()) {
      const context = contextFor(tx, by);
      expectOk(await moveReport(context, { ...an(id), version: at + 1, move, reason: 'Bổ sung' }));
      await follow(tx, context);
      const link = `/bao-cao/${id}/mau-an`;
      assert.deepEqual(
        await told(tx, context),
        heard.map((one) => [...one, link]),
        move,
      );
    }
  }));

test('a postponed due day and another form are told to all that are expected; a unit added or taken out is told itself', () =>
  inWorld(async (tx) => {
    const id = await opened(tx);
    const due = contextFor(tx, people.appraiser);
    expectOk(await postponeRound(due, { id, version: 2, day: '2026-07-01', reason: 'Mưa lũ' }));
    await follow(tx, due);
    const link = `/ky-bao-cao/${id}`;
    assert.deepEqual(await told(tx, due), [
      ['headOfAn', 'Lùi hạn gửi báo cáo', link],
      ['headOfBinh', 'Lùi hạn gửi báo cáo', link],
      ['officerOfAn', 'Lùi hạn gửi báo cáo', link],
      ['officerOfBinh', 'Lùi hạn gửi báo cáo', link],
    ]);
    const one = { id, unitId: units.communeBinh, reason: 'Ghi nhầm' };
    const out = contextFor(tx, people.appraiser);
    expectOk(await takeOutUnit(out, one));
    await follow(tx, out);
    assert.deepEqual(await told(tx, out), [
      ['headOfBinh', 'Không còn phải gửi báo cáo', link],
      ['officerOfBinh', 'Không còn phải gửi báo cáo', link],
    ]);
    const back = contextFor(tx, people.appraiser);
    expectOk(await addUnit(back, one));
    await follow(tx, back);
    assert.deepEqual(await told(tx, back), [
      ['headOfBinh', 'Có kỳ báo cáo mới', link],
      ['officerOfBinh', 'Có kỳ báo cáo mới', link],
    ]);
  }));
