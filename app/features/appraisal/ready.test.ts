import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_HOLIDAYS } from '../../kernel/calendar.ts';
import type { AskedBody } from './asked-body.ts';
import { bodiesToAsk } from './asked-body.ts';
import { isWithoutMatter } from './conclusion.ts';
import type { Plain } from './conclusion.ts';
import { changesBetween } from './facts.ts';
import type { Facts } from './facts.ts';
import { flagStateOf, matchOf } from './flag.ts';
import { clockOf, lastDayOf, receiptOf, typedReceipt } from './opinion.ts';
import type { DossierReadiness } from './ready.ts';
import { blocksOf } from './ready.ts';
import { shortOf } from './short.ts';

const one = { nomineeId: 'n1', name: 'Một', outcome: 'open', conclusion: 'qualified', flags: [] } as const;
const ready: DossierReadiness = {
  simplified: null,
  nominees: [one],
  bodies: [],
  requests: [],
  mustShow: [],
  list: undefined,
};
const today = '2026-06-15';
const kindsOf = (readiness: Partial<DossierReadiness>) =>
  blocksOf({ ...ready, ...readiness }, today).map(({ kind }) => kind);

test('what stops a dossier, each by itself', () => {
  const list = { state: 'open', closesOn: '2026-06-29', nomineeIds: ['n1'], unhandled: 0 } as const;
  assert.deepEqual(kindsOf({}), []);
  assert.deepEqual(kindsOf({ nominees: [] }), ['nobody_left']);
  assert.deepEqual(kindsOf({ nominees: [{ ...one, outcome: 'removed' }] }), ['nobody_left']);
  assert.deepEqual(kindsOf({ nominees: [{ ...one, conclusion: null }] }), ['not_concluded']);
  assert.deepEqual(kindsOf({ nominees: [{ ...one, flags: [{ id: 'f', effect: null }] }] }), ['flags_undecided']);
  assert.deepEqual(kindsOf({ nominees: [{ ...one, flags: [{ id: 'f', effect: 'affects' }] }] }), []);
  assert.deepEqual(kindsOf({ bodies: ['Thuế'] }), ['bodies_not_asked']);
  assert.deepEqual(kindsOf({ bodies: ['Thuế'], requests: [{ body: 'thuế', state: 'waived', dueOn: null }] }), []);
  assert.deepEqual(kindsOf({ requests: [{ body: 'Thuế', state: 'waiting', dueOn: today }] }), ['answers_awaited']);
  assert.deepEqual(kindsOf({ requests: [{ body: 'Thuế', state: 'waiting', dueOn: '2026-06-14' }] }), []);
  assert.deepEqual(kindsOf({ mustShow: ['n1'] }), ['list_missing']);
  assert.deepEqual(kindsOf({ mustShow: ['n1'], list }), ['list_open']);
  assert.deepEqual(kindsOf({ list: { ...list, state: 'closed', unhandled: 2 } }), ['opinions_unhandled']);
  assert.deepEqual(kindsOf({ mustShow: ['n1'], list: { ...list, state: 'closed', nomineeIds: [] } }), ['list_missing']);
});

test('the simplified procedure is stopped by conclusions and flags alone', () => {
  const demanded = { bodies: ['Thuế'], mustShow: ['n1'] };
  assert.deepEqual(kindsOf({ simplified: 'b', ...demanded }), []);
  assert.deepEqual(kindsOf({ simplified: 'b', ...demanded, nominees: [{ ...one, conclusion: null }] }), [
    'not_concluded',
  ]);
});

const rule: AskedBody = {
  id: 'r1',
  body: 'Cơ quan thuế',
  unitId: null,
  awardCode: null,
  awardLevel: 'centre',
  dossierKind: null,
  holderGroup: 'enterprise',
  silenceAgrees: false,
  basis: 'mẫu',
  state: 'default',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
};
const asked = {
  nomineeId: 'n1',
  awardCode: 'a',
  awardLevel: 'centre',
  dossierKind: 'merit',
  holderGroup: 'enterprise',
};
const bodies = (
  rules: readonly AskedBody[],
  more: Partial<typeof asked> = {},
  simplified: string | null = null,
  day = today,
) => bodiesToAsk(rules, { simplified, day, nominees: [{ ...asked, ...more }] }).map((found) => found.rule.body);

test('a body is asked about whom its row concerns, in its time, once', () => {
  assert.deepEqual(bodies([rule]), ['Cơ quan thuế']);
  assert.deepEqual(bodies([rule, { ...rule, id: 'r2', body: 'cơ quan thuế' }]), ['Cơ quan thuế']);
  assert.deepEqual(bodies([rule], { holderGroup: 'body' }), []);
  assert.deepEqual(bodies([rule], { awardLevel: 'province' }), []);
  assert.deepEqual(bodies([rule], {}, 'b'), []);
  assert.deepEqual(bodies([rule], {}, null, '2027-01-01'), []);
  assert.deepEqual(bodies([{ ...rule, awardCode: 'b' }]), []);
  assert.deepEqual(bodies([{ ...rule, dossierKind: 'foreign' }]), []);
});

