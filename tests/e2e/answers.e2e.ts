/**
 * Everywhere, as everybody: every route and every operation of the API, read and sent to. Nobody meets a fault, an English
 * word or a row that is not theirs; and rows that are hidden change not one byte of what those who may not know them read.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createApiToken } from '../../app/features/identity/tokens/api-tokens.server.ts';
import { scopes } from '../../app/kernel/actor.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { people as cast0 } from '../world.ts';
import type { PersonName } from '../world.ts';
import { apiAddresses } from './api-addresses.ts';
import { addressesOf, asking, patterns, views } from './addresses.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage, Who } from './browser.ts';
import { openStage } from './browser.ts';
import type { Cast } from './cast.ts';
import { councilNames, insertCast } from './cast.ts';
import { englishIn } from './check.ts';
import { neverWrong, typedForms, wrongForms } from './forms.ts';
import { as } from './plant.ts';
import { seatedIn } from './plant-council.ts';
import type { Answer, SentForm } from './reading.ts';
import { ask, inLanes, isPage, postForms, spoken } from './reading.ts';
import type { Planted } from './planted.ts';
import { plantHidden, plantVerified } from './planted.ts';
import type { Zone } from './zones.ts';
import { zones } from './zones.ts';

const people = [...(Object.keys(cast0) as PersonName[]), ...councilNames] as const;
const everybody: readonly Who[] = [...people, 'stranger'];
/** Whoever may know nothing of what is hidden. */
const outsiders = ['stranger', 'nobody', 'officerOfAn'] as const;
/** Who sends empty forms everywhere: one of each kind of right. */
const senders = ['stranger', 'officerOfBinh', 'appraiser', 'administrator'] as const;

let app: App;
let stage: Stage;
let cast: Cast;
let planted: Planted;
let pages: readonly string[];
/** Each address as it was while nothing hidden stood there, and as it is. */
let twins: readonly (readonly [was: string, now: string])[];
/** The route of an address. */
let routeOf: ReadonlyMap<string, string>;
let plantedAt = 0;
const before0 = new Map<string, string>();
const cookies = new Map<Who, string>();
const tokens = new Map<Who, string>();

before(async () => {
  app = await openApp({ TRUST_PROXY: '1' });
  // On a busy machine somebody's turn comes after they may have been idle for so long.
  const idle = ['idle_minutes', 'idle_minutes_administrator'].map((key) => ({ key, value: '480' }));
  await app.db.insertInto('setting').values(idle).execute();
  cast = await insertCast(app);
  stage = await openStage(app);
  for (const who of outsiders) await enter(who);
  const verified = await plantVerified(app, cast);
  // What is not planted yet stands nowhere.
  const none = (name: PropertyKey) =>
    name === 'entry' || name === 'answerEntry' ? '0' : '00000000-0000-7000-8000-00000000dead';
  const nothing = new Proxy(verified as Planted, {
    get: (open, name) => Reflect.get(open, name) ?? none(name),
  });
  const empty = addressesIn(nothing);
  const seen = outsiders.flatMap((who) => [...new Set(empty)].map((path) => ({ who, path })));
  await inLanes(seen, async ({ who, path }) => void before0.set(`${who} ${path}`, steady(path, await get(who, path))));
  planted = { ...verified, ...(await plantHidden(app, cast, verified)) };
  plantedAt = Date.now();
  const full = addressesIn(planted);
  pages = [...new Set(full)];
  twins = full.map((now, at) => [empty[at] ?? now, now]);
  routeOf = new Map(patterns().flatMap((at) => addressesOf(at, cast, planted).map((path) => [path, `/${at}`])));
  for (const who of everybody) if (!cookies.has(who)) await enter(who);
});

/** Signed in, with a token of the API: both stand on pages of their own. */
async function enter(who: Who): Promise<void> {
  cookies.set(who, await stage.cookieOf(who));
  const person = people.find((name) => name === who);
  if (person) tokens.set(who, await tokenOf({ ...cast.people, ...seatedIn(cast) }[person]));
}

const addressesIn = (there: Planted): readonly string[] => [
  ...patterns().flatMap((each) => addressesOf(each, cast, there)),
  ...views(),
  ...asking(there),
];

after(async () => {
  await stage.close();
  await app.close();
});

const get = (who: Who, path: string) => ask(app.url, path, { cookie: cookies.get(who) ?? '' });

const tokenOf = (person: Person): Promise<string> =>
  as(app, person, (context) => createApiToken(context, person, { name: 'walk', scopes: [...scopes], days: 30 }));

