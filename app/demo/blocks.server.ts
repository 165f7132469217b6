/**
 * A year of two blocks in the story. The first cluster of communes: decision, pact signed by all, a meeting with closed minutes of which one thing agreed is done and one is open, the
 * meeting at the end of the year called. The departments: the same decision, a pact that waits for half of the signatures, a meeting whose minutes are still to be written.
 */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { takeIn } from '../platform/files/intake.server.ts';
import type { KeptFile } from '../platform/files/intake.server.ts';
import { newId } from '../platform/id.server.ts';
import type { SeatInYear } from '../features/blocks/block-year.ts';
import { recordDecision } from '../features/blocks/decisions.server.ts';
import { moveMeeting, planMeeting } from '../features/blocks/meetings.server.ts';
import type { MeetingWay } from '../features/blocks/meetings.server.ts';
import { digestOf, draftPact, movePact } from '../features/blocks/pacts.server.ts';
import { declinePact } from '../features/blocks/declining.server.ts';
import { signPact } from '../features/blocks/signing.server.ts';
import { addAgreement, reportAgreement, writeMinutes } from '../features/blocks/writing.server.ts';
import { yearOf } from '../features/blocks/year.server.ts';
import { blockWords as said } from './blocks.text.ts';
import { samplePaper } from './evidence.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

type Season = {
  readonly blockId: string;
  readonly name: string;
  readonly year: number;
  readonly seats: readonly SeatInYear[];
  /** Whoever writes for the block. */
  readonly by: Person;
  /** The n-th day of the block's year in the story. */
  readonly day: (n: number) => PlainDate;
};

export async function playBlocks(stage: Stage): Promise<void> {
  const file = { name: said.decisionFile, content: samplePaper('quyet-dinh-khoi') };
  const paper = expectOk(await takeIn(file, { store: stage.services.files }));
  const cluster = await seasonOf(stage, 'mau-xa-1');
  const departments = await seasonOf(stage, 'mau-so-nganh');
  if (cluster) {
    await decide(stage, cluster, paper);
    await playPact(stage, cluster, 'signed');
    await playClosedMeeting(stage, cluster);
    await plan(stage, cluster, { ...said.closing, heldOn: addDays(stage.today, 18), planned: 320, called: true });
  }
  if (departments) {
    await decide(stage, departments, paper);
    await playPact(stage, departments, 'waiting');
    const held = addDays(stage.today, -3);
    const id = await plan(stage, departments, { ...said.halfway, heldOn: held, planned: 300, called: true });
    await move(stage, departments, { id, version: 2, way: 'hold', at: instantOf(held, 11) });
    await plan(stage, departments, {
      ...said.closing,
      heldOn: addDays(stage.today, 25),
      planned: 320,
      called: false,
    });
  }
}

async function seasonOf(stage: Stage, code: string): Promise<Season | undefined> {
  const { db } = stage.services;
  const year = Number(stage.today.slice(0, 4));
  const block = await db.selectFrom('block').select(['id', 'name']).where('code', '=', code).executeTakeFirst();
  const found = block && (await yearOf(db, block.id, year));
  const [lead] = found?.seats ?? [];
  if (!block || !found || !lead) return undefined;
  const by = stage.people.get(`block_lead@${lead.code}`) ?? personOf(stage, 'head', lead.code);
  const latest = addDays(stage.today, -75);
  const start = `${year}-01-08` < latest ? `${year}-01-08` : latest;
  const day = (n: number) => (addDays(start, n) < stage.today ? addDays(start, n) : addDays(stage.today, -1));
  return { blockId: block.id, name: block.name, year, seats: found.seats, by, day };
}

/** With the seats as the rotation has left them. */
async function decide(stage: Stage, { blockId, name, year, day }: Season, file: KeptFile): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  const fields = { number: said.decision(year), decidedOn: day(0), about: said.decisionAbout(name, year) };
  await play(stage, { at: instantOf(day(1), 9), by }, async (context) => {
    const { version } = await context.tx
      .selectFrom('block')
      .select('version')
      .where('id', '=', blockId)
      .executeTakeFirstOrThrow();
    expectOk(await recordDecision(context, { id: newId(), blockId, year, version, parts: [], fields, file }));
  });
}

