import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inWorld, made, opened, refusalOf } from '../../../../tests/rounds.ts';
import { contextFor, people, recorded } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { stranger } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { arrangeSection, createForm, nameForm, saveSection } from './editing.server.ts';
import { formPage, latestForms, listForms, sectionsOf } from './forms.server.ts';
import { moveForm, reviseForm } from './moving.server.ts';

const appraiser = (tx: Transaction<DB>) => contextFor(tx, people.appraiser);
const typed = (heading: string, kind = 'narrative') => ({
  fields: { loai: kind, 'tieu-de': heading },
  groups: [],
  indicators: [],
});
async function begun(tx: Transaction<DB>, from: string | null = null): Promise<string> {
  const id = newId();
  expectOk(await createForm(appraiser(tx), { id, name: 'Mẫu thử', from }));
  return id;
}
const headings = async (tx: Transaction<DB>, id: string) => (await sectionsOf(tx, id)).map(({ heading }) => heading);
const versionOf = async (tx: Transaction<DB>, id: string) => (await formPage(tx, people.appraiser, id))?.version ?? 0;
async function add(tx: Transaction<DB>, formId: string, heading: string) {
  const version = await versionOf(tx, formId);
  expectOk(await saveSection(appraiser(tx), { formId, version, position: null, typed: typed(heading) }));
}

test('a form is begun, its sections made, moved and taken out, then published; nothing of it changes after', async () => {
  await inWorld(async (tx) => {
    const id = await begun(tx);
    assert.equal(refusalOf(await moveForm(appraiser(tx), { formId: id, version: 1, move: 'publish' })), 'form_empty');
    for (const heading of ['Một', 'Hai', 'Ba']) await add(tx, id, heading);
    const change = { formId: id, version: 4, position: 2, typed: typed('Hai mới', 'plans') };
    expectOk(await saveSection(appraiser(tx), change));
    expectOk(await arrangeSection(appraiser(tx), { formId: id, version: 5, position: 3, way: 'up' }));
    expectOk(await arrangeSection(appraiser(tx), { formId: id, version: 6, position: 1, way: 'out' }));
    assert.deepEqual(await headings(tx, id), ['Ba', 'Hai mới']);
    expectOk(await nameForm(appraiser(tx), { formId: id, version: 7, name: 'Mẫu đã đặt tên' }));
    assert.equal(
      (await latestForms(tx)).some((form) => form.id === id),
      false,
    );
    expectOk(await moveForm(appraiser(tx), { formId: id, version: 8, move: 'publish' }));
    assert.equal((await latestForms(tx)).find((form) => form.id === id)?.name, 'Mẫu đã đặt tên');
    assert.equal(refusalOf(await saveSection(appraiser(tx), { ...change, version: 9 })), 'wrong_stage');
    for (const attempt of [
      sql`update report_form set name = 'x' where id = ${id}`,
      sql`update report_section set heading = 'x' where form_id = ${id}`,
      sql`insert into report_section (form_id, position, place, kind, heading) values (${id}, 50, 50, 'narrative', 'x')`,
    ]) {
      await sql`savepoint attempt`.execute(tx);
      await assert.rejects(attempt.execute(tx));
      await sql`rollback to savepoint attempt`.execute(tx);
    }
    const kinds = new Set((await recorded(tx)).map(({ kind }) => kind));
    assert.deepEqual([...kinds], ['report_form.created', 'report_form.changed', 'report_form.moved']);
  });
});

test('the next edition copies the last, keeps the numbers of sections, and a new section gets one that was never used', async () => {
  await inWorld(async (tx) => {
    const [standard] = await latestForms(tx);
    assert.ok(standard);
    const on = { formId: standard.id, version: 1 };
    const id = newId();
    expectOk(await reviseForm(appraiser(tx), { ...on, newId: id }));
    assert.equal(expectOk(await reviseForm(appraiser(tx), { ...on, newId: newId() })).id, id);
    assert.deepEqual(await headings(tx, id), await headings(tx, standard.id));
    expectOk(await arrangeSection(appraiser(tx), { formId: id, version: 1, position: 15, way: 'out' }));
    await add(tx, id, 'Mục mới');
    assert.equal((await sectionsOf(tx, id)).at(-1)?.position, 18);
    const form = await formPage(tx, people.appraiser, id);
    assert.deepEqual([form?.edition, form?.isDefault, form?.editions.length], [4, false, 4]);
    expectOk(await moveForm(appraiser(tx), { formId: id, version: 3, move: 'withdraw' }));
    assert.equal(await formPage(tx, people.appraiser, id), undefined);
    expectOk(await reviseForm(appraiser(tx), { ...on, newId: newId() }));
  });
});

test('who may not make forms is refused; of two who edit one, the second is told; the same request twice is one form', async () => {
  await inWorld(async (tx) => {
    const id = await begun(tx);
    const again = { id, name: 'Mẫu thử', from: null };
    expectOk(await createForm(appraiser(tx), again));
    for (const by of [
      people.officerOfAn,
      people.headOfAn,
      people.administrator,
      people.decidingAuthority,
      people.nobody,
    ]) {
      assert.equal(refusalOf(await createForm(contextFor(tx, by), { ...again, id: newId() })), 'not_yours');
      const named = nameForm(contextFor(tx, by), { formId: id, version: 1, name: 'Khác' });
      assert.equal(refusalOf(await named), 'not_there');
    }
    await add(tx, id, 'Một');
    const late = { formId: id, version: 1, position: null, typed: typed('Muộn') };
    assert.deepEqual(await saveSection(appraiser(tx), late), { ok: false, refusal: { kind: 'lost_race', current: 2 } });
    assert.equal(refusalOf(await nameForm(appraiser(tx), { formId: id, version: 2, name: 'Đề án 97' })), 'form_wrong');
    const unknown = { formId: id, version: 2, position: 99, way: 'up' } as const;
    assert.equal(refusalOf(await arrangeSection(appraiser(tx), unknown)), 'not_there');
  });
});

test('what is being made is known to the appraising body alone; what is published, to whoever is signed in', async () => {
  await inWorld(async (tx) => {
    const id = await begun(tx);
    const token = { ...people.appraiser, scopes: ['pledges:read'] } as const;
    for (const actor of [people.officerOfAn, people.auditor, people.nobody, stranger, token])
      assert.equal(await formPage(tx, actor, id), undefined);
    assert.equal((await listForms(tx, people.officerOfAn)).length, 1);
    assert.equal((await listForms(tx, people.appraiser)).length, 2);
    assert.equal((await listForms(tx, stranger)).length, 0);
    await made(tx);
    await opened(tx);
    const rounds = async (by: Person) => (await listForms(tx, by)).find(({ isDefault }) => isDefault)?.rounds;
    assert.deepEqual([await rounds(people.officerOfAn), await rounds(people.appraiser)], [1, 2]);
  });
});