/** What changes by itself: the address asked, identifiers minted for a form, moments. */
function steady(path: string, { status, text }: Answer): string {
  // A PDF is packed with the moment it was made.
  if (text.includes('\n%PDF-')) return `${status}\nPDF`;
  return `${status}\n${text}`
    .replaceAll(encodeURIComponent(path), 'PATH')
    .replaceAll(path === '/' ? 'PATH' : path, 'PATH')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/\d\d:\d\d(:\d\d)?( |, | ngày )\d\d\/\d\d\/\d{4}/g, 'MOMENT')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT')
    .replaceAll(/[\w-]{40,}/g, 'TOKEN')
    .replaceAll(/name="luc" value="[^"]*"/g, 'STAMP')
    .replaceAll(/data:image\/svg\+xml[^"]*/g, 'QR');
}

/** A search tells back what was searched for; that is no answer. */
function withoutEcho(at: string, text: string): string {
  const asked = [...new URLSearchParams(at.split('?')[1] ?? '').values()].filter((value) => value.length > 2);
  return asked.reduce((left, value) => left.replaceAll(value, '').replaceAll(encodeURIComponent(value), ''), text);
}

/** Most pages say none of the words: asked for once together, they are looked for one by one only where there are some. */
const anyZone = new RegExp(
  Object.values(zones)
    .map(({ words }) => words.source)
    .join('|'),
);

function zonesIn(text: string): readonly Zone[] {
  if (!anyZone.test(text)) return [];
  return (Object.keys(zones) as Zone[]).filter((zone) => zones[zone].words.test(text));
}

function faultsOf(who: Who, at: string, answer: Answer): readonly string[] {
  const leaked = zonesIn(withoutEcho(at, answer.text)).filter(
    (zone) => !(zones[zone].may as readonly Who[]).includes(who),
  );
  const english = isPage(answer) && englishIn(spoken(answer.text));
  return [
    ...leaked.map((zone) => `${who} meets ${zone} at ${at}`),
    ...(answer.text.includes(planted.ballot) ? [`${who} meets a ballot that lies in its urn at ${at}`] : []),
    ...(answer.status >= 500 ? [`${who} gets ${answer.status} at ${at}`] : []),
    ...(/node_modules|\.tsx?:\d+|\bat \w+ \(|SQLSTATE|relation "/.test(answer.text)
      ? [`${who} sees inside at ${at}`]
      : []),
    ...(english ? [`${who} at ${at}: ${english}`] : []),
  ];
}

/**
 * Sheets that were set once: no word of a PDF can be read here, and the Word file beside it, of the same value (ADR 0050), is read as
 * everybody. Whoever may know nothing asks for each all the same.
 */
const set = new Set<string>();
const met = new Map<Zone, Set<Who>>();
/** Forms into which something can be typed, by route and deed; those that each kind of right is offered; what outsiders read. */
const typed = new Set<string>();
const offered = new Map<string, SentForm & { readonly owner: Who }>();
const after0 = new Map<string, string>();
const owners: readonly Who[] = ['officerOfBinh', 'headOfBinh', 'appraiser', 'administrator', 'councilSecretary'];
/** Their own account, and forms by which one comes and goes: what these change is the sender's. */
const ownPages = /^\/(tai-khoan|dang-|tin-nhan|quen)/;

for (const who of everybody) {
  test(`every page answers ${who}, in Vietnamese, and tells nothing that is not theirs`, async () => {
    const faults: string[] = [];
    const isOutside = (outsiders as readonly Who[]).includes(who);
    await inLanes(pages, async (path) => {
      if (set.has(path) && !isOutside) return;
      const answer = await get(who, path);
      if (answer.status === 200 && answer.type === 'application/pdf') set.add(path);
      faults.push(...faultsOf(who, path, answer));
      for (const { action, deed } of isPage(answer) ? typedForms(answer.text) : []) {
        const at = (action ?? path).split('?')[0] || '/';
        typed.add(['POST', routeOf.get(at) ?? at, deed].filter(Boolean).join(' '));
      }
      for (const zone of zonesIn(answer.text)) met.set(zone, (met.get(zone) ?? new Set()).add(who));
      if (isOutside) after0.set(`${who} ${path}`, steady(path, answer));
      if (owners.includes(who) && isPage(answer) && !ownPages.test(path)) offer(who, postForms(answer.text, path));
    });
    assert.deepEqual(faults, []);
  });
}

/** The same form on two pages is sent once; identifiers minted for it are no difference. */
function offer(owner: Who, forms: readonly SentForm[]): void {
  for (const form of forms) {
    const fields = JSON.stringify(form.fields).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) =>
      isMinted(id) ? 'NEW' : id,
    );
    offered.set(`${form.action} ${fields}`, { ...form, owner });
  }
}

/** Identifiers begin with the moment they were made at (UUID version 7). */
const isMinted = (id: string): boolean =>
  id[14] === '7' && Number.parseInt(id.replace('-', '').slice(0, 12), 16) > plantedAt;