/** Of one that waits every other head has signed, and the last day lies ahead. */
async function playPact(stage: Stage, season: Season, fate: 'signed' | 'waiting'): Promise<void> {
  const { blockId, name, year, seats, by } = season;
  const isWaiting = fate === 'waiting';
  const day = isWaiting ? (n: number) => addDays(stage.today, n - 21) : season.day;
  const id = newId();
  const words = { title: said.pact(year), content: said.pactContent(name, year) };
  const signUntil = isWaiting ? addDays(stage.today, 10) : day(20);
  await play(stage, { at: instantOf(day(3), 9), by }, async (context) => {
    expectOk(await draftPact(context, { id, blockId, year, fields: { ...words, signUntil } }));
    expectOk(await movePact(context, { id, version: 1, move: 'open', fields: {} }));
  });
  const signing = isWaiting ? seats.filter((_seat, at) => at % 2 === 0) : seats;
  for (const [at, { unitId, code }] of signing.entries()) {
    const head = personOf(stage, 'head', code);
    const command = { id: newId(), pactId: id, digest: digestOf(words), unitId, fields: { post: said.head } };
    await play(stage, { at: instantOf(day(4 + (at % 12)), 10), by: head }, async (context) =>
      expectOk(await signPact(context, command)),
    );
  }
  if (isWaiting) {
    const [, other] = seats;
    const command = {
      id: newId(),
      pactId: id,
      digest: digestOf(words),
      unitId: other?.unitId ?? '',
      fields: { reason: said.declined },
    };
    await play(stage, { at: instantOf(day(12), 10), by: personOf(stage, 'head', other?.code ?? '') }, async (context) =>
      expectOk(await declinePact(context, command)),
    );
    return;
  }
  await play(stage, { at: instantOf(day(18), 9), by }, async (context) =>
    expectOk(await movePact(context, { id, version: 2, move: 'close', fields: {} })),
  );
}

type Plan = {
  readonly title: (year: number) => string;
  readonly agenda: string;
  readonly heldOn: PlainDate;
  /** On which day of the season. */
  readonly planned: number;
  readonly called: boolean;
};

async function plan(stage: Stage, season: Season, { title, agenda, heldOn, planned, called }: Plan): Promise<string> {
  const { blockId, year, by, day } = season;
  const id = newId();
  const fields = { title: title(year), plannedOn: heldOn, plannedTime: '8:30', place: said.place, agenda };
  const at = instantOf(day(planned), 9);
  await play(stage, { at, by }, async (context) => expectOk(await planMeeting(context, { id, blockId, year, fields })));
  if (called) await move(stage, season, { id, version: 1, way: 'call', at });
  return id;
}

type Step = { readonly id: string; readonly version: number; readonly way: MeetingWay; readonly at: Date };

async function move(stage: Stage, { by }: Season, { id, version, way, at }: Step): Promise<void> {
  await play(stage, { at, by }, async (context) =>
    expectOk(await moveMeeting(context, { id, version, move: way, fields: {} })),
  );
}

async function playClosedMeeting(stage: Stage, season: Season): Promise<void> {
  const { by, seats, day } = season;
  const heldOn = day(25);
  const { first } = said;
  const id = await plan(stage, season, { ...first, heldOn, planned: 10, called: true });
  await move(stage, season, { id, version: 2, way: 'hold', at: instantOf(heldOn, 11) });
  const fields = {
    endedAt: '10:45',
    chair: `${by.name}, ${by.positionTitle ?? said.head}`,
    secretary: first.secretary,
    course: first.course,
    conclusion: first.conclusion,
    ...Object.fromEntries(seats.flatMap((seat, at) => attended(stage, seat, at))),
  };
  const doers = [seats[0], seats[2] ?? seats[0]];
  const agreed = first.agreed.map((what, at) => ({
    id: newId(),
    fields: { what, unit: doers[at]?.unitId, dueOn: at === 0 ? day(40) : addDays(stage.today, 9) },
  }));
  await play(stage, { at: instantOf(day(26), 9), by }, async (context) => {
    expectOk(await writeMinutes(context, { id, version: 3, fields }));
    for (const one of agreed) expectOk(await addAgreement(context, { id, agreementId: one.id, fields: one.fields }));
    expectOk(await moveMeeting(context, { id, version: 4, move: 'close', fields: {} }));
  });
  const [done] = agreed;
  await play(stage, { at: instantOf(day(38), 9), by }, async (context) => {
    const note = { note: first.done };
    expectOk(await reportAgreement(context, { id, agreementId: done?.id ?? '', version: 1, fields: note }));
  });
}

/** One is away, one sent somebody. */
function attended(
  stage: Stage,
  { unitId, code, name }: SeatInYear,
  at: number,
): readonly (readonly [string, string])[] {
  if (at === 5) return [[`du-${unitId}`, 'absent']];
  const isOther = at === 3;
  const who = isOther ? said.first.instead(name) : personOf(stage, 'head', code).name;
  return [
    [`du-${unitId}`, isOther ? 'represented' : 'present'],
    [`ai-${unitId}`, who],
  ];
}
