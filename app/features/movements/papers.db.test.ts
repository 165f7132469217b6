import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, launched, ofAn, typed } from '../../../tests/movements.ts';
import { contextFor, insertWorld, people, recorded } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import { attachPaper, detachPaper, findPaper } from './papers.server.ts';

const file = { hash: 'a'.repeat(64), name: 'van-ban-mau.pdf', size: 9, mediaType: 'application/pdf' } as KeptFile;
const attach = (tx: Transaction<DB>, by: Person, movementId: string, id = newId()) =>
  attachPaper(contextFor(tx, by), { id, movementId, file });

test('a paper is attached once, read by whoever sees the movement, and taken off again', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const movementId = await launched(tx, people.headOfAn, ofAn);
    const id = newId();
    expectOk(await attach(tx, people.headOfAn, movementId, id));
    expectOk(await attach(tx, people.headOfAn, movementId));
    assert.deepEqual(
      (await filesOn(tx, { kind: 'movement', id: movementId })).map((paper) => [paper.id, paper.name]),
      [[id, file.name]],
    );
    assert.equal((await findPaper(tx, people.nobody, id))?.hash, file.hash);
    assert.equal(await findPaper(tx, stranger, id), undefined);
    const other = await detachPaper(contextFor(tx, people.headOfBinh), { id, movementId });
    assert.equal(!other.ok && other.refusal.kind, 'not_yours');
    expectOk(await detachPaper(contextFor(tx, people.headOfAn), { id, movementId }));
    assert.equal(await findPaper(tx, people.headOfAn, id), undefined);
    const kinds = (await recorded(tx)).map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(2), ['file.attached', 'file.detached']);
  }));

test('the officer attaches to a draft, not to what is launched; nobody else, and nobody else reads it', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const draft = await given(tx, people.officerOfAn, ofAn);
    const id = newId();
    expectOk(await attach(tx, people.officerOfAn, draft, id));
    assert.deepEqual(await attach(tx, people.officerOfBinh, draft), { ok: false, refusal: { kind: 'not_there' } });
    assert.equal(await findPaper(tx, people.officerOfBinh, id), undefined);
    const kept = { ...ofAn, typed: typed({ visibility: 'restricted', scope: ['village'] }) };
    const running = await launched(tx, people.headOfAn, kept);
    const late = await attach(tx, people.officerOfAn, running);
    assert.equal(!late.ok && late.refusal.kind, 'not_yours');
    const own = newId();
    expectOk(await attach(tx, people.headOfAn, running, own));
    assert.equal(await findPaper(tx, people.officerOfBinh, own), undefined);
    assert.equal((await findPaper(tx, people.officerOfAn, own))?.name, file.name);
  }));
