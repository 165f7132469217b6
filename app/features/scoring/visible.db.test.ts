import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, carded, givenJudgement, judged, scored } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, system, today, units } from '../../../tests/world.ts';
import type { Actor, Person, Role } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { stateStandIn } from '../blocks/standing-in.server.ts';
import { cardPage } from './card-page.server.ts';
import { attachEvidence, findEvidence } from './evidence.server.ts';
import { judgementPage } from './judgement-page.server.ts';
import { listJudgements } from './list.server.ts';
import { assignCross } from './moving.server.ts';
import { scoreSheet } from './sheet.server.ts';
import { scoringWaiting } from './waiting.server.ts';

/** `there`: that the card is there and how far it has come; `points`: what is on it; nothing: not there at all. */
type Sees = 'points' | 'there' | '';
type Seen = { readonly judgement: boolean; readonly an: Sees; readonly binh: Sees };
const blind: Seen = { judgement: false, an: '', binh: '' };
const token = { ...people.appraiser, scopes: ['actuals:read'] as const };
const reading = { ...people.appraiser, scopes: ['evaluations:read'] as const };
const everybody = {
  stranger,
  nobody: people.nobody,
  officerOfAn: people.officerOfAn,
  officerOfBinh: people.officerOfBinh,
  expert: people.officerOfDepartment,
  appraiser: people.appraiser,
  auditor: people.auditor,
  administrator: people.administrator,
  token,
  reading,
  system,
} as const satisfies Readonly<Record<string, Actor>>;
type Who = keyof typeof everybody;

async function seenBy(tx: Transaction<DB>, actor: Actor, id: string): Promise<Seen> {
  const page = await judgementPage(tx, actor, { id, today });
  const { rows, total } = await listJudgements(tx, actor, {});
  assert.deepEqual([rows.some((row) => row.id === id), total > 0], [page !== undefined, page !== undefined]);
  const of = async (unitId: string): Promise<Sees> => {
    const row = page?.cards.find((card) => card.unitId === unitId);
    const { id: cardId = newId() } =
      (await tx
        .selectFrom('score_card')
        .select('id')
        .where('judgement_id', '=', id)
        .where('unit_id', '=', unitId)
        .executeTakeFirst()) ?? {};
    const card = await cardPage(tx, actor, { id: cardId, today });
    // The list and the card's own page never differ.
    assert.deepEqual([row !== undefined, Boolean(row?.points)], [card !== undefined, Boolean(card?.content)]);
    return card === undefined ? '' : card.content === null ? 'there' : 'points';
  };
  return { judgement: page !== undefined, an: await of(units.communeAn), binh: await of(units.communeBinh) };
}

async function checked(tx: Transaction<DB>, id: string, expected: Readonly<Record<Who, Seen>>): Promise<void> {
  const seen: Partial<Record<Who, Seen>> = {};
  for (const who of Object.keys(everybody) as Who[]) seen[who] = await seenBy(tx, everybody[who], id);
  assert.deepEqual(seen, expected);
}

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

test('a self-score in draft is its unit’s alone; once handed in it is for those who score it', async () => {
  await inWorld(async (tx) => {
    const { id, cards } = await givenJudgement(tx);
    const an = cards.get(units.communeAn) ?? '';
    await scored(tx, an, 'self', people.officerOfAn, { 'I.1': '30', 'I.2': '10' });
    const none: Seen = { judgement: true, an: '', binh: '' };
    const organiser: Seen = { judgement: true, an: 'there', binh: 'there' };
    const draft = {
      stranger: blind,
      nobody: none,
      // An leads the block.
      officerOfAn: { judgement: true, an: 'points', binh: '' },
      officerOfBinh: { judgement: true, an: '', binh: 'points' },
      expert: none,
      appraiser: organiser,
      auditor: organiser,
      administrator: none,
      token: blind,
      reading: organiser,
      system: { judgement: true, an: 'points', binh: 'points' },
    } as const satisfies Readonly<Record<Who, Seen>>;
    await checked(tx, id, draft);
    expectOk(
      await assignCross(contextFor(tx, people.appraiser), { id: an, version: 1, crossUnitId: units.communeBinh }),
    );
    await carded(tx, an, 'submit', people.headOfAn);
    const sent: Seen = { judgement: true, an: 'points', binh: 'there' };
    await checked(tx, id, {
      ...draft,
      officerOfBinh: { judgement: true, an: 'points', binh: 'points' },
      expert: { judgement: true, an: 'points', binh: '' },
      appraiser: sent,
      auditor: sent,
      reading: sent,
    });
  });
});

const holds = (role: Role, unitId: string): Person => ({
  ...people.nobody,
  holdings: [{ holdingId: newId(), role, unitId }],
});