test('whoever may know it has met it, and every form that was met is known', () => {
  const known = new Set([...Object.keys(wrongForms(cast, planted)), ...neverWrong]);
  const unknown = [...typed].filter((form) => !known.has(form));
  assert.deepEqual(unknown, [], 'forms that tests/e2e/forms.ts does not know');
  const unmet = (Object.keys(zones) as Zone[]).flatMap((zone) =>
    zones[zone].may.filter((who) => !met.get(zone)?.has(who)).map((who) => `${who} never meets ${zone}`),
  );
  assert.deepEqual(unmet, []);
});

test('what is hidden changes not one byte for those who may not know it, and answers them as what is not there', () => {
  const changed = outsiders.flatMap((who) =>
    twins
      .filter(([was, now]) => before0.get(`${who} ${was}`) !== after0.get(`${who} ${now}`))
      .map(([, now]) => `${who} ${now}`),
  );
  assert.deepEqual(changed, []);
});

test('forms meant for others, sent by those who may not, change nothing', async () => {
  const standing = await fingerprint();
  const faults: string[] = [];
  assert.ok(offered.size > 200, `only ${offered.size} forms were offered`);
  await inLanes([...offered.values()], async ({ action, fields, owner }) => {
    for (const who of ['stranger', 'nobody', 'officerOfAn', 'administratorOfAn'] as const) {
      const answer = await ask(app.url, action, { cookie: cookies.get(who) ?? '', form: fields });
      faults.push(...faultsOf(who, `POST ${action} of ${owner}`, answer));
    }
  });
  assert.deepEqual(faults, []);
  assert.deepEqual(await fingerprint(), standing);
});

/** Routes without an action: React Router says so before anything of ours is asked, so each need say it once. */
const takesNothing = new Set<string>();

for (const who of senders) {
  test(`nothing that ${who} sends to any page ends in a fault`, async () => {
    const faults: string[] = [];
    const open = pages.filter((each) => !each.startsWith('/dang-xuat'));
    await inLanes(open, async (path) => {
      const route = routeOf.get(path.split('?')[0] ?? '') ?? path;
      if (takesNothing.has(route)) return;
      const answer = await ask(app.url, path, { cookie: cookies.get(who) ?? '', form: {} });
      if (answer.status === 405) takesNothing.add(route);
      faults.push(...faultsOf(who, `POST ${path}`, answer));
    });
    assert.deepEqual(faults, []);
  });
}

/** Everything that those four may not change. */
async function fingerprint(): Promise<Readonly<Record<string, string>>> {
  const tables = [
    'actual pledge plan plan_task plan_milestone plan_task_unit plan_task_criterion plan_pledge plan_progress movement movement_line movement_scope movement_unit movement_review assigned_target unit unit_version unit_succession block block_member role_holding delegation attachment import_run setting holiday snapshot indicator trajectory_point scheme person invitation report_form report_section reporting_round round_unit report report_text report_sending deed round_change',
    'initiative initiative_author initiative_effect initiative_panel initiative_panel_member initiative_score initiative_recognition initiative_adoption initiative_judgement initiative_use initiative_criteria_set initiative_criterion library_document library_edition library_link',
    'inspection_programme inspection inspection_member finding finding_answer secret_paper secret_receipt',
    'duty_owner reminder reminder_line digest digest_choice escalation urging_letter letter_duty calendar_feed',
    'consolidation consolidation_piece consolidation_edition',
    'dossier dossier_edition nominee holder honour holder_pending flag opinion_request public_list public_list_item asked_body',
    'council council_member council_session council_item council_seat council_attendance council_interest council_poll council_vote',
    'decision decision_line decision_signing certificate fund_year fund_entry revocation complaint provision',
  ];
  const sums = tables
    .flatMap((some) => some.split(' '))
    .map(async (table) => {
      const rows = await sql<{
        sum: string | null;
      }>`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.table(table)} t`.execute(app.db);
      return [table, rows.rows[0]?.sum ?? ''] as const;
    });
  return Object.fromEntries(await Promise.all(sums));
}

test('every operation of the API answers everybody, and tells nobody what is not theirs', async () => {
  const faults: string[] = [];
  const asked = apiAddresses(planted);
  const answered = new Set<string>();
  const calls = asked.flatMap((one) => everybody.map((who) => ({ ...one, who })));
  await inLanes(calls, async ({ pattern, path, method, who }) => {
    const token = tokens.get(who);
    const sent = { method, ...(token && { token }), ...(method !== 'get' && { json: {} }) };
    for (const accept of method === 'get' ? ['application/json', 'text/csv'] : ['application/json']) {
      const answer = await ask(app.url, `/api/v1${path}`, { ...sent, accept });
      faults.push(...faultsOf(who, `${method} ${path} as ${accept}`, answer));
      if (answer.status === 200) answered.add(pattern);
    }
  });
  assert.deepEqual(faults, []);
  const reading = new Set(asked.filter(({ method }) => method === 'get').map(({ pattern }) => pattern));
  assert.deepEqual([...reading.difference(answered)], [], 'operations that nobody was answered by');
});
