import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { indicators, insertValuesWorld, schemes } from '../../../tests/values.ts';
import { contextFor, people, system, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { pledgeOf, pledges } from './case.server.ts';
import { countPledgesToAccept } from './list.server.ts';
import { movePledges } from './moving.server.ts';
import { enterPledge } from './pledges.server.ts';
import { pledgeProcedure } from './procedure.ts';

test('what is counted as waiting for a person is what the procedure lets them accept, for every role, own or lent', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const about = [
      { schemeCode: null, criterionCode: null, indicatorCode: indicators.amount },
      { schemeCode: schemes.open, criterionCode: null, indicatorCode: null },
    ];
    const makers: readonly (readonly [Person, string])[] = [
      [people.officerOfAn, units.communeAn],
      [people.headOfAn, units.communeAn],
      [people.officerOfBinh, units.communeBinh],
      [lent(people.officerOfAn, people.appraiser), units.communeAn],
    ];
    for (const [at, [maker, unitId]] of makers.entries())
      for (const one of about) {
        const typed = { wording: 'Phấn đấu', ...(one.indicatorCode && { value: '1.200' }) };
        const entry = { id: newId(), unitId, year: 2026 + at, typed, ...one };
        expectOk(await enterPledge(contextFor(tx, maker), entry));
        const chosen = [{ id: entry.id, version: 1 }];
        expectOk(await movePledges(contextFor(tx, maker), { move: 'submit', chosen, reason: null }));
      }
    const everybody = Object.values(people);
    const actors = everybody.flatMap((person) => [person, ...everybody.map((lender) => lent(person, lender))]);
    const rows = (await pledges(tx, system).execute()).map(pledgeOf);
    const permitted = (actor: Person) => rows.filter((row) => permit(pledgeProcedure, row, actor, 'accept').ok).length;
    for (const actor of actors) assert.equal(await countPledgesToAccept(tx, actor), permitted(actor), actor.name);
    assert.equal(rows.filter(({ stage }) => stage === 'submitted').length, 8);
    assert.ok(actors.some((actor) => permitted(actor) > 0));
  });
});

/** With the lender's roles beside their own. */
function lent(to: Person, from: Person): Person {
  const lentOnes = from.holdings.map((held) => ({ ...held, holdingId: newId(), forPersonId: from.personId }));
  return { ...to, holdings: [...to.holdings, ...lentOnes] };
}