test('a block is led at the very unit of its lead: not from above it, not at another member, at a deputy only while it stands in', async () => {
  await inWorld(async (tx) => {
    const { id, cards } = await givenJudgement(tx);
    const binh = cards.get(units.communeBinh) ?? '';
    const leads = async (person: Person) => {
      const done = await assignCross(contextFor(tx, person), { id: binh, version: 99, crossUnitId: units.communeAn });
      const { binh: sees } = await seenBy(tx, person, id);
      const waits = (await scoringWaiting(tx, person)).assign.length > 0;
      // The lost race is refused after the permit.
      return [sees, waits, done.ok ? null : done.refusal.kind] as const;
    };
    const is = ['there', true, 'lost_race'] as const;
    for (const lead of [people.headOfAn, holds('block_lead', units.communeAn)]) assert.deepEqual(await leads(lead), is);
    // Every card below the province is its head's to read; that makes it no lead.
    assert.deepEqual(await leads(holds('head', units.province)), ['points', false, 'not_yours']);
    const others = [
      holds('block_lead', units.province),
      holds('head', units.village),
      holds('block_lead', units.communeBinh),
      holds('block_lead', units.department),
      { ...holds('block_lead', units.communeAn), scopes: ['actuals:read'] as const },
    ];
    for (const other of others) assert.deepEqual(await leads(other), ['', false, 'not_there']);
    const deputy = holds('head', units.communeBinh);
    assert.deepEqual((await seenBy(tx, deputy, id)).an, '');
    await tx.updateTable('block_member').set({ part: 'deputy' }).where('unit_id', '=', units.communeBinh).execute();
    assert.deepEqual((await seenBy(tx, deputy, id)).an, '');
    const { block_id } = await tx.selectFrom('block_member').select('block_id').limit(1).executeTakeFirstOrThrow();
    const fields = { deputy: units.communeBinh, untilDay: '2026-06-30', reason: 'Trưởng đi công tác' };
    const at = { blockId: block_id, year: 2026 };
    expectOk(await stateStandIn(contextFor(tx, people.headOfAn), { id: newId(), ...at, fields }));
    assert.deepEqual((await seenBy(tx, deputy, id)).an, 'there');
    assert.deepEqual((await leads(deputy)).slice(1), is.slice(1));
  });
});

test('the points of others in the block are read once they are announced, and the form of another never', async () => {
  await inWorld(async (tx) => {
    const { id, cards } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    const binh = cards.get(units.communeBinh) ?? '';
    await tx.updateTable('score_card').set({ cross_unit_id: null }).where('judgement_id', '=', id).execute();
    await tx.updateTable('block_member').set({ part: 'member' }).execute();
    assert.deepEqual(await seenBy(tx, people.officerOfAn, id), { judgement: true, an: 'points', binh: '' });
    await judged(tx, id, 'announce');
    assert.deepEqual(await seenBy(tx, people.officerOfAn, id), { judgement: true, an: 'points', binh: 'points' });
    assert.deepEqual(await seenBy(tx, people.nobody, id), { judgement: true, an: '', binh: '' });
    for (const step of ['self', 'cross', 'expert', 'appraisal', 'objection'] as const)
      assert.equal(await scoreSheet(tx, people.officerOfAn, { id: binh, step, today }), undefined);
  });
});

test('evidence is read by whoever may read the card, and hung by whoever gives the score', async () => {
  await inWorld(async (tx) => {
    const { cards } = await givenJudgement(tx);
    const cardId = cards.get(units.communeAn) ?? '';
    const kept = { hash: 'a'.repeat(64), size: 3, name: 'minh-chung.pdf', encrypted: false };
    const file = { ...kept, type: 'pdf', mediaType: 'application/pdf' } as const;
    const attach = (actor: typeof people.officerOfAn, more: { id?: string; code?: string } = {}) =>
      attachEvidence(contextFor(tx, actor), { id: newId(), cardId, code: 'I.1', step: 'self', file, ...more });
    const id = newId();
    expectOk(await attach(people.officerOfAn, { id }));
    // The same file once more, and at another criterion.
    expectOk(await attach(people.officerOfAn));
    expectOk(await attach(people.officerOfAn, { code: 'I.2' }));
    const hung = await tx.selectFrom('card_evidence').select(['code', 'step']).orderBy('code').execute();
    assert.deepEqual(hung, [
      { code: 'I.1', step: 'self' },
      { code: 'I.2', step: 'self' },
    ]);
    const refusals = [
      await attach(people.officerOfBinh),
      await attach(people.appraiser),
      await attach(people.officerOfAn, { code: 'Z' }),
    ];
    assert.deepEqual(
      refusals.map((one) => (one.ok ? null : one.refusal.kind)),
      ['not_there', 'not_yours', 'criterion_gone'],
    );
    const readers = [people.officerOfAn, people.officerOfBinh, people.appraiser, stranger, token];
    const found = await Promise.all(readers.map((actor) => findEvidence(tx, actor, id)));
    assert.deepEqual(
      found.map((one) => one?.name),
      ['minh-chung.pdf', undefined, undefined, undefined, undefined],
    );
  });
});
