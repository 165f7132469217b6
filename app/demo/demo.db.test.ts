import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { stranger } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { reactions } from '../reactions.server.ts';
import { readConfig } from '../platform/config.server.ts';
import { createDatabase } from '../platform/db.server.ts';
import { openStore } from '../platform/files/store.server.ts';
import { productRoot } from '../platform/root.server.ts';
import { createSeal } from '../platform/seal.server.ts';
import type { Services } from '../platform/services.server.ts';
import { verifyRecord } from '../platform/verify-record.server.ts';
import { prepareDirective } from '../features/directive/prepare.server.ts';
import { prepareMovement } from '../features/movements/prepare.server.ts';
import { demoPassword, listDemoAccounts } from '../features/identity/demo-accounts.server.ts';
import { signIn } from '../features/identity/sign-in/sign-in.server.ts';
import { STATUSES } from '../features/indicators/indicator.ts';
import { unitStandings } from '../features/overview/unit-standing.server.ts';
import { listMovements } from '../features/movements/list.server.ts';
import { findAlike } from '../features/initiatives/alike.server.ts';
import { listDocuments } from '../features/library/reading.server.ts';
import { listInitiatives } from '../features/initiatives/list.server.ts';
import { listPlans } from '../features/plans/list.server.ts';
import { countStatuses } from '../features/overview/standing.ts';
import { provinceStandings } from '../features/overview/standing.server.ts';
import { findConsolidation, listConsolidations } from '../features/consolidation/list.server.ts';
import { findRound, listRounds } from '../features/rounds/list.server.ts';
import { changesOf } from '../features/rounds/round-choices.server.ts';
import { listPapers } from '../features/secrecy/list.server.ts';
import { findSnapshot, listSnapshots } from '../features/snapshots/list.server.ts';
import type { TestDatabase } from '../../tests/database.ts';
import { freshDatabase } from '../../tests/database.ts';
import { assertCentre } from '../../tests/demo-centre.ts';
import { assertBlocks, assertJudged, assertLeaders } from '../../tests/demo-evaluation.ts';
import { fillDemo, readStory } from './fill.server.ts';

const today = '2026-11-23';
let database: TestDatabase;
let services: Services;

before(async () => {
  database = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
  services = {
    config: readConfig({ DEMO: '1', DATA_DIR: dataDir }, productRoot()),
    db: createDatabase(database.appUrl, { max: 8 }),
    jobs: { send: async () => undefined },
    files: openStore({ s3: undefined, dataDir }),
    seal: createSeal(Buffer.alloc(32, 7)),
    reactions,
    clock: () => new Date(`${today}T03:00:00.000Z`),
  };
  await prepareDirective(services);
  await prepareMovement(services);
  assert.equal(await fillDemo(services), true);
});

after(async () => {
  await services.db.destroy();
  await database.drop();
});

test('indicators stand everywhere from achieved to off track, and some have no data', async () => {
  const standings = await provinceStandings(services.db, { today, known: undefined });
  const counts = countStatuses(standings.map(({ evaluation }) => evaluation));
  assert.deepEqual(counts, { achieved: 3, on_track: 17, at_risk: 6, off_track: 6, no_data: 5 });
});

test('values wait at every stage of their way, and some were corrected', async () => {
  const rows = await services.db
    .selectFrom('actual')
    .select((eb) => ['stage', eb('superseded_at', 'is not', null).as('superseded'), eb.fn.countAll<number>().as('n')])
    .groupBy(['stage', 'superseded'])
    .execute();
  const of = (stage: string, superseded: boolean | number = false) =>
    rows.find((row) => row.stage === stage && row.superseded === superseded)?.n ?? 0;
  for (const stage of ['entered', 'submitted', 'returned']) assert.ok(of(stage) >= 10, stage);
  assert.ok(of('verified') > 3000);
  assert.ok(of('verified', true) >= 10);
});

test('what was known half a year ago is less than what is known now', async () => {
  const then = await provinceStandings(services.db, { today, known: '2026-06-01' });
  const counts = countStatuses(then.map(({ evaluation }) => evaluation));
  assert.ok(counts.no_data > 20, JSON.stringify(counts));
});

test('figures were frozen for a review on what was known then', async () => {
  const by = { kind: 'system', name: 'job' } as const;
  const [taken] = await listSnapshots(services.db, by);
  const found = await findSnapshot(services.db, by, taken?.id ?? '');
  assert.equal(found?.asOf, '2026-11-01');
  assert.equal(found?.isWhole, true);
  const values = found?.content.indicators.flatMap(({ sheet }) => sheet.values) ?? [];
  assert.ok(values.length > 3000);
  assert.ok(values.every(({ known }) => (known ?? '9') <= '2026-11-01'));
});

