/**
 * The province's council of the story: five members with accounts, one session concluded (a secret vote and one by name, one member absent and voting
 * from afar), and one called for next week with the dossier that lies before it.
 */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import type { Edge } from '../platform/command.server.ts';
import { act } from '../platform/command.server.ts';
import { newId } from '../platform/id.server.ts';
import { agendaOf } from '../features/council/agenda.server.ts';
import { concludeSession } from '../features/council/concluding.server.ts';
import { countPolls } from '../features/council/counting.server.ts';
import { seatPerson, setUpCouncil } from '../features/council/councils.server.ts';
import type { SessionWay } from '../features/council/moving.server.ts';
import { moveSession, takeAttendance } from '../features/council/moving.server.ts';
import { changeSession, listDossiers, planSession } from '../features/council/planning.server.ts';
import { openPolls } from '../features/council/polls.server.ts';
import { castVotes } from '../features/council/voting.server.ts';
import { castSecretly } from './ballots.server.ts';
import { councilDossier, councilWords as said } from './council.text.ts';
import { playDossier } from './dossiers.server.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play, servicesAt } from './stage.server.ts';

const players = ['mau.uy-vien', 'mau.uy-vien-2', 'mau.uy-vien-3', 'mau.uy-vien-4', 'mau.uy-vien-5'];

/** Nothing, where the story seats nobody. */
export async function playCouncil(stage: Stage, starring: readonly string[]): Promise<void> {
  const members = players.flatMap((username) => stage.people.get(username) ?? []);
  const [department, ward] = starring.flatMap((code) => stage.places.get(code) ?? []);
  if (members.length < players.length || !department || !ward) return;
  const councilId = await setUp(stage, members);
  const places = { department, ward };
  await playConcluded(stage, { councilId, members, places });
  await playCalled(stage, councilId);
}

const secretaryOf = (stage: Stage) => personOf(stage, 'council_secretary', stage.province.code);

async function setUp(stage: Stage, members: readonly Person[]): Promise<string> {
  const day = addDays(stage.today, -200);
  const [id, by, at] = [newId(), secretaryOf(stage), instantOf(day, 9)];
  const unitId = stage.province.id;
  await play(stage, { at, by }, async (context) => {
    const fields = { name: said.council(stage.province.name), decisionNumber: said.decision, decidedOn: day };
    expectOk(await setUpCouncil(context, { id, unitId, fields }));
    for (const [n, { personId }] of members.entries()) {
      const post = n === 0 ? 'chair' : n === 1 ? 'deputy' : n === 4 ? 'secretary' : 'member';
      expectOk(await seatPerson(context, { id, fields: { person: personId, post, title: said.title, from: day } }));
    }
  });
  return id;
}

type Meeting = {
  readonly councilId: string;
  readonly members: readonly Person[];
  readonly places: Readonly<Record<'department' | 'ward', Place>>;
};

async function playConcluded(stage: Stage, { councilId, members, places }: Meeting): Promise<void> {
  const day = addDays(stage.today, -9);
  const dossierId = await playDossier(stage, {
    at: 2,
    told: councilDossier,
    place: places.ward,
    department: places.department,
  });
  const id = await plan(stage, { councilId, day, title: said.concluded });
  const by = secretaryOf(stage);
  const at = (hour: number) => ({ at: instantOf(day, hour), by });
  await play(stage, at(7), async (context) => expectOk(await listDossiers(context, { id, dossierIds: [dossierId] })));
  await step(stage, { id, day, hour: 7, move: 'call' });
  const states = members.map(({ personId }, n) => ({
    personId,
    state: n === 4 ? ('written' as const) : ('present' as const),
  }));
  await play(stage, at(8), async (context) =>
    expectOk(await takeAttendance(context, { id, states, reason: said.away })),
  );
  await step(stage, { id, day, hour: 8, move: 'open' });
  const items = await agendaOf(stage.services.db, by, id);
  expectOk(await openPolls(edgeAt(stage, day, by, 9), { id, itemIds: items.map((item) => item.id) }, act));
  for (const [n, member] of members.entries()) await voteOn(stage, { id, day, member, n });
  expectOk(await countPolls(edgeAt(stage, day, by, 10), { id }, act));
  await step(stage, { id, day, hour: 11, move: 'close' });
  const version = await versionOf(stage, id);
  const fields = { sessionTitle: said.concluded, plannedTime: said.time, place: said.place, notes: said.notes };
  await play(stage, at(14), async (context) => expectOk(await changeSession(context, { id, version, fields })));
  const frozen = { id, version: version + 1 };
  await play(stage, at(15), async (context) => expectOk(await concludeSession(context, frozen)));
}

type Ballots = { readonly id: string; readonly day: PlainDate; readonly member: Person; readonly n: number };

async function voteOn(stage: Stage, { id, day, member, n }: Ballots): Promise<void> {
  const edge = edgeAt(stage, day, member, 9);
  await castSecretly(edge, { id, choose: (at) => (n === 2 && at === 1 ? 'against' : 'for') });
  const open = (await agendaOf(stage.services.db, member, id)).flatMap(({ poll }) =>
    poll?.isOpen && !poll.isSecret ? [poll.id] : [],
  );
  const choices = new Map(open.map((pollId) => [pollId, n === 3 ? ('blank' as const) : ('for' as const)]));
  await play(stage, { at: instantOf(day, 9), by: member }, async (context) =>
    expectOk(await castVotes(context, { id, choices })),
  );
}

async function playCalled(stage: Stage, councilId: string): Promise<void> {
  const id = await plan(stage, { councilId, day: addDays(stage.today, 6), title: said.called });
  const waiting = await stage.services.db
    .selectFrom('dossier')
    .select('id')
    .where('stage', '=', 'council')
    .where('to_unit_id', '=', stage.province.id)
    .execute();
  if (waiting.length === 0) return;
  const day = addDays(stage.today, -1);
  const dossierIds = waiting.map((dossier) => dossier.id);
  await play(stage, { at: instantOf(day, 9), by: secretaryOf(stage) }, async (context) =>
    expectOk(await listDossiers(context, { id, dossierIds })),
  );
  await step(stage, { id, day, hour: 10, move: 'call' });
}

type Planned = { readonly councilId: string; readonly day: PlainDate; readonly title: string };

async function plan(stage: Stage, { councilId, day, title }: Planned): Promise<string> {
  const id = newId();
  const fields = { sessionTitle: title, manner: 'meeting', plannedOn: day, plannedTime: said.time, place: said.place };
  const at = instantOf(addDays(day < stage.today ? day : stage.today, -2), 9);
  await play(stage, { at, by: secretaryOf(stage) }, async (context) =>
    expectOk(await planSession(context, { id, councilId, fields })),
  );
  return id;
}

type Step = { readonly id: string; readonly day: PlainDate; readonly hour: number; readonly move: SessionWay };

async function step(stage: Stage, { id, day, hour, move }: Step): Promise<void> {
  const version = await versionOf(stage, id);
  await play(stage, { at: instantOf(day, hour), by: secretaryOf(stage) }, async (context) =>
    expectOk(await moveSession(context, { id, version, move })),
  );
}

async function versionOf(stage: Stage, id: string): Promise<number> {
  const { version } = await stage.services.db
    .selectFrom('council_session')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return version;
}

function edgeAt(stage: Stage, day: PlainDate, actor: Person, hour: number): Edge {
  return { services: servicesAt(stage, instantOf(day, hour)), actor, via: 'setup', address: null };
}
