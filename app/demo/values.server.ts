/** The planned values, played: typed and sent by the units, gone through by the owners, mended, corrected. */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { endOf, getPeriod } from '../kernel/period.ts';
import { expectOk } from '../kernel/result.ts';
import type { Context } from '../platform/command.server.ts';
import type { KeptFile } from '../platform/files/intake.server.ts';
import { takeIn } from '../platform/files/intake.server.ts';
import { newId } from '../platform/id.server.ts';
import { correct, enter } from '../features/actuals/entering.server.ts';
import { attachEvidence } from '../features/actuals/evidence.server.ts';
import { moveMany } from '../features/actuals/moving.server.ts';
import type { Way } from '../features/actuals/moving.server.ts';
import { drawnDay } from './chance.ts';
import { samplePaper } from './evidence.ts';
import type { Planned } from './plan.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, placeOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

type Deed = 'send' | 'verify' | 'return' | 'send again' | 'correct' | 'verify correction';
type Beat = {
  readonly day: PlainDate;
  readonly hour: number;
  readonly by: string;
  readonly deed: Deed;
  readonly value: Planned;
};
type Standing = { readonly id: string; readonly version: number };
type Play = {
  readonly stage: Stage;
  readonly needsEvidence: ReadonlySet<string>;
  readonly paper: KeptFile;
  readonly standing: Map<Planned, Standing>;
};

export async function playValues(
  stage: Stage,
  planned: readonly Planned[],
  needsEvidence: ReadonlySet<string>,
): Promise<void> {
  const file = { name: demoText.evidenceName, content: samplePaper('minh-chung') };
  const paper = expectOk(await takeIn(file, { store: stage.services.files }));
  const going: Play = { stage, needsEvidence, paper, standing: new Map() };
  const beats = planned.flatMap((value) => beatsOf(stage, value)).filter(({ day }) => day <= stage.today);
  const moments = Map.groupBy(beats, ({ day, hour }) => `${day} ${String(hour).padStart(2, '0')}`);
  for (const moment of [...moments.keys()].toSorted()) {
    const groups = Map.groupBy(moments.get(moment) ?? [], ({ by, deed }) => `${by} ${deed}`);
    await inTurns([...groups.values()], (group) => playGroup(going, group));
  }
}

function beatsOf(stage: Stage, value: Planned): readonly Beat[] {
  const { sent, decided, fate, owner } = value;
  const isProvince = value.unit === stage.province.code;
  const sender = `officer@${isProvince ? owner : value.unit}`;
  const checker = `indicator_owner@${owner}`;
  const beat = (day: PlainDate, hour: number, by: string, deed: Deed): Beat => ({ day, hour, by, deed, value });
  const send = beat(sent, 9, sender, 'send');
  switch (fate) {
    case 'late':
      return [];
    case 'draft':
    case 'waiting':
      return [send];
    case 'verified':
      return [send, beat(decided, 10, checker, 'verify')];
    case 'returned':
      return [send, beat(decided, 11, checker, 'return')];
    case 'mended':
      return [
        send,
        beat(decided, 11, checker, 'return'),
        beat(addDays(decided, 2), 14, sender, 'send again'),
        beat(addDays(decided, 4), 15, checker, 'verify'),
      ];
    case 'corrected':
      return [
        send,
        beat(decided, 10, checker, 'verify'),
        beat(addDays(decided, 45), 14, sender, 'correct'),
        beat(addDays(decided, 50), 15, checker, 'verify correction'),
      ];
  }
}

async function playGroup(going: Play, group: readonly Beat[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const [role = '', unit = ''] = first.by.split('@');
  const scene = { at: instantOf(first.day, first.hour), by: personOf(going.stage, role, unit) };
  const values = group.map(({ value }) => value);
  await play(going.stage, scene, (context) => playDeed(going, context, first.deed, values));
}

async function playDeed(going: Play, context: Context, deed: Deed, values: readonly Planned[]): Promise<void> {
  switch (deed) {
    case 'send': {
      for (const value of values) await type(going, context, value);
      const sent = values.filter(({ fate }) => fate !== 'draft');
      return move(going, context, 'submit', sent);
    }
    case 'send again':
      return move(going, context, 'submit', values);
    case 'verify':
    case 'verify correction':
      return move(going, context, 'verify', values);
    case 'return':
      for (const [reason, some] of Map.groupBy(values, reasonFor)) await move(going, context, 'return', some, reason);
      return undefined;
    case 'correct':
      for (const value of values) await typeCorrection(going, context, value);
      return move(going, context, 'submit', values);
  }
}

async function type(going: Play, context: Context, value: Planned): Promise<void> {
  const { stage } = going;
  const id = newId();
  const command = { id, indicatorCode: value.code, unitId: placeOf(stage, value.unit).id };
  const { version } = expectOk(await enter(context, { ...command, typed: typedOf(stage, value) }));
  going.standing.set(value, { id, version });
  if (going.needsEvidence.has(value.code))
    expectOk(await attachEvidence(context, { id: newId(), actualId: id, file: going.paper }));
}

function typedOf({ story, today }: Stage, value: Planned) {
  const span = getPeriod(value.period);
  const end = endOf(span);
  const asOfDate = end <= value.sent && end <= today ? end : value.sent;
  return { ...value.figure, period: value.period, asOfDate, source: story.source };
}

async function typeCorrection(going: Play, context: Context, value: Planned): Promise<void> {
  const wrong = standingOf(going, value);
  const typed = { ...typedOf(going.stage, value), ...value.corrected };
  const command = { id: wrong.id, newId: newId(), reason: demoText.correctionReason, typed };
  const kept = expectOk(await correct(context, command));
  going.standing.set(value, kept);
  if (going.needsEvidence.has(value.code))
    expectOk(await attachEvidence(context, { id: newId(), actualId: kept.id, file: going.paper }));
}

async function move(
  going: Play,
  context: Context,
  way: Way,
  values: readonly Planned[],
  reason?: string,
): Promise<void> {
  if (values.length === 0) return;
  const chosen = values.map((value) => standingOf(going, value));
  expectOk(await moveMany(context, { move: way, chosen, ...(reason && { reason }) }));
  for (const value of values) {
    const { id, version } = standingOf(going, value);
    going.standing.set(value, { id, version: version + 1 });
  }
}

function standingOf({ standing }: Play, value: Planned): Standing {
  const found = standing.get(value);
  if (!found) throw new Error(`${value.code} ${value.unit} ${value.period} was not typed yet`);
  return found;
}

function reasonFor({ code, unit, period }: Planned): string {
  const { returnReasons } = demoText;
  return returnReasons[drawnDay(0, returnReasons.length - 1, code, unit, period, 'reason')] ?? returnReasons[0];
}