test('people find messages of what was sent back, told as it was then, and some not yet read', async () => {
  const told = await services.db.selectFrom('message').select(['facts', 'read_at', 'created_at']).execute();
  const returned = told.filter(({ facts }) => (facts as { readonly stage?: string }).stage === 'returned');
  assert.ok(returned.length >= 5, String(returned.length));
  assert.ok(told.some(({ read_at }) => read_at === null));
  const old = told.filter(({ created_at }) => created_at < new Date('2026-10-01'));
  assert.deepEqual(
    old.filter(({ read_at }) => read_at === null),
    [],
  );
});

test('most units pledged, some did not, and everything made up says that it is', async () => {
  const { db } = services;
  const pledged = await db.selectFrom('pledge').select('unit_id').distinct().execute();
  const units = await db.selectFrom('unit').select('id').where('takes_part', '=', true).execute();
  assert.ok(pledged.length > 70 && pledged.length < units.length);
  const sources = await db.selectFrom('actual').select('source').distinct().execute();
  const { source, basis } = await readStory(services);
  assert.deepEqual(sources, [{ source }]);
  assert.deepEqual(await db.selectFrom('assigned_target').select('basis').distinct().execute(), [{ basis }]);
  const named = await db
    .selectFrom('person')
    .select('full_name')
    .where('full_name', 'not like', 'Người Mẫu %')
    .execute();
  assert.deepEqual(named, []);
});

test('movements stand at the start, in the middle and at the end of their way, and somebody has yet to receive', async () => {
  const { rows } = await listMovements(services.db, { kind: 'system', name: 'job' }, {});
  const stood = rows.map(({ stage, inScope, received, parentId }) => [
    stage,
    inScope === 0 ? 'own' : received < inScope && received > inScope / 2,
    parentId !== null,
  ]);
  assert.deepEqual(stood, [
    ['launched', true, false],
    ['launched', true, false],
    ['launched', 'own', true],
    ['launched', true, false],
    ['concluded', true, false],
  ]);
});

test('of the rounds of reports two are over, one is nearly in, some late, some sent back; one is filling, the cast still owe it', async () => {
  const by = { kind: 'system', name: 'job' } as const;
  const { rows } = await listRounds(services.db, by, { today });
  const [open, past] = rows;
  const periods = rows.map(({ period, stage }) => `${period ?? ''} ${stage}`);
  assert.deepEqual(periods, ['2026-10 open', '2026-Q3 open', '2026-Q2 closed', '2026-Q1 closed']);
  assert.equal(past?.counts.exempt, 1);
  assert.ok(open && open.dueOn > open.firstDay && (await changesOf(services.db, open.id)).length === 1);
  assert.ok(past && past.counts.sent > 100 && past.counts.sentLate > 10 && past.counts.overdue > 3);
  assert.ok(past.counts.received < past.counts.sent && past.counts.received > 80);
  assert.ok(open && open.counts.sent > 20 && open.counts.sent < 60 && open.counts.overdue === 0);
  const round = await findRound(services.db, by, { id: open.id, today });
  const { cast } = await readStory(services);
  const played = new Set(cast.filter(({ role }) => role === 'officer').map(({ unit }) => unit));
  const owing = (round?.units ?? []).filter(({ code }) => played.has(code)).map(({ standing }) => standing);
  assert.deepEqual(new Set(owing), new Set(['waiting']));
});

test('last quarter is consolidated and partly edited, and a report of a scheme waits to be signed', async () => {
  const { rows } = await listConsolidations(services.db, { kind: 'system', name: 'job' }, {});
  assert.deepEqual(
    rows.map(({ kind, stage }) => [kind, stage]),
    [
      ['round', 'draft'],
      ['scheme', 'frozen'],
    ],
  );
  const one = await findConsolidation(services.db, { kind: 'system', name: 'job' }, rows[0]?.id ?? '');
  const edited = one?.parts.find(({ edited: count }) => count > 0);
  assert.ok(edited && edited.annex > 50, JSON.stringify(one?.parts));
});

test('plans stand on every stage of their way, some late, one in its second edition, and some units have none', async () => {
  const by = { kind: 'system', name: 'job' } as const;
  const { rows } = await listPlans(services.db, by, { today, size: 200 });
  const of = (stage: string) => rows.filter((plan) => plan.stage === stage);
  for (const stage of ['submitted', 'returned', 'draft']) assert.ok(of(stage).length > 0, stage);
  const approved = of('approved');
  assert.ok(approved.length > 40 && approved.length < 80, String(approved.length));
  assert.deepEqual(
    approved.filter(({ edition }) => edition > 1).map(({ edition }) => edition),
    [2],
  );
  const late = approved.filter(({ standing }) => standing.lateTasks + standing.lateMilestones > 0);
  assert.ok(late.length > 5 && late.length < approved.length, String(late.length));
  assert.ok(approved.some(({ standing }) => standing.behindTasks > 0));
});

