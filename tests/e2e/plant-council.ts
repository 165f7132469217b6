/** A council of the province: a session that is only planned, and one in which votes were counted, others are open, of which a member has cast a secret ballot and another declared that they are near, and the last have not begun. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { agendaOf } from '../../app/features/council/agenda.server.ts';
import { castBallot } from '../../app/features/council/casting.server.ts';
import { countPolls } from '../../app/features/council/counting.server.ts';
import { declareInterest } from '../../app/features/council/interest.server.ts';
import { finished, makeUnsigned } from '../../app/features/council/making.browser.ts';
import type { SessionWay } from '../../app/features/council/moving.server.ts';
import { moveSession, takeAttendance } from '../../app/features/council/moving.server.ts';
import { listDossiers, planSession } from '../../app/features/council/planning.server.ts';
import { openPolls } from '../../app/features/council/polls.server.ts';
import { takeBallots } from '../../app/features/council/taking.server.ts';
import { hashPassword } from '../../app/features/identity/password/password-hash.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { stranger } from '../../app/kernel/actor.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { act } from '../../app/platform/command.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { castVotes } from '../../app/features/council/voting.server.ts';
import { givenCouncil, givenDossier, members as worldMembers, secretary as worldSecretary } from '../council.ts';
import type { App } from './app.ts';
import type { Cast, CouncilName } from './cast.ts';
import { password } from './cast.ts';
import { as, edgeOf } from './plant.ts';

export type PlantedCouncil = Readonly<
  Record<
    'council' | 'plannedSession' | 'session' | 'poll' | 'openPoll' | 'seated' | 'councilDossier' | 'ballot',
    string
  >
>;

export async function plantCouncil(app: App, cast: Cast): Promise<PlantedCouncil> {
  const { units } = cast;
  const nominated = [
    { name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' },
    { name: 'Trần Thị Mẫu', award: 'bang-khen-tinh' },
  ];
  // The commune whose dossier it is.
  const where = { units: { ...units, communeAn: units.communeBinh }, passwordHash: await hashPassword(password) };
  const { councilId, dossierId } = await givenCouncil(app.db, nominated, where);
  const secretary = seatedAt(worldSecretary, units.province);
  const members = worldMembers.map((one) => seatedAt(one, units.province));
  const plannedSession = await plan(app, secretary, { councilId, title: 'zqPlannedSession' });
  const session = await plan(app, secretary, { councilId, title: 'zqCouncilSession' });
  await as(app, secretary, (context) => listDossiers(context, { id: session, dossierIds: [dossierId] }));
  await move(app, secretary, session, 'call');
  const [voter = secretary, near = secretary] = members;
  const [first] = await agendaOf(app.appDb, secretary, session);
  const declared = { id: session, itemId: first?.id ?? '', note: 'zqInterest' };
  await as(app, near, (context) => declareInterest(context, declared));
  const states = members.map(({ personId }) => ({ personId, state: 'present' }) as const);
  await as(app, secretary, (context) => takeAttendance(context, { id: session, states }));
  await move(app, secretary, session, 'open');
  const itemIds = (await agendaOf(app.appDb, secretary, session)).map(({ id }) => id);
  expectOk(await openPolls(edgeOf(app, secretary), { id: session, itemIds }, act));
  const more = [
    { name: 'Lê Văn Mẫu', award: 'bang-khen-tinh' },
    { name: 'Phạm Thị Mẫu', award: 'bang-khen-tinh' },
  ];
  const other = async () => {
    const given = await givenDossier(app.db, more, where.units);
    const before = (await agendaOf(app.appDb, secretary, session)).map(({ id }) => id);
    await as(app, secretary, (context) => listDossiers(context, { id: session, dossierIds: [given.dossierId] }));
    return (await agendaOf(app.appDb, secretary, session)).map(({ id }) => id).filter((id) => !before.includes(id));
  };
  await countVotes(app, { session, secretary, voters: members.slice(1, 4), itemIds: await other() });
  await other();
  const { poll, ballot } = await voteSecretly(app, voter, session);
  const openPoll = (await agendaOf(app.appDb, secretary, session)).find((item) => item.poll?.isSecret === false)?.poll
    ?.id;
  return {
    council: councilId,
    plannedSession,
    session,
    poll,
    openPoll: openPoll ?? '',
    seated: voter.personId,
    councilDossier: dossierId,
    ballot,
  };
}

/** Those of it who go about in the walk. */
export const seatedIn = ({ units }: Cast): Readonly<Record<CouncilName, Person>> => ({
  councilSecretary: seatedAt(worldSecretary, units.province),
  councilMember: seatedAt(worldMembers[0] ?? worldSecretary, units.province),
});

const seatedAt = (one: Person, unitId: string): Person => ({
  ...one,
  holdings: one.holdings.map((held) => ({ ...held, unitId })),
});

type Counted = {
  readonly session: string;
  readonly secretary: Person;
  readonly voters: readonly Person[];
  readonly itemIds: readonly string[];
};

async function countVotes(app: App, { session, secretary, voters, itemIds }: Counted): Promise<void> {
  expectOk(await openPolls(edgeOf(app, secretary), { id: session, itemIds }, act));
  const agenda = await agendaOf(app.appDb, secretary, session);
  const polls = agenda.flatMap(({ id, poll }) => (itemIds.includes(id) && poll ? [poll.id] : []));
  const choices = new Map(polls.map((poll) => [poll, 'for' as const]));
  for (const voter of voters) await as(app, voter, (context) => castVotes(context, { id: session, choices }));
  expectOk(await countPolls(edgeOf(app, secretary), { id: session, itemIds }, act));
}

type Planned = { readonly councilId: string; readonly title: string };

async function plan(app: App, secretary: Person, { councilId, title }: Planned): Promise<string> {
  const id = newId();
  const plannedOn = plainDateIn(new Date());
  const when = { manner: 'meeting', plannedOn, plannedTime: '8 giờ 00', place: 'Phòng họp mẫu' };
  await as(app, secretary, (context) =>
    planSession(context, { id, councilId, fields: { sessionTitle: title, ...when } }),
  );
  return id;
}

async function move(app: App, secretary: Person, id: string, way: SessionWay): Promise<void> {
  const row = app.db.selectFrom('council_session').select('version').where('id', '=', id);
  const { version } = await row.executeTakeFirstOrThrow();
  await as(app, secretary, (context) => moveSession(context, { id, version, move: way }));
}

/** As a member's browser does it; the serial of the ballot that lies in the urn. */
async function voteSecretly(app: App, voter: Person, session: string): Promise<{ poll: string; ballot: string }> {
  const agenda = await agendaOf(app.appDb, voter, session);
  const open = agenda.flatMap(({ poll }) => (poll?.isOpen && poll.publicKey ? [{ ...poll, key: poll.publicKey }] : []));
  const [poll] = open;
  if (!poll) throw new Error('no secret vote is open');
  const unsigned = await makeUnsigned(poll.key, poll.id, 'against');
  const blinded = new Map([[poll.id, unsigned.blinded]]);
  const { signatures } = await as(app, voter, (context) => takeBallots(context, { id: session, blinded }, app));
  const typed = await finished(poll.key, unsigned, signatures[poll.id] ?? '');
  expectOk(await castBallot(edgeOf(app, stranger), { pollId: poll.id, typed }, act));
  return { poll: poll.id, ballot: unsigned.serial };
}
