/**
 * Everywhere, as everybody: every route and every operation of the API, read and sent to. Nobody meets a fault, an English
 * word or a row that is not theirs; and rows that are hidden change not one byte of what those who may not know them read.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createApiToken } from '../../app/features/identity/tokens/api-tokens.server.ts';
import { scopes } from '../../app/kernel/actor.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { contextFor, people as cast0 } from '../world.ts';
import type { PersonName } from '../world.ts';
import { apiAddresses } from './api-addresses.ts';
import { addressesOf, patterns, returning, views } from './addresses.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage, Who } from './browser.ts';
import { openStage } from './browser.ts';
import type { Cast } from './cast.ts';
import { insertCast } from './cast.ts';
import { englishIn } from './check.ts';
import { triedElsewhere } from './commendation-forms.ts';
import { neverWrong, typedForms, wrongForms } from './forms.ts';
import type { Answer } from './reading.ts';
import { ask, inLanes, isPage, postForms, spoken } from './reading.ts';
import type { Planted, Zone } from './zones.ts';
import { plantHidden, plantVerified, zones } from './zones.ts';

const everybody = [...(Object.keys(cast0) as PersonName[]), 'stranger'] as readonly Who[];
/** Whoever may know nothing of what is hidden. */
const outsiders = ['stranger', 'nobody', 'officerOfAn'] as const;
/** Who sends empty forms everywhere: one of each kind of right. */
const senders = ['stranger', 'officerOfBinh', 'appraiser', 'administrator'] as const;

let app: App;
let stage: Stage;
let cast: Cast;
let planted: Planted;
let pages: readonly string[];
const before0 = new Map<string, string>();
const cookies = new Map<Who, string>();
const tokens = new Map<Who, string>();

before(async () => {
  app = await openApp({ TRUST_PROXY: '1' });
  // On a busy machine an administrator's turn comes after they may have been idle for so long.
  await app.db.insertInto('setting').values({ key: 'idle_minutes_administrator', value: '60' }).execute();
  cast = await insertCast(app);
  stage = await openStage(app);
  for (const who of everybody) cookies.set(who, await stage.cookieOf(who));
  for (const who of everybody) if (who !== 'stranger') tokens.set(who, await tokenOf(who));
  const verified = await plantVerified(app, cast);
  const none = '00000000-0000-7000-8000-00000000dead';
  const nothing = {
    draft: none,
    returned: none,
    waiting: none,
    attachment: none,
    pledge: none,
    movement: none,
    paper: none,
    provinceMovement: none,
    keptMovement: none,
    plan: none,
    task: none,
    sentPlan: none,
    reportPaper: none,
    draftForm: none,
    draftRound: none,
    consolidation: none,
    frozenConsolidation: none,
    piece: none,
    initiative: none,
    sentInitiative: none,
    reviewedInitiative: none,
    passedInitiative: none,
    initiativeFile: none,
    secretPaper: none,
    programme: none,
    plannedInspection: none,
    inspection: none,
    draftFinding: none,
    finding: none,
    answeredFinding: none,
    letter: none,
    dossier: none,
    sentDossier: none,
    dossierNominee: none,
    sentNominee: none,
    dossierFile: none,
    receivedDossier: none,
    receivedNominee: none,
    flag: none,
    holder: none,
    namesake: none,
    honour: none,
    fund: none,
    fundEntry: none,
    revocation: none,
    complaint: none,
    importRun: none,
    entry: '0',
  };
  pages = [
    ...new Set([...patterns().flatMap((each) => addressesOf(each, cast, { ...nothing, ...verified })), ...views()]),
  ];
  const seen = outsiders.flatMap((who) => pages.map((path) => ({ who, path })));
  await inLanes(seen, async ({ who, path }) => void before0.set(`${who} ${path}`, steady(await get(who, path))));
  planted = { ...verified, ...(await plantHidden(app, cast, verified)) };
  const hidden = patterns().flatMap((each) => addressesOf(each, cast, planted));
  pages = [...new Set([...hidden, ...views(), returning(planted)])];
});

after(async () => {
  await stage.close();
  await app.close();
});

const get = (who: Who, path: string) => ask(app.url, path, { cookie: cookies.get(who) ?? '' });

async function tokenOf(who: PersonName): Promise<string> {
  return app.appDb.transaction().execute(async (tx) => {
    const person = cast.people[who];
    const context = contextFor(tx, person, new Date());
    return expectOk(await createApiToken(context, person, { name: 'walk', scopes: [...scopes], days: 30 }));
  });
}

