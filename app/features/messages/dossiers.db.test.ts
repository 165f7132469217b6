import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { dossierOrder, dossierPeople, givenDossier, insertDossierWorld } from '../../../tests/dossiers.ts';
import { follow, told } from '../../../tests/told.ts';
import { contextFor, people, today } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DossierWay } from '../dossiers/moving.server.ts';
import { moveDossier } from '../dossiers/moving.server.ts';
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
    const steps: readonly (readonly [DossierWay, Person, readonly (readonly string[])[]])[] = [
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
      [
        'to_authority',
        dossierPeople.secretary,
        [['decidingAuthority', 'Có hồ sơ khen thưởng chờ quyết định', at], ...own],
      ],
    ];
    for (const [move, by, heard] of steps) {
      const context = contextFor(tx, by);
      expectOk(await moveDossier(context, await dossierOrder(tx, id, move)));
      await follow(tx, context);
      assert.deepEqual(await told(tx, context), heard, move);
      if (move !== 'return') continue;
      const work = await dossiersWaiting(tx, people.officerOfAn, today);
      assert.deepEqual(
        work.returned.map((one) => [one.id, one.reason]),
        [[id, 'Lý do mẫu']],
      );
    }
    const work = await dossiersWaiting(tx, people.decidingAuthority, today);
    assert.deepEqual(
      work.waiting.map((one) => [one.id, one.stage]),
      [[id, 'deciding']],
    );
    assert.deepEqual((await dossiersWaiting(tx, people.officerOfBinh, today)).waitingTotal, 0);
  }));
