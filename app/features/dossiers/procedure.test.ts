import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles, stranger } from '../../kernel/actor.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import { placesOf } from './case.server.ts';
import type { DossierMove, DossierStage } from './procedure.ts';
import { dossierMoves, dossierProcedure, dossierStages } from './procedure.ts';
import { dossierRightsText } from './rights.text.ts';

const actor = (role: Role, unitId: string): Person => ({
  kind: 'person',
  personId: 'mot',
  accountId: 'a',
  name: 'Người Mẫu',
  positionTitle: null,
  homeUnitId: unitId,
  holdings: [{ holdingId: 'h', role, unitId }],
});

const village = ['thon', 'xa', 'tinh'];
const commune = ['xa', 'tinh'];
/** Of a village: to its commune, or by sector to the province; of a commune: decided by itself. */
const ways = {
  xã: placesOf({ unit: village, to: commune, via: [] }),
  tỉnh: placesOf({ unit: village, to: ['tinh'], via: ['so', 'tinh'] }),
  'tự xét': placesOf({ unit: commune, to: commune, via: [] }),
} as const;
const offices = { thon: 'thôn', xa: 'xã', so: 'sở', tinh: 'tỉnh' } as const;

type Way = keyof typeof ways;
const may = (stage: DossierStage, move: DossierMove, way: Way, at: string) =>
  roles.filter((role) => {
    const subject = { stage, places: ways[way], submittedBy: 'khac' };
    return permit(dossierProcedure, subject, actor(role, at), move, { reason: 'x' }).ok;
  });

const matrix = dossierStages.flatMap((stage) =>
  dossierMoves.flatMap((move) => {
    const row = dossierProcedure[stage][move];
    if (!row) return [];
    const held = (Object.keys(ways) as Way[]).flatMap((way) =>
      Object.entries(offices).map(([at, name]) => ({ where: `gửi ${way}, ${name}`, roles: may(stage, move, way, at) })),
    );
    return [{ stage, move, to: row.to, fourEyes: row.fourEyes === true, may: held }];
  }),
);

test('the rights matrix is the one a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = dossierRightsText(matrix);
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('nobody acts from elsewhere, and a stranger never', () => {
  for (const stage of dossierStages)
    for (const places of Object.values(ways)) {
      const subject = { stage, places, submittedBy: null };
      assert.deepEqual(movesFor(dossierProcedure, subject, stranger), []);
      for (const role of roles) assert.deepEqual(movesFor(dossierProcedure, subject, actor(role, 'khac')), []);
    }
});

test('whoever submitted takes no later step but to take it back, or to bring a paper that follows', () => {
  const everywhere: Person = {
    ...actor('officer', 'xa'),
    holdings: roles.flatMap((role) =>
      ['xa', 'tinh'].map((unitId) => ({ holdingId: `${role} ${unitId}`, role, unitId })),
    ),
  };
  const own = ['recall', 'withdraw', 'supplement'] satisfies readonly DossierMove[] as readonly DossierMove[];
  for (const stage of dossierStages.filter((each) => each !== 'draft' && each !== 'returned')) {
    const subject = { stage, places: ways['tự xét'], submittedBy: 'mot' };
    const left = movesFor(dossierProcedure, subject, everywhere);
    assert.deepEqual(
      left.filter((move) => !own.includes(move)),
      [],
    );
  }
});

test('the province decides nothing in the stead of a commune; only a role at the deciding unit does', () => {
  assert.deepEqual(may('deciding', 'decide', 'xã', 'tinh'), []);
  assert.deepEqual(may('deciding', 'decide', 'xã', 'xa'), ['head', 'deciding_authority']);
  assert.deepEqual(may('deciding', 'decide', 'tỉnh', 'tinh'), ['head', 'deciding_authority']);
});

test('whoever decides receives and appraises: the province does not for what a commune decides, nor a commune for the province', () => {
  const moves = ['receive', 'return', 'appraise', 'consult', 'to_council', 'to_authority'] as const;
  for (const stage of dossierStages)
    for (const move of moves.filter((each) => dossierProcedure[stage][each])) {
      assert.deepEqual(may(stage, move, 'tự xét', 'tinh'), [], `${stage} ${move}`);
      assert.deepEqual(may(stage, move, 'xã', 'tinh'), [], `${stage} ${move}`);
      assert.ok(may(stage, move, 'xã', 'xa').includes('appraiser'), `${stage} ${move}`);
      assert.deepEqual(may(stage, move, 'tỉnh', 'xa'), [], `${stage} ${move}`);
      assert.ok(may(stage, move, 'tỉnh', 'tinh').includes('appraiser'), `${stage} ${move}`);
    }
});

test('where a unit proposes to itself an officer hands in, elsewhere only the head', () => {
  assert.deepEqual(may('draft', 'submit', 'tự xét', 'xa'), ['officer', 'head']);
  assert.deepEqual(may('draft', 'submit', 'xã', 'thon'), ['head']);
});
