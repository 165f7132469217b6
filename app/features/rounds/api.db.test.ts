import assert from 'node:assert/strict';
import { test } from 'node:test';
import { move, inWorld, opened, pageOfAn, refusalOf, write, an } from '../../../tests/rounds.ts';
import { contextFor, people, today } from '../../../tests/world.ts';
import type { Person, Scope } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { answerReport, textsIn } from './api-answer.server.ts';
import { findRound } from './list.server.ts';
import { writeReport } from './reports.server.ts';

const token = (person: Person, ...scopes: Scope[]): Person => ({ ...person, scopes });

test('a token that may read reports reads what its person may; another reads nothing', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.officerOfAn, id, 0));
    const seen = async (actor: Person) => (await findRound(tx, actor, { id, today }))?.units.map(({ code }) => code);
    assert.deepEqual(await seen(token(people.officerOfAn, 'reports:read')), ['mau-an']);
    assert.equal(await seen(token(people.officerOfAn, 'pledges:read')), undefined);
    const page = await pageOfAn(tx, token(people.officerOfAn, 'reports:read'), id);
    assert.ok(page && textsIn(page).some(({ body }) => body === 'Đã làm'));
    assert.equal(answerReport(page).draft?.length, textsIn(page).length);
    const other = await pageOfAn(tx, token(people.appraiser, 'reports:read'), id);
    assert.equal(other && answerReport(other).draft, null);
  });
});

test('by a token a draft is written, never presented, signed or decided on', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const all = ['reports:read', 'reports:write'] as const;
    const by = (person: Person, ...scopes: Scope[]) => contextFor(tx, token(person, ...scopes));
    const command = { ...an(id), version: 0, typed: () => 'Đã làm' };
    assert.equal(refusalOf(await writeReport(by(people.officerOfAn, 'reports:read'), command)), 'not_scoped');
    expectOk(await writeReport(by(people.officerOfAn, ...all), command));
    for (const way of ['present', 'sign'] as const)
      assert.equal(refusalOf(await move(tx, [token(people.headOfAn, ...all)], id, 1, way)), 'not_scoped');
    expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
    for (const way of ['receive', 'return'] as const)
      assert.equal(refusalOf(await move(tx, [token(people.appraiser, ...all)], id, 2, way, 'x')), 'not_scoped');
  });
});