test('only those against whom nothing speaks are concluded on together', () => {
  const plain: Plain = {
    nomineeId: 'n1',
    version: 0,
    conclusion: null,
    outcome: 'open',
    result: 'to_judge',
    flags: 0,
    duplicates: 0,
    copied: 0,
    papersMissing: 0,
    checks: {},
  };
  assert.equal(isWithoutMatter(plain), true);
  const against: readonly Partial<Plain>[] = [
    { conclusion: 'lacking' },
    { outcome: 'removed' },
    { result: 'not_met' },
    { result: null },
    { flags: 1 },
    { duplicates: 1 },
    { copied: 1 },
    { papersMissing: 1 },
    { checks: { papers: { verdict: 'to_supplement', reason: 'x' } } },
  ];
  for (const more of against) assert.equal(isWithoutMatter({ ...plain, ...more }), false, JSON.stringify(more));
});

test('what changed is told by what came and what went, whatever the order the register gives', () => {
  const facts = (more: Partial<Facts>): Facts => ({ register: {}, flags: [], ended: null, ...more });
  const [a, b] = [
    { award: 'x', year: 2024 },
    { year: 2025, award: 'x' },
  ];
  assert.deepEqual(
    changesBetween(facts({ register: { awards: [a, b] } }), facts({ register: { awards: [b, a] } })),
    [],
  );
  const swapped = { year: 2024, award: 'x' };
  assert.deepEqual(
    changesBetween(facts({ register: { awards: [a] } }), facts({ register: { awards: [swapped] } })),
    [],
  );
  assert.deepEqual(changesBetween(facts({ register: { awards: [a] } }), facts({ register: { awards: [b] } })), [
    { kind: 'added', of: 'awards', items: [b] },
    { kind: 'gone', of: 'awards', items: [a] },
  ]);
  assert.deepEqual(changesBetween(facts({ flags: ['f'] }), facts({ flags: ['g'], ended: today })), [
    { kind: 'flags', added: ['g'], gone: ['f'] },
    { kind: 'ended', on: today },
  ]);
});

test('a flag is matched only beyond doubt, and stands until it is withdrawn or over', () => {
  assert.deepEqual(matchOf(['h1'], []), { holderId: 'h1', by: 'identity' });
  assert.deepEqual(matchOf([], ['h1']), { holderId: 'h1', by: 'name' });
  assert.equal(matchOf(['h1', 'h2'], ['h1']), null);
  assert.equal(matchOf([], ['h1', 'h2']), null);
  assert.equal(matchOf([], []), null);
  const flag = { holderId: 'h1', expires: today, withdrawnAt: null };
  assert.equal(flagStateOf(flag, today), 'standing');
  assert.equal(flagStateOf(flag, '2026-06-16'), 'expired');
  assert.equal(flagStateOf({ ...flag, holderId: null }, today), 'unmatched');
  assert.equal(flagStateOf({ ...flag, withdrawnAt: new Date(0) }, '2026-06-16'), 'withdrawn');
});

test('ten working days run from the day after, over weekends and days off', () => {
  assert.equal(lastDayOf(today, 10, NO_HOLIDAYS), '2026-06-29');
  const holiday = { daysOff: new Set(['2026-06-18']), workedWeekends: new Set<string>() };
  assert.equal(lastDayOf(today, 10, holiday), '2026-06-30');
  assert.deepEqual(clockOf('2026-06-29', today, NO_HOLIDAYS), { daysLeft: 10, isOver: false });
  assert.deepEqual(clockOf('2026-06-12', today, NO_HOLIDAYS), { daysLeft: -1, isOver: true });
});

test('a receipt is read as people type it', () => {
  const receipt = receiptOf(Uint8Array.from({ length: 32 }, (_, at) => at * 7));
  assert.match(receipt, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  assert.equal(typedReceipt(` ${receipt.toLowerCase().replaceAll('-', ' ')} `), receipt);
  assert.equal(typedReceipt('ngắn'), '');
});

test('what is shown to the people ends where a sentence does', () => {
  const sentence = 'Một câu dài vừa phải để thử cách cắt thành tích công khai cho người dân đọc hết. ';
  const short = shortOf(sentence.repeat(9));
  assert.ok(short.length <= 300);
  assert.ok(short.endsWith('đọc hết.'));
  assert.equal(shortOf(' Ngắn  thôi. '), 'Ngắn thôi.');
});