/** What changes by itself: identifiers minted for a form, moments. */
function steady({ status, text }: Answer): string {
  // A PDF is packed with the moment it was made.
  if (text.includes('\n%PDF-')) return `${status}\nPDF`;
  return `${status}\n${text}`
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/\d\d:\d\d(:\d\d)?( |, | ngày )\d\d\/\d\d\/\d{4}/g, 'MOMENT')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT')
    .replaceAll(/[\w-]{40,}/g, 'TOKEN')
    .replaceAll(/data:image\/svg\+xml[^"]*/g, 'QR');
}

/** A search tells back what was searched for; that is no answer. */
function withoutEcho(at: string, text: string): string {
  const asked = [...new URLSearchParams(at.split('?')[1] ?? '').values()].filter((value) => value.length > 2);
  return asked.reduce((left, value) => left.replaceAll(value, '').replaceAll(encodeURIComponent(value), ''), text);
}

function faultsOf(who: Who, at: string, answer: Answer): readonly string[] {
  const leaked = (Object.keys(zones) as Zone[]).filter(
    (zone) =>
      zones[zone].words.test(withoutEcho(at, answer.text)) && !(zones[zone].may as readonly Who[]).includes(who),
  );
  return [
    ...leaked.map((zone) => `${who} meets ${zone} at ${at}`),
    ...(answer.status >= 500 ? [`${who} gets ${answer.status} at ${at}`] : []),
    ...(/node_modules|\.tsx?:\d+|\bat \w+ \(|SQLSTATE|relation "/.test(answer.text)
      ? [`${who} sees inside at ${at}`]
      : []),
    ...(isPage(answer) && englishIn(spoken(answer.text))
      ? [`${who} at ${at}: ${String(englishIn(spoken(answer.text)))}`]
      : []),
  ];
}

test('every page answers everybody, in Vietnamese, and tells nobody what is not theirs', async () => {
  const faults: string[] = [];
  const met = new Map<Zone, Set<Who>>();
  const known = new Set([...Object.keys(wrongForms(cast, planted)), ...neverWrong, ...triedElsewhere]);
  const forms = new Set<string>();
  const routes = new Map(patterns().flatMap((at) => addressesOf(at, cast, planted).map((path) => [path, at])));
  for (const who of everybody) {
    await inLanes(pages, async (path) => {
      const answer = await get(who, path);
      faults.push(...faultsOf(who, path, answer));
      for (const { action, deed } of isPage(answer) ? typedForms(answer.text) : []) {
        const at = (action ?? path).split('?')[0] || '/';
        forms.add(['POST', `/${routes.get(at) ?? at.slice(1)}`, deed].filter(Boolean).join(' '));
      }
      for (const zone of Object.keys(zones) as Zone[]) {
        if (zones[zone].words.test(answer.text)) met.set(zone, (met.get(zone) ?? new Set()).add(who));
      }
    });
  }
  assert.deepEqual(faults, []);
  const unknown = [...forms].filter((form) => !known.has(form));
  assert.deepEqual(unknown, [], 'forms that tests/e2e/forms.ts does not know');
  const unmet = (Object.keys(zones) as Zone[]).flatMap((zone) =>
    zones[zone].may.filter((who) => !met.get(zone)?.has(who)).map((who) => `${who} never meets ${zone}`),
  );
  assert.deepEqual(unmet, []);
});

test('what is hidden changes not one byte for those who may not know it', async () => {
  const changed: string[] = [];
  await inLanes([...before0], async ([key, text]) => {
    const [who = '', path = ''] = key.split(' ');
    if (steady(await get(who as Who, path)) !== text) changed.push(key);
  });
  assert.deepEqual(changed, []);
});

test('nothing sent to any page ends in a fault', async () => {
  const faults: string[] = [];
  for (const who of senders) {
    const open = pages.filter((each) => !each.startsWith('/dang-xuat'));
    await inLanes(open, async (path) => {
      const answer = await ask(app.url, path, { cookie: cookies.get(who) ?? '', form: {} });
      faults.push(...faultsOf(who, `POST ${path}`, answer));
    });
  }
  assert.deepEqual(faults, []);
});

test('forms meant for others, sent by those who may not, change nothing', async () => {
  const standing = await fingerprint();
  const faults: string[] = [];
  for (const owner of ['officerOfBinh', 'headOfBinh', 'appraiser', 'administrator'] as const) {
    const shared = pages.filter((each) => !/^\/(tai-khoan|dang-|tin-nhan|quen)/.test(each));
    await inLanes(shared, async (path) => {
      const page = await get(owner, path);
      for (const form of isPage(page) ? postForms(page.text, path) : []) {
        for (const who of ['stranger', 'nobody', 'officerOfAn', 'administratorOfAn'] as const) {
          const answer = await ask(app.url, form.action, { cookie: cookies.get(who) ?? '', form: form.fields });
          faults.push(...faultsOf(who, `POST ${form.action} of ${owner}`, answer));
        }
      }
    });
  }
  assert.deepEqual(faults, []);
  assert.deepEqual(await fingerprint(), standing);
});

/** Everything that those four may not change. */
async function fingerprint(): Promise<Readonly<Record<string, string>>> {
  const tables = [
    'actual pledge plan plan_task plan_milestone plan_task_unit plan_task_criterion plan_pledge plan_progress movement movement_line movement_scope movement_unit movement_review assigned_target unit unit_version unit_succession block block_member role_holding delegation attachment import_run setting holiday snapshot indicator trajectory_point scheme person invitation report_form report_section reporting_round round_unit report report_text report_sending deed round_change',
    'initiative initiative_author initiative_effect initiative_panel initiative_panel_member initiative_score initiative_recognition initiative_adoption initiative_judgement initiative_use initiative_criteria_set initiative_criterion library_document library_edition library_link',
    'inspection_programme inspection inspection_member finding finding_answer secret_paper secret_receipt',
    'duty_owner reminder reminder_line digest digest_choice escalation urging_letter letter_duty calendar_feed',
    'consolidation consolidation_piece consolidation_edition',
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
    for (const accept of ['application/json', 'text/csv']) {
      const answer = await ask(app.url, `/api/v1${path}`, { ...sent, accept });
      faults.push(...faultsOf(who, `${method} ${path} as ${accept}`, answer));
      if (answer.status === 200) answered.add(pattern);
    }
  });
  assert.deepEqual(faults, []);
  const reading = new Set(asked.filter(({ method }) => method === 'get').map(({ pattern }) => pattern));
  assert.deepEqual([...reading.difference(answered)], [], 'operations that nobody was answered by');
});
