import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi } from '../../../tests/api.ts';
import type { Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { given, indicators, insertIndicators, sent, verified } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';

let desk: Desk;
let api: Served;
before(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  await desk.services.db.transaction().execute(async (tx) => {
    const of2026 = { indicatorCode: indicators.proven, unitId: units.province };
    const early = new Date('2026-06-01T02:00:00Z');
    const byProvince = { ...people.headOfAn, holdings: people.decidingAuthority.holdings };
    const officer = { ...byProvince, holdings: [{ holdingId: 'x', role: 'officer', unitId: units.province }] } as const;
    await tx
      .updateTable('indicator')
      .set({ evidence_required: false })
      .where('code', '=', of2026.indicatorCode)
      .execute();
    await given(
      tx,
      { ...of2026, by: officer, period: '2026', value: '41,5', at: early },
      ['submit', officer],
      verified,
    );
    await given(tx, { value: '7', period: '2026-04' }, sent, verified);
    await given(tx, { value: '123456', period: '2026-05' }, sent);
  });
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const read = async (path: string) => api.call(`/api/v1/indicators${path}`);

test('the latest verified value of the province stands with its period, exactly', async () => {
  const answer = await read(`/${indicators.proven}`);
  assert.deepEqual(breaches('get', '/indicators/{code}', answer), []);
  assert.deepEqual(answer.json?.['latest'], { value: 41.5, period: '2026' });
  assert.deepEqual(answer.json?.['points'], [{ period: '2026', value: 41.5, complete: true }]);
});

test('as known on a day before it was verified, it is not there', async () => {
  const on = async (day: string) => (await read(`/${indicators.proven}?knownOn=${day}`)).json?.['latest'];
  assert.equal(await on('2026-05-31'), null);
  assert.deepEqual(await on('2026-06-01'), { value: 41.5, period: '2026' });
});

test('what is not verified counts nowhere and is told to nobody', async () => {
  const { text } = await read('');
  assert.doesNotMatch(text, /123456|123\.456/);
  const one = await read(`/${indicators.amount}`);
  assert.doesNotMatch(one.text, /123456|123\.456|2026-05/);
});

test('the public is not told which units are missing or what one of them reported', async () => {
  const { text } = await read(`/${indicators.amount}`);
  assert.doesNotMatch(text, /Mẫu (An|Bình|Chi)|mau-(an|binh|chi)/);
});

test('a filter leaves what it names', async () => {
  const codes = async (query: string) =>
    ((await read(query)).json as { items: readonly { code: string }[] }).items.map(({ code }) => code);
  assert.deepEqual(await codes('?field=xa_hoi'), [indicators.share]);
  assert.deepEqual(await codes('?field=xa_hoi&status=achieved'), []);
  assert.equal((await read('?field=nothing')).status, 400);
});
