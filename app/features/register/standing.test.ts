/** How near a holder stands: a fact nobody entered is told from a judgement, and both from what is known to lack. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import { RULE_BOOK } from '../awards/standards/rule-book.ts';
import type { HolderFacts } from './facts.ts';
import { caseFrom } from './facts.ts';
import { priorityOf, reckon } from './standing.ts';

const held = (award: string, ...years: readonly number[]) =>
  years.map((year) => ({
    id: `${award} ${year}`,
    award,
    year,
    kind: 'merit' as const,
    decidedOn: `${year}-12-20`,
    revokedOn: null,
  }));
const bare: HolderFacts = {
  id: 'h',
  kind: 'person',
  group: 'official',
  founded: null,
  awards: [],
  classification: [],
  initiatives: [],
  isAuthorKnown: false,
  discipline: [],
  pending: [],
  members: [],
  blocks: [],
  checked: [],
};
const whole: HolderFacts = {
  ...bare,
  awards: held('chien-si-thi-dua-co-so', 2023, 2024, 2025),
  classification: [2023, 2024, 2025].map((year) => ({ year, level: 'excellent' })),
  initiatives: [{ year: 2025, scope: 'province', used: null }],
  checked: ['discipline', 'pending'],
};
const near = (facts: HolderFacts, awardCode = 'chien-si-thi-dua-tinh', received = '2026-01-15') =>
  reckon(evaluateStandards(RULE_BOOK, caseFrom(facts, { awardCode, received, year: 2025, movement: false })));

test('steps of a title of the province', () => {
  const cases: readonly (readonly [string, HolderFacts, ReturnType<typeof reckon>['standing']])[] = [
    ['all is there', whole, 'met'],
    ['nobody confirmed discipline and matters', { ...whole, checked: [] }, 'unconfirmed'],
    ['initiatives were never entered', { ...whole, initiatives: [] }, 'lacks_facts'],
    ['two years only', { ...whole, awards: held('chien-si-thi-dua-co-so', 2024, 2025) }, 'not_met'],
    ['nothing is known', bare, 'lacks_facts'],
    ['a matter is open', { ...whole, pending: [{ kind: 'complaint', since: '2025-10-01', until: null }] }, 'not_met'],
    [
      'the matter was closed',
      { ...whole, pending: [{ kind: 'complaint', since: '2025-10-01', until: '2025-12-01' }] },
      'met',
    ],
  ];
  for (const [name, facts, expected] of cases) assert.equal(near(facts).standing, expected, name);
});

test('since the law was amended clauses are read as they stand, so that the list is not empty', () => {
  assert.equal(near(whole, 'chien-si-thi-dua-tinh', '2026-11-29').standing, 'met');
});

test('what is open is told by article, and nothing of what is not met', () => {
  assert.deepEqual(near(whole).open, []);
  assert.ok(near({ ...whole, checked: [] }).open.length > 0);
  assert.deepEqual(near({ ...whole, awards: [...held('lao-dong-tien-tien', 2025)] }).open, []);
});

test('the law wants some looked at first; what is not known gives no place', () => {
  assert.equal(priorityOf({ worksDirectly: true, isLeader: false, isBorder: true, isHard: null }), 3);
  assert.equal(priorityOf({ worksDirectly: null, isLeader: null, isBorder: null, isHard: null }), 0);
});

test('an award decided after the dossier came, or revoked before it, is not in the case', () => {
  const later = {
    ...whole,
    awards: [...whole.awards, { ...held('bang-khen-tinh', 2025)[0]!, decidedOn: '2026-05-01' }],
  };
  const asked = { awardCode: 'bang-khen-tinh', received: '2026-01-15', year: 2025 };
  assert.equal(caseFrom(later, asked).awards?.length, 3);
  assert.equal(caseFrom(later, { ...asked, received: '2026-06-01' }).awards?.length, 4);
  assert.equal(caseFrom(whole, { ...asked, leaveOut: ['chien-si-thi-dua-co-so 2025'] }).awards?.length, 2);
});

test('an award that was taken back says nothing of the others: what nobody confirmed stays unknown', () => {
  const awards = [{ ...held('bang-khen-tinh', 2025)[0]!, decidedOn: '2026-01-05', revokedOn: '2026-05-01' }];
  const asked = { awardCode: 'bang-khen-tinh', received: '2026-06-01', year: 2025 };
  assert.equal(caseFrom({ ...whole, checked: [], awards }, asked).awards, null);
  assert.deepEqual(caseFrom({ ...whole, checked: ['awards'], awards }, asked).awards, []);
  // Played again on a day before it was revoked, it is held.
  assert.equal(caseFrom({ ...whole, checked: [], awards }, { ...asked, received: '2026-02-01' }).awards?.length, 1);
});