test('initiatives stand on every step of their way, some taken over by others, one pair alike, one panel unfinished', async () => {
  const by = { kind: 'system', name: 'job' } as const;
  const { rows } = await listInitiatives(services.db, by, { size: 50 });
  const stages = Map.groupBy(rows, ({ stage }) => stage);
  for (const stage of ['draft', 'submitted', 'returned', 'province_review', 'refused'] as const)
    assert.ok(stages.has(stage), stage);
  assert.ok((stages.get('recognised') ?? []).length >= 5);
  const adopted = rows.filter(({ adoptions }) => adoptions > 0);
  assert.equal(adopted.length, 2);
  const second = rows.find(({ title }) => title.includes('nhóm tình nguyện số'));
  assert.ok(second);
  const [near] = await findAlike(services.db, by, second);
  assert.deepEqual([near?.other.title.includes('tổ công nghệ số'), near?.judgement?.verdict], [true, 'continues']);
});

test('last year is judged to the end, the first two parted by the rule; this year has cards on every step', () =>
  assertJudged(services));

test('who leads by the frozen result is a candidate in commendation, with the reason and each clause of the standard', () =>
  assertLeaders(services, today));

test('blocks have a lead and deputies, a pact signed by all, one that waits and is declined, and a meeting with its minutes', () =>
  assertBlocks(services));

test('of two papers handled off the system one was received and one waits for the commune; each has a number and no more', async () => {
  const { rows } = await listPapers(services.db, { kind: 'system', name: 'job' }, {});
  assert.deepEqual(
    rows.map(({ number, receivedOn, schemeCode }) => [number, receivedOn !== null, schemeCode]),
    [
      ['002/CV-MAU', false, 'DA-17'],
      ['001/BC-MAU', true, 'DA-17'],
    ],
  );
  assert.equal(rows[0]?.receiver, rows[1]?.sender);
});

test('the library has guidance that another replaced and a form to take away, all of it made up', async () => {
  const by = { kind: 'system', name: 'job' } as const;
  const rows = await listDocuments(services.db, by, { words: 'mau' });
  assert.deepEqual(
    rows.map(({ title, file, changes }) => [title.slice(0, 12), file?.name, changes.map(({ number }) => number)]),
    [
      ['Biểu mẫu mẫu', 'bieu-mau-mau.pdf', []],
      ['Hướng dẫn mẫ', undefined, ['02/HD-MAU']],
      ['Hướng dẫn mẫ', undefined, []],
    ],
  );
});

test('of what goes to the centre one package is whole and waits, one was sent, received and answered', () =>
  assertCentre(services, today));

test('everybody of the cast can be played with the common password', async () => {
  const accounts = await listDemoAccounts(services);
  const { cast } = await readStory(services);
  assert.deepEqual(
    accounts.map(({ username, role }) => ({ username, role })),
    cast.map(({ username, role }) => ({ username, role })),
  );
  const edge = { services, actor: stranger, via: 'web', address: '192.0.2.1' } as const;
  const typed = { username: accounts[0]?.username ?? '', password: demoPassword };
  const entered = expectOk(await signIn(edge, typed, { agent: null, oldToken: undefined }));
  assert.deepEqual({ ...entered, token: '' }, { kind: 'signed_in', token: '', needsSecondFactor: false });
});

test('an ordinary installation names no account and no password', async () => {
  const config = { ...services.config, isDemo: false };
  assert.deepEqual(await listDemoAccounts({ ...services, config }), []);
});

test('the record of the whole year verifies, and filling again changes nothing', async () => {
  const proof = await verifyRecord(services.db);
  assert.equal(proof.broken, null);
  assert.equal(await fillDemo(services), false);
  assert.equal((await verifyRecord(services.db)).entries, proof.entries);
});

test('communes stand everywhere too, most of them on the path', async () => {
  const { units } = await unitStandings(services.db, { today, known: undefined });
  const communes = units.filter(({ kind }) => kind === 'commune');
  const counts = countStatuses(communes);
  assert.equal(communes.length, 99);
  for (const status of STATUSES) assert.ok(counts[status] > 0, JSON.stringify(counts));
  assert.ok(counts.on_track > 25, JSON.stringify(counts));
});
