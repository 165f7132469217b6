/** The book in the tables says what the product's files say, and nothing that people added is overwritten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { ROWS } from '../../../../tests/award-cases.ts';
import { inRollback } from '../../../../tests/database.ts';
import { contextFor, insertWorld, people, system } from '../../../../tests/world.ts';
import { expectOk } from '../../../kernel/result.ts';
import { answerOf } from '../standards/answer.ts';
import { evaluateStandards } from '../standards/evaluate.ts';
import { readCase } from '../standards/read-case.ts';
import { RULE_BOOK } from '../standards/rule-book.ts';
import { WORDS } from '../standards/text.ts';
import { baseSalaryOn, bonusOf, voteOf } from './law-book.ts';
import { awardFacts, ruleBook } from './law-book.server.ts';
import { loadLaw } from './prepare.server.ts';
import { PRODUCT_PROVISIONS } from './product.ts';

test('all recorded cases are answered by the tables as by the files', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const loaded = expectOk(await loadLaw(contextFor(tx, system), PRODUCT_PROVISIONS));
    assert.deepEqual(loaded, { added: PRODUCT_PROVISIONS.length, renewed: 0, left: 0 });
    const book = await ruleBook(tx);
    const answers = (of: typeof RULE_BOOK) =>
      ROWS.map(({ input }) => {
        const one = expectOk(readCase(input));
        return answerOf(one, evaluateStandards(of, one), WORDS);
      });
    assert.deepEqual(answers(book), answers(RULE_BOOK));
    assert.equal(await ruleBook(tx), book);
  });
});

test('loading twice is loading once; what a release says otherwise becomes a version, the old one stays', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const setup = contextFor(tx, system);
    await loadLaw(setup, PRODUCT_PROVISIONS);
    assert.deepEqual(expectOk(await loadLaw(setup, PRODUCT_PROVISIONS)), { added: 0, renewed: 0, left: 0 });
    const release = PRODUCT_PROVISIONS.map((one) =>
      one.kind === 'vote' && one.award === 'chien-si-thi-dua-tinh'
        ? { ...one, content: { ...one.content, atLeastPercent: 85 } }
        : one,
    );
    assert.deepEqual(expectOk(await loadLaw(setup, release)), { added: 0, renewed: 1, left: 0 });
    const book = await ruleBook(tx);
    assert.equal(voteOf(book, 'chien-si-thi-dua-tinh', '2026-06-01')?.content.atLeastPercent, 85);
    assert.deepEqual(expectOk(await loadLaw(setup, release)), { added: 0, renewed: 0, left: 0 });
    const before = await ruleBook(tx, { knownAt: new Date('2026-06-01T00:00:00Z') });
    assert.equal(voteOf(before, 'chien-si-thi-dua-tinh', '2026-06-01')?.content.atLeastPercent, 90);
  });
});

test('a release leaves alone what people put in the place of its own', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const setup = contextFor(tx, system);
    await loadLaw(setup, PRODUCT_PROVISIONS);
    await sql`insert into provision (id, kind, award_code, valid_from, article, source, state, content, replaces, stage, reason,
        created_by, created_at, decided_by, decided_at)
      select '0199aaaa-0000-7000-8000-000000000001', kind, award_code, valid_from, '7', '12/2026/QĐ-UBND', 'read',
        '{"atLeastPercent": 70, "secret": true}', id, 'confirmed', 'Quy định mẫu', ${people.appraiser.personId}, now(),
        ${people.decidingAuthority.personId}, now()
      from provision where kind = 'vote' and award_code = 'chien-si-thi-dua-tinh'`.execute(tx);
    const release = PRODUCT_PROVISIONS.map((one) =>
      one.kind === 'vote' ? { ...one, content: { ...one.content, atLeastPercent: 85 } } : one,
    );
    const done = expectOk(await loadLaw(setup, release));
    assert.equal(done.left, 1);
    const book = await ruleBook(tx);
    assert.equal(voteOf(book, 'chien-si-thi-dua-tinh', '2026-06-01')?.content.atLeastPercent, 70);
    assert.equal(voteOf(book, 'co-thi-dua-tinh', '2026-06-01')?.content.atLeastPercent, 85);
  });
});

test('facts by day: nothing before a text is in force or after it lapses, and what amended it since is said', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    await loadLaw(contextFor(tx, system), PRODUCT_PROVISIONS);
    const book = await ruleBook(tx);
    const bonus = (on: string) => bonusOf(book, 'bang-khen-tinh', 'household', on)?.content.coefficient;
    assert.deepEqual(['2025-06-30', '2025-07-01', '2027-02-28', '2027-03-01'].map(bonus), [
      undefined,
      '2.25',
      '2.25',
      undefined,
    ]);
    const salary = (on: string) => baseSalaryOn(book, on)?.content.amount;
    assert.deepEqual(['2024-06-30', '2026-06-30', '2026-07-01'].map(salary), [undefined, 2_340_000, 2_530_000]);
    const facts = await awardFacts(tx, 'chien-si-thi-dua-toan-quoc', { on: '2026-11-01', year: 2026 });
    assert.equal(facts.papers?.amendedBy?.code, 'luat-06-2026-qh16');
    assert.equal(facts.vote?.amendedBy, undefined);
    assert.deepEqual(facts.publicList?.content, { workingDays: 10, unlessSimplified: true });
    assert.equal(facts.papers?.content.length, 7);
    const later = await awardFacts(tx, 'chien-si-thi-dua-toan-quoc', { on: '2027-03-01', year: 2026 });
    assert.deepEqual([later.vote, later.papers?.content.length, later.terms], [undefined, 5, undefined]);
  });
});
