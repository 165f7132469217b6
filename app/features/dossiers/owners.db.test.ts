import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  dossierOrder,
  dossierPeople,
  dossierRow,
  givenDossier,
  insertDossierWorld,
  movedDossier,
} from '../../../tests/dossiers.ts';
import { contextFor, people } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { roles } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { placesOf } from './case.server.ts';
import { moveDossier } from './moving.server.ts';
import type { OwnMove } from './owners.ts';
import { ownersOfMoves, ownerOf, permitAs } from './owners.ts';
import type { DossierMove } from './procedure.ts';
import { dossierMoves, dossierProcedure, dossierStages } from './procedure.ts';

const { headOfAn, appraiser, decidingAuthority } = people;

/** As a caller would that does not keep to the types. */
async function tried(tx: Transaction<DB>, id: string, by: Person, moves: readonly DossierMove[]) {
  const order = await dossierOrder(tx, id, 'submit');
  const kinds: string[] = [];
  for (const move of moves) {
    const done = await moveDossier(contextFor(tx, by), { ...order, move: move as OwnMove });
    kinds.push(done.ok ? 'moved' : done.refusal.kind);
  }
  return kinds;
}

test('a move of another feature is no short cut, whoever holds the right to it', () =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const ways = [
      ['submit', headOfAn],
      ['receive', appraiser],
    ] as const;
    const id = await givenDossier(tx, {}, ...ways);
    const before = await tried(tx, id, appraiser, ['consult', 'to_council', 'to_authority', 'appraise']);
    await movedDossier(tx, id, 'to_council', appraiser);
    const later = await tried(tx, id, dossierPeople.secretary, ['to_authority', 'back']);
    const simple = await givenDossier(tx, { typed: { kind: 'sudden', simplified: 'b' } }, ...ways);
    await movedDossier(tx, simple, 'to_authority', appraiser);
    const last = await tried(tx, simple, decidingAuthority, ['decide', 'refuse', 'back', 'send_up', 'issue']);
    assert.deepEqual([...new Set([...before, ...later, ...last])], ['wrong_stage']);
    const stages = [(await dossierRow(tx, id)).stage, (await dossierRow(tx, simple)).stage];
    assert.deepEqual(stages, ['council', 'deciding']);
  }));

test('every move of the table has one owner, who alone is given a permit for it', () => {
  const places = placesOf({ unit: ['xa', 'tinh'], to: ['tinh'], via: ['so', 'tinh'] });
  const units = ['xa', 'so', 'tinh'];
  const holdings = roles.flatMap((role) => units.map((unitId) => ({ holdingId: `${role} ${unitId}`, role, unitId })));
  const actor = { ...appraiser, holdings };
  for (const stage of dossierStages)
    for (const move of dossierMoves) {
      const subject = { stage, places, submittedBy: null };
      const may = ownersOfMoves.filter((owner) => permitAs(owner, subject, actor, move, { reason: 'x' }).ok);
      const isMove = permit(dossierProcedure, subject, actor, move, { reason: 'x' }).ok;
      assert.deepEqual(may, isMove ? [ownerOf(stage, move)] : [], `${stage} ${move}`);
    }
});
