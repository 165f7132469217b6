/**
 * Initiatives of the story, on every step of their way: some recognised and taken over by others, one pair alike, one whose
 * panel has not finished, one returned to a unit of the cast, one still a draft.
 */
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays } from '../kernel/calendar.ts';
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { moveAdoption, recordAdoption } from '../features/initiatives/adopting.server.ts';
import { enterInitiative } from '../features/initiatives/drafting.server.ts';
import type { InitiativeWay } from '../features/initiatives/moving.server.ts';
import { moveInitiative } from '../features/initiatives/moving.server.ts';
import { closePanel, givePoints, seatMember } from '../features/initiatives/panel.server.ts';
import { panelsOf } from '../features/initiatives/panels.server.ts';
import { judgeAlike } from '../features/initiatives/judging.server.ts';
import { useInitiative } from '../features/initiatives/using.server.ts';
import { drawn } from './chance.ts';
import { initiativeWords as said, toldInitiatives } from './initiatives.text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

const panelists = ['mau.thu-ky', 'mau.uy-vien', 'mau.thanh-tra'] as const;
type Fate = 'province' | 'unit' | 'panel' | 'submitted' | 'returned' | 'draft' | 'refused';

/** By place in what is told: whose it is and what became of it. `cast` stands for a unit that is played. */
const fates: readonly (readonly [unit: 'department' | 'first' | 'second' | 'other', fate: Fate])[] = [
  ['first', 'province'],
  ['other', 'province'],
  ['other', 'province'],
  ['department', 'unit'],
  ['other', 'province'],
  ['other', 'submitted'],
  ['department', 'panel'],
  ['other', 'submitted'],
  ['other', 'province'],
  ['first', 'returned'],
  ['second', 'draft'],
  ['other', 'refused'],
];

export async function playInitiatives(stage: Stage, starring: readonly string[]): Promise<void> {
  const [department, ...communes] = starring.flatMap((code) => stage.places.get(code) ?? []);
  const others = stage.communes.filter(({ code }) => !starring.includes(code) && stage.people.has(`head@${code}`));
  const ids: string[] = [];
  for (const [at, [whose, fate]] of fates.entries()) {
    const own = { department, first: communes[0], second: communes[1], other: others[at * 5] }[whose];
    if (own) ids.push(await playOne(stage, { at, place: own, fate }));
  }
  const [first, second] = ids;
  if (first === undefined || second === undefined) return;
  await adoptBy(stage, first, others.slice(1, 8));
  await adoptBy(stage, second, others.slice(20, 23));
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  const pair = { id: ids[7] ?? '', otherId: first, judgementId: newId() };
  await play(stage, { at: instantOf(addDays(stage.today, -2), 9), by: appraiser }, async (context) => {
    expectOk(await judgeAlike(context, { ...pair, verdict: 'continues', reason: said.judged }));
    const use = {
      id: first,
      useId: newId(),
      usedFor: said.used,
      usedId: 'mau-1',
      year: Number(stage.today.slice(0, 4)),
    };
    expectOk(await useInitiative(context, use));
  });
}

type One = { readonly at: number; readonly place: Place; readonly fate: Fate };

async function playOne(stage: Stage, one: One): Promise<string> {
  const { at, place, fate } = one;
  const id = newId();
  const day = addDays(stage.today, -150 + at * 8);
  const officer = personOf(stage, 'officer', place.code);
  await play(stage, { at: instantOf(day, 9), by: officer }, async (context) =>
    expectOk(await enterInitiative(context, { id, unitId: place.id, ...typedOf(stage, one) })),
  );
  if (fate === 'draft') return id;
  const head = personOf(stage, 'head', place.code);
  await move(stage, { id, day: addDays(day, 3), by: head, way: 'submit', at });
  if (fate === 'submitted') return id;
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  const review = { id, day: addDays(day, 7), by: appraiser, at };
  if (fate === 'returned') {
    await move(stage, { ...review, way: 'return' });
    return id;
  }
  await move(stage, { ...review, way: fate === 'unit' ? 'review_at_unit' : 'review_at_province' });
  await playPanel(stage, { id, day: addDays(day, 10), place, fate });
  if (fate === 'panel') return id;
  const deciding = personOf(stage, 'deciding_authority', stage.province.code);
  await move(stage, { id, day: addDays(day, 20), by: deciding, way: fate === 'refused' ? 'refuse' : 'recognise', at });
  return id;
}

