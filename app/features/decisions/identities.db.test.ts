import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../../tests/desk.ts';
import { approve, asked, doAs, givenDraft, openDecisionDesk, row, sign, submit } from '../../../tests/decisions.ts';
import { blueHand, redSeal } from '../../../tests/png.ts';
import { people, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { MarkOwner, SetMark } from './identities.server.ts';
import { findPicture, identitiesOf, identityOn, listOwners, permitMark, setMark } from './identities.server.ts';
import { readPaper } from './keeping.server.ts';
import { markFor } from './marks.server.ts';
import { paperOf } from './signing-desk.server.ts';

const { administrator, appraiser, decidingAuthority, headOfAn, officerOfAn, auditor, nobody } = people;
let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

const hand: MarkOwner = { kind: 'person', id: decidingAuthority.personId };
const seal: MarkOwner = { kind: 'unit', id: units.province };
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.kind ?? '');

async function set(by: Person, owner: MarkOwner, more: Partial<SetMark> = {}): Promise<string> {
  const all = await identitiesOf(desk.services.db, owner);
  const newest = all.toSorted((a, b) => b.setAt.getTime() - a.setAt.getTime() || (a.id < b.id ? 1 : -1))[0];
  const picture = owner.kind === 'person' ? { bytes: blueHand, width: 40 } : { bytes: redSeal, width: 42 };
  const order = { owner, picture, credentialId: '', fromDay: today, seen: newest?.id ?? '', ...more };
  return kindOf(await doAs(desk, by, (context) => setMark(context, order)));
}

test('a person sets their own hand, the body its seal, the administrator both; nobody else, and nobody else sees them', async () => {
  const id = await givenDraft(desk);
  assert.notEqual(id, '');
  assert.equal(await set(decidingAuthority, hand), 'ok');
  assert.equal(await set(administrator, hand), 'ok');
  assert.equal(await set(decidingAuthority, seal), 'ok');
  assert.equal(await set(administrator, seal), 'ok');
  for (const person of [headOfAn, officerOfAn, auditor, nobody]) {
    assert.notEqual(await set(person, hand), 'ok', person.name);
    assert.notEqual(await set(person, seal), 'ok', person.name);
    for (const owner of [hand, seal]) {
      assert.equal((await permitMark(desk.services.db, person, owner)).ok, false);
      const [one] = await identitiesOf(desk.services.db, owner);
      assert.equal(await findPicture(desk.services.db, person, one?.id ?? ''), undefined);
    }
  }
  const names = (await listOwners(desk.services.db, decidingAuthority, today)).map(({ kind, id: of }) => [kind, of]);
  assert.deepEqual(names, [
    ['person', decidingAuthority.personId],
    ['unit', units.province],
  ]);
  assert.deepEqual(await listOwners(desk.services.db, nobody, today), []);
});

test('from a day on, not before today; replaced and never changed; a lost race is told', async () => {
  assert.equal(await set(decidingAuthority, hand, { fromDay: '2026-06-14' }), 'mark_day_wrong');
  assert.equal(await set(decidingAuthority, hand, { fromDay: 'mai' }), 'mark_day_wrong');
  assert.equal(await set(decidingAuthority, hand, { seen: '' }), 'lost_race');
  assert.equal(await set(decidingAuthority, hand, { picture: { bytes: redSeal, width: 40 } }), 'picture_wrong');
  assert.equal(await set(decidingAuthority, hand, { picture: null, fromDay: '2026-07-01' }), 'ok');
  const on = async (day: string) => (await identityOn(desk.services.db, hand, day))?.width ?? null;
  assert.deepEqual([await on('2026-06-14'), await on(today), await on('2026-07-01')], [null, 40, null]);
  await assert.rejects(desk.database.owner.updateTable('signing_identity').set({ picture_width_mm: 60 }).execute());
  await assert.rejects(desk.database.owner.deleteFrom('signing_identity').execute());
});

test('the mark on the paper is the picture of the day, in its size; the seal lies over whoever signed, whoever seals', async () => {
  const id = await givenDraft(desk);
  await submit(desk, id);
  expectOk(await approve(desk, id));
  expectOk(await sign(desk, id, 'person'));
  const decision = await row(desk, id);
  const mark = await doAs(desk, appraiser, async (context) => ({
    ok: true as const,
    value: await markFor(context, desk.services, paperOf(decision), 'seal'),
  }));
  const { box, picture } = expectOk(mark);
  const mm = 72 / 25.4;
  assert.equal(Math.round(box.width / mm), 42);
  const middle = decision.signPlace?.x ?? 0;
  assert.ok(Math.abs(box.x + box.width - (middle - (40 / 6) * mm)) < 0.01);
  assert.deepEqual(picture, redSeal);
  expectOk(await sign(desk, id, 'seal'));
  const pdf = Buffer.from(await readPaper(desk.services, (await row(desk, id)).sealedPaper ?? ''));
  assert.ok(pdf.includes('/Subtype /Image'));
  assert.equal((await asked(desk, id)).id, id);
});
