import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDesk } from '../../../tests/desk.ts';
import { people } from '../../../tests/world.ts';
import { loadActor } from '../identity/session/load-actor.server.ts';
import { administratorAt } from '../identity/session/administrator.server.ts';
import { shaperAt } from './gate.server.ts';

const desk = await openDesk();
after(desk.leave);

const request = new Request('http://localhost/quan-tri/don-vi?trang=2');

/** Where the page sends a person, or the number it answers with. */
async function answerTo(accountId: string, gate: typeof shaperAt): Promise<string> {
  const loaded = await loadActor(desk.services.db, accountId, { hasSecondFactor: false });
  try {
    gate(desk.edge(loaded!.actor), request);
    return 'shown';
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.headers.get('location') ?? String(thrown.status);
    return String((thrown as { init?: { status?: number } }).init?.status);
  }
}

const toFactor = '/tai-khoan/xac-thuc-hai-lop?toi=%2Fquan-tri%2Fdon-vi%3Ftrang%3D2';

test('an administrator whose role sleeps is sent to the second factor, and back to the page', async () => {
  assert.equal(await answerTo(people.administratorOfAn.accountId, shaperAt), toFactor);
  assert.equal(await answerTo(people.administratorOfAn.accountId, administratorAt), toFactor);
});

test('whoever is no administrator is refused as before', async () => {
  assert.equal(await answerTo(people.officerOfAn.accountId, shaperAt), '403');
  assert.equal(await answerTo(people.officerOfAn.accountId, administratorAt), '404');
});
