/** A committed council with an open session, acted on by several at once. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agendaOf } from '../app/features/council/agenda.server.ts';
import type { Ballot } from '../app/features/council/ballot.ts';
import { castBallot } from '../app/features/council/casting.server.ts';
import { finished, makeUnsigned } from '../app/features/council/making.browser.ts';
import type { Unsigned } from '../app/features/council/making.browser.ts';
import { moveSession, takeAttendance } from '../app/features/council/moving.server.ts';
import type { SessionWay } from '../app/features/council/moving.server.ts';
import { listDossiers, planSession } from '../app/features/council/planning.server.ts';
import { openPolls } from '../app/features/council/polls.server.ts';
import type { AttendanceState, Choice } from '../app/features/council/tally.ts';
import { takeBallots } from '../app/features/council/taking.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import { act } from '../app/platform/command.server.ts';
import { newId } from '../app/platform/id.server.ts';
import type { GivenCouncil, Nominated } from './council.ts';
import { givenCouncil, members, secretary } from './council.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';

export const fields = {
  sessionTitle: 'Phiên họp xét khen thưởng (mẫu)',
  manner: 'meeting',
  plannedOn: '2026-06-15',
  plannedTime: '8 giờ 00',
  place: 'Phòng họp mẫu',
};

export type CouncilDesk = Desk & GivenCouncil & { readonly dataDir: string; readonly sessionId: string };

export async function councilDesk(nominated?: readonly Nominated[]): Promise<CouncilDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'council-'));
  const desk = await openDesk({ DATA_DIR: dataDir });
  const given = await givenCouncil(desk.database.owner, nominated);
  const sessionId = newId();
  expectOk(
    await act(desk.edge(secretary), (context) =>
      planSession(context, { id: sessionId, councilId: given.councilId, fields }),
    ),
  );
  expectOk(
    await act(desk.edge(secretary), (context) =>
      listDossiers(context, { id: sessionId, dossierIds: [given.dossierId] }),
    ),
  );
  return { ...desk, ...given, dataDir, sessionId };
}

export async function move(desk: CouncilDesk, way: SessionWay, reason = 'lý do mẫu') {
  const { version } = await desk.services.db
    .selectFrom('council_session')
    .select('version')
    .where('id', '=', desk.sessionId)
    .executeTakeFirstOrThrow();
  return act(desk.edge(secretary), (context) =>
    moveSession(context, { id: desk.sessionId, version, move: way, reason }),
  );
}

export async function attend(desk: CouncilDesk, states: readonly (readonly [Person, AttendanceState])[]) {
  const given = states.map(([{ personId }, state]) => ({ personId, state }));
  desk.wait(1);
  return act(desk.edge(secretary), (context) => takeAttendance(context, { id: desk.sessionId, states: given }));
}

/** Called and open, all there but who is said to be elsewhere, and a vote on every item. */
export async function openVote(
  desk: CouncilDesk,
  otherwise: ReadonlyMap<Person, AttendanceState> = new Map(),
): Promise<void> {
  expectOk(await move(desk, 'call'));
  expectOk(
    await attend(
      desk,
      members.map((one) => [one, otherwise.get(one) ?? 'present'] as const),
    ),
  );
  expectOk(await move(desk, 'open'));
  await pollAll(desk);
}

export async function pollAll(desk: CouncilDesk): Promise<void> {
  const items = await desk.services.db
    .selectFrom('council_item')
    .select('id')
    .where('session_id', '=', desk.sessionId)
    .where('stage', '=', 'listed')
    .execute();
  expectOk(await openPolls(desk.edge(secretary), { id: desk.sessionId, itemIds: items.map((item) => item.id) }, act));
}

export async function secretPolls(desk: CouncilDesk, by: Person) {
  const agenda = await agendaOf(desk.services.db, by, desk.sessionId);
  return agenda.flatMap(({ poll }) =>
    poll?.isOpen && poll.publicKey ? [{ pollId: poll.id, key: poll.publicKey }] : [],
  );
}

export type Sheet = { readonly unsigned: readonly Unsigned[]; readonly ballots: ReadonlyMap<string, Ballot> };

/** What a member's browser does up to the urn. */
export async function take(desk: CouncilDesk, by: Person, choice: Choice | ((at: number) => Choice)): Promise<Sheet> {
  const polls = await secretPolls(desk, by);
  const unsigned = await Promise.all(
    polls.map(({ pollId, key }, at) => makeUnsigned(key, pollId, typeof choice === 'string' ? choice : choice(at))),
  );
  const blinded = new Map(unsigned.map((one) => [one.pollId, one.blinded]));
  const signed = expectOk(
    await act(desk.edge(by), (context) => takeBallots(context, { id: desk.sessionId, blinded }, desk.services.config)),
  );
  const ballots = new Map<string, Ballot>();
  for (const one of unsigned) {
    const key = polls.find(({ pollId }) => pollId === one.pollId)?.key;
    if (key) ballots.set(one.pollId, await finished(key, one, signed.signatures[one.pollId] ?? ''));
  }
  return { unsigned, ballots };
}

export const cast = (desk: CouncilDesk, pollId: string, ballot: Ballot) =>
  castBallot(desk.edge(), { pollId, typed: ballot }, act);

export async function voteSecretly(
  desk: CouncilDesk,
  by: Person,
  choice: Choice | ((at: number) => Choice),
): Promise<Sheet> {
  const sheet = await take(desk, by, choice);
  for (const [pollId, ballot] of sheet.ballots) expectOk(await cast(desk, pollId, ballot));
  return sheet;
}