function typedOf(stage: Stage, { at, place }: One) {
  const told = toldInitiatives[at];
  if (!told) throw new Error('nothing is told of it');
  const { kind, scheme, title, problem, novelty, effect, figure } = told;
  const [what, unitOfMeasure, before, after] = figure;
  const words = { kind, title, problem, novelty, effect, appliedAt: said.applied(place.name) };
  return {
    schemeCode: scheme,
    criterionCode: null,
    typed: {
      fields: { ...words, year: stage.today.slice(0, 4) },
      authors: said.authors.map(([name, of, share]) => ({ name, place: of, share })),
      effects: [{ what, unitOfMeasure, before, after }],
    },
  };
}

type Turn = {
  readonly id: string;
  readonly day: PlainDate;
  readonly by: Person;
  readonly way: InitiativeWay;
  readonly at: number;
};

async function move(stage: Stage, { id, day, by, way, at }: Turn): Promise<void> {
  const reason = way === 'return' ? said.returned : way === 'refuse' ? said.refused : null;
  const decision = { number: said.decision(at), date: day, scope: '' };
  await play(stage, { at: instantOf(day, 14), by }, async (context) => {
    const { version } = await context.tx
      .selectFrom('initiative')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expectOk(await moveInitiative(context, { id, version, move: way, reason, decision }));
  });
}

type Sitting = { readonly id: string; readonly day: PlainDate; readonly place: Place; readonly fate: Fate };

/** Of the unit itself, or of the council's people; one that has not finished waits for its last member. */
async function playPanel(stage: Stage, { id, day, place, fate }: Sitting): Promise<void> {
  const members =
    fate === 'unit'
      ? ['officer', 'indicator_owner'].map((role) => personOf(stage, role, place.code))
      : panelists.flatMap((username) => stage.people.get(username) ?? []);
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  const seen = async () => (await panelsOf(stage.services.db, id))[0]?.version ?? 0;
  for (const { personId } of members) {
    const version = await seen();
    await play(stage, { at: instantOf(day, 8), by: appraiser }, async (context) =>
      expectOk(await seatMember(context, { id, personId, version })),
    );
  }
  const low = fate === 'refused' ? 12 : 0;
  for (const [n, by] of (fate === 'panel' ? members.slice(0, -1) : members).entries()) {
    const typed = (position: number) => String(22 + n + position - low);
    await play(stage, { at: instantOf(addDays(day, 2), 10), by }, async (context) =>
      expectOk(await givePoints(context, { id, typed, remark: said.remark, hasInterest: false })),
    );
  }
  if (fate === 'panel') return;
  const version = await seen();
  await play(stage, { at: instantOf(addDays(day, 4), 16), by: appraiser }, async (context) =>
    expectOk(await closePanel(context, { id, version })),
  );
}

/** Recorded by officers, most of them verified by their heads. */
async function adoptBy(stage: Stage, id: string, places: readonly Place[]): Promise<void> {
  for (const { id: unitId, code, name } of places) {
    const adoptionId = newId();
    const day = addDays(stage.today, -20);
    const typed = { adoptedOn: addDays(day, -10), result: said.adopted(name) };
    await play(stage, { at: instantOf(day, 9), by: personOf(stage, 'officer', code) }, async (context) =>
      expectOk(await recordAdoption(context, { adoptionId, id, unitId, typed })),
    );
    if (drawn(code, id.length, 'adoption') > 0.8) continue;
    const verify = { id, adoptionId, version: 1, move: 'verify', reason: null } as const;
    await play(stage, { at: instantOf(addDays(day, 2), 9), by: personOf(stage, 'head', code) }, async (context) =>
      expectOk(await moveAdoption(context, verify)),
    );
  }
}
