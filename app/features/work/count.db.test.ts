import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenFinding } from '../../../tests/inspections.ts';
import { at } from '../../../tests/rounds.ts';
import { inDirectiveWorld } from '../../../tests/urging.ts';
import { people } from '../../../tests/world.ts';
import { workCount } from './count.server.ts';
import { countOf, workOf } from './work.server.ts';

const now = at('2026-08-03');
const later = new Date(now.getTime() + 2_000);

test('the count beside my work is that of the page at once when something was recorded, and else after a moment', () =>
  inDirectiveWorld(async (tx) => {
    const head = people.headOfAn;
    const before = await workCount(tx, head, now);
    await givenFinding(tx);
    const after = await workCount(tx, head, now);
    assert.equal(after, before + 1);
    assert.equal(after, countOf(await workOf(tx, head, now)));
    await tx.updateTable('finding').set({ stage: 'draft' }).execute();
    assert.equal(await workCount(tx, head, now), after);
    assert.equal(await workCount(tx, head, later), countOf(await workOf(tx, head, later)));
    assert.equal(await workCount(tx, people.nobody, now), 0);
  }));
