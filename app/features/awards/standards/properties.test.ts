/** What holds for every case, not only for those of the table: each is the table's, changed in ways that must not matter or only help. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ROWS } from '../../../../tests/award-cases.ts';
import { expectOk } from '../../../kernel/result.ts';
import { evaluateStandards } from './evaluate.ts';
import { answerOf } from './answer.ts';
import { STATES } from './outcome.ts';
import type { Case } from './case.ts';
import { readCase } from './read-case.ts';
import { RULE_BOOK } from './rule-book.ts';
import { WORDS } from './text.ts';

const CASES: readonly Case[] = ROWS.map(({ input }) => expectOk(readCase(input)));
const anyCase = fc.constantFrom(...CASES);
const answer = (one: Case) => answerOf(one, evaluateStandards(RULE_BOOK, one), WORDS);
const rank = (one: Case) => STATES.indexOf(evaluateStandards(RULE_BOOK, one).result);

test('the order of what is listed changes nothing', () => {
  const turned = <Item>(list: readonly Item[] | null | undefined, by: number) =>
    list && [...list.slice(by % (list.length || 1)), ...list.slice(0, by % (list.length || 1))].toReversed();
  fc.assert(
    fc.property(anyCase, fc.nat(9), (one, by) => {
      const other = {
        ...one,
        awards: turned(one.awards, by),
        classification: turned(one.classification, by),
        initiatives: turned(one.initiatives, by),
        discipline: turned(one.discipline, by),
      };
      assert.deepEqual(answer(other), answer(one));
    }),
    { numRuns: 600 },
  );
});

/** Each fact that may be taken out: whole fields, and what stands inside of them. */
const removals: readonly ((one: Case) => Case)[] = [
  (one) => ({ ...one, awards: undefined }),
  (one) => ({ ...one, classification: null }),
  (one) => ({ ...one, classification: one.classification?.slice(1) }),
  (one) => ({ ...one, classification: one.classification?.slice(0, -1) }),
  (one) => ({ ...one, initiatives: undefined }),
  (one) => ({ ...one, initiatives: one.initiatives?.map(({ year, scope }) => ({ year, scope })) }),
  (one) => ({ ...one, discipline: undefined }),
  (one) => ({ ...one, discipline: one.discipline?.map(({ from }) => ({ from })) }),
  (one) => ({ ...one, pending: undefined }),
  (one) => ({ ...one, members: undefined }),
  (one) => ({ ...one, members: one.members && { total: one.members.total } }),
  (one) => ({ ...one, block: undefined }),
  (one) => ({ ...one, block: one.block && {} }),
  (one) => ({ ...one, block: one.block && { ...one.block, organised_by: undefined } }),
  (one) => ({ ...one, movement: null }),
  ...(['launched_by', 'from', 'until', 'review', 'rank'] as const).map((field) => (one: Case) => ({
    ...one,
    movement: one.movement && { ...one.movement, [field]: undefined },
  })),
  (one) => ({ ...one, founded: undefined }),
  (one) => ({ ...one, group: undefined }),
];

test('a fact taken out never makes "not met", of the whole or of any clause', () => {
  for (const one of CASES) {
    const before = answer(one);
    for (const [index, remove] of removals.entries()) {
      const after = answer(remove(one));
      const said = JSON.stringify({ index, one });
      if (before.result !== 'not_met') assert.notEqual(after.result, 'not_met', said);
      for (const [at, { article, state, because }] of after.conditions.entries()) {
        if (before.conditions[at]?.state !== 'not_met')
          assert.notEqual(state, 'not_met', `${article} ${because} ${said}`);
      }
    }
  }
});

const better = { failed: 'completed', completed: 'good', good: 'excellent', excellent: 'excellent' } as const;
const wider = { unit: 'province', province: 'nation', nation: 'nation' } as const;
/** Awards after which years are counted anew are no help by themselves, nor is the same award held before (Điều 5.2.c). */
const helpful = [
  'lao-dong-tien-tien',
  'chien-si-thi-dua-co-so',
  'chien-si-thi-dua-tinh',
  'tap-the-lao-dong-xuat-sac',
  'co-thi-dua-tinh',
  'co-thi-dua-chinh-phu',
  'bang-khen-tinh',
];

const improvements: readonly ((one: Case, year: number) => Case)[] = [
  (one) => ({ ...one, classification: one.classification?.map(({ year, level }) => ({ year, level: better[level] })) }),
  (one, year) =>
    one.classification && !one.classification.some((each) => each.year === year)
      ? { ...one, classification: [...one.classification, { year, level: 'excellent' }] }
      : one,
  ...helpful.map((award) => (one: Case, year: number) => {
    const isHeld = one.awards?.some((each) => each.award === award && each.year === year);
    return one.awards && !isHeld && award !== one.award ? { ...one, awards: [...one.awards, { award, year }] } : one;
  }),
  (one) => ({ ...one, initiatives: one.initiatives?.map((each) => ({ ...each, used: null })) }),
  (one) => ({ ...one, initiatives: one.initiatives?.map((each) => ({ ...each, scope: wider[each.scope] })) }),
  (one, year) => ({
    ...one,
    initiatives: one.initiatives && [...one.initiatives, { year, scope: 'nation', used: null }],
  }),
  (one) => ({ ...one, discipline: one.discipline && [] }),
  (one) => ({ ...one, discipline: one.discipline?.slice(1) }),
  (one) => ({ ...one, pending: one.pending && [] }),
  (one) => {
    const { members } = one;
    if (!members) return one;
    const all = Object.keys(members).map((name) => [name, name === 'disciplined' ? 0 : members.total]);
    return { ...one, members: { ...members, ...Object.fromEntries(all) } };
  },
  (one) => ({ ...one, block: one.block && { ...one.block, rank: 1 } }),
  (one) => ({ ...one, block: one.block && { ...one.block, exceeded: true } }),
  (one) => ({ ...one, movement: one.movement && { ...one.movement, rank: 1 } }),
  (one) => ({ ...one, movement: one.movement && { ...one.movement, review: 'final' } }),
  (one) => ({ ...one, movement: one.movement && { ...one.movement, from: '2000-01-01' } }),
  (one) => ({ ...one, founded: one.founded && '1990' }),
];

test('what is better never makes the result worse', () => {
  const steps = fc.array(
    fc.record({ improve: fc.constantFrom(...improvements), year: fc.integer({ min: 2015, max: 2025 }) }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(anyCase, steps, (one, chosen) => {
      let so = one;
      for (const { improve, year } of chosen) {
        const next = improve(so, Math.min(year, so.year));
        assert.ok(rank(next) >= rank(so), JSON.stringify({ so, next }));
        so = next;
      }
    }),
    { numRuns: 3000 },
  );
});
