import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import type { Way } from '../../../tests/dossiers.ts';
import { dossierPeople, givenDossier, insertDossierWorld, movedDossier } from '../../../tests/dossiers.ts';
import { follow, told } from '../../../tests/told.ts';
import { people, today } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { dossiersWaiting } from '../dossiers/waiting.server.ts';

test('each step is told to whoever has the next one and to the unit, and stands in the work of the first', () =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const id = await givenDossier(tx);
    const at = `/khen-thuong/ho-so/${id}`;
    const moved = 'Hồ sơ khen thưởng chuyển bước';
    const own = [
      ['headOfAn', moved, at],
      ['officerOfAn', moved, at],
    ];
    const secretary = dossierPeople.secretary.personId;
    const steps: readonly (readonly [Way, Person, readonly (readonly string[])[]])[] = [
      [
        'submit',
        people.headOfAn,
        [
          ['appraiser', 'Có hồ sơ khen thưởng chờ xử lý', at],
          ['officerOfAn', moved, at],
        ],
      ],
      ['receive', people.appraiser, own],
      ['return', people.appraiser, own.map(([name = '']) => [name, 'Hồ sơ khen thưởng bị trả lại', at])],
      [
        'submit',
        people.headOfAn,
        [
          ['appraiser', 'Có hồ sơ khen thưởng chờ xử lý', at],
          ['officerOfAn', moved, at],
        ],
      ],
      ['receive', people.appraiser, own],
      ['to_council', people.appraiser, [[secretary, 'Có hồ sơ khen thưởng trình Hội đồng', at], ...own]],
    ];
    for (const [move, by, heard] of steps) {
      const context = await movedDossier(tx, id, move, by);
      await follow(tx, context);
      assert.deepEqual(await told(tx, context), heard, move);
      if (move !== 'return') continue;
      const work = await dossiersWaiting(tx, people.officerOfAn, today);
      assert.deepEqual(
        work.returned.map((one) => [one.id, one.reason]),
        [[id, 'Lý do mẫu']],
      );
    }
    const ways = [
      ['submit', people.headOfAn],
      ['receive', people.appraiser],
    ] as const;
    const simple = await givenDossier(tx, { typed: { kind: 'sudden', simplified: 'b' } }, ...ways);
    const context = await movedDossier(tx, simple, 'to_authority', dossierPeople.secretary);
    await follow(tx, context);
    const there = `/khen-thuong/ho-so/${simple}`;
    assert.deepEqual(await told(tx, context), [
      ['decidingAuthority', 'Có hồ sơ khen thưởng chờ quyết định', there],
      ['headOfAn', moved, there],
      ['officerOfAn', moved, there],
    ]);
    const work = await dossiersWaiting(tx, people.decidingAuthority, today);
    assert.deepEqual(
      work.waiting.map((one) => [one.id, one.stage]),
      [[simple, 'deciding']],
    );
    assert.deepEqual((await dossiersWaiting(tx, people.officerOfBinh, today)).waitingTotal, 0);
  }));
