import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { an, inWorld, made, opened, write } from '../../../tests/rounds.ts';
import type { TestContext } from '../../../tests/world.ts';
import { contextFor, people, system, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { readConfig } from '../../platform/config.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Services } from '../../platform/services.server.ts';
import type { ReportWay } from '../rounds/reports.server.ts';
import { moveReport } from '../rounds/reports.server.ts';
import { exemptUnit, moveRound } from '../rounds/rounds.server.ts';
import { followEntries } from './messages.server.ts';
import type { MessageFacts } from './message.ts';
import { saidOf } from './text.ts';

const services = { config: readConfig({}, '/') } as Services;

async function follow(tx: Transaction<DB>, { sent }: TestContext): Promise<void> {
  for (const { data } of sent)
    await followEntries(contextFor(tx, system), services, (data['entryIds'] ?? '').split(' '));
}

/** Who was told what in this deed. */
async function told(tx: Transaction<DB>, { sent }: TestContext) {
  const entries = sent.flatMap(({ data }) => (data['entryIds'] ?? '').split(' '));
  const heard = tx.selectFrom('message').select(['person_id', 'facts', 'link']);
  const rows = await heard.where('entry_id', 'in', entries).execute();
  const name = (id: string) => Object.entries(people).find(([, { personId }]) => personId === id)?.[0] ?? id;
  return rows
    .map(({ person_id, facts, link }) => [name(person_id), saidOf(facts as MessageFacts).subject, link])
    .toSorted((a, b) => String(a).localeCompare(String(b)));
}

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
