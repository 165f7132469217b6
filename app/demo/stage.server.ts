/**
 * Where the story is played: the product's own commands, by people of the story, on a clock that stands where the story
 * is. Nothing is written past the rules; only who is told of what is narrowed to the players with an account.
 */
import type { Person } from '../kernel/actor.ts';
import { TIME_ZONE } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk, ok } from '../kernel/result.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../platform/command.server.ts';
import { act } from '../platform/command.server.ts';
import type { EventKind } from '../platform/events.ts';
import type { JobSender } from '../platform/jobs.server.ts';
import type { Reaction, Reactions } from '../platform/record.server.ts';
import type { Services } from '../platform/services.server.ts';
import { followEntries } from '../features/messages/messages.server.ts';
import type { Story } from './story.ts';

export type Place = { readonly id: string; readonly code: string; readonly name: string; readonly kind: string };

export type Stage = {
  readonly services: Services;
  readonly story: Story;
  readonly today: PlainDate;
  readonly province: Place;
  /** By code. */
  readonly places: ReadonlyMap<string, Place>;
  readonly communes: readonly Place[];
  /** By role and unit code (`officer@02647`); the cast by username too. */
  readonly people: Map<string, Person>;
};

/** An instant of that day in the province. */
export function instantOf(day: PlainDate, hour: number): Date {
  const at = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  const offset = offsets.get(day) ?? offsetMinutes(at);
  offsets.set(day, offset);
  return new Date(at.getTime() - offset * 60_000);
}

/** By day: asking for a zone is slow, and the story asks thousands of times. */
const offsets = new Map<PlainDate, number>();

function offsetMinutes(at: Date): number {
  const local = new Date(at.toLocaleString('en-US', { timeZone: TIME_ZONE }));
  const utc = new Date(at.toLocaleString('en-US', { timeZone: 'UTC' }));
  return (local.getTime() - utc.getTime()) / 60_000;
}

/** `heard` takes the entries somebody should hear of. */
export function servicesAt(stage: Stage, at: Date, heard: string[] = []): Services {
  const now = stage.services.clock();
  const clock = at < now ? at : now;
  const send: JobSender['send'] = async (_tx, job) => {
    if (job.kind === 'message.follow') heard.push(...(job.data['entryIds'] ?? '').split(' '));
  };
  return { ...stage.services, clock: () => clock, jobs: { send }, reactions: narrowed(stage) };
}

/** Thousands of figures move in a year; only those of units that are played are told. */
function narrowed(stage: Stage): Reactions {
  const all = stage.services.reactions;
  const played = new Set(stage.story.cast.map(({ unit }) => stage.places.get(unit)?.id));
  const ifPlayed =
    (kind: EventKind): Reaction =>
    (entries) => {
      const heard = entries.filter(({ event }) => played.has(event.unitId ?? ''));
      return heard.length > 0 ? all[kind](heard) : [];
    };
  return {
    ...all,
    'actual.moved': ifPlayed('actual.moved'),
    'pledge.moved': ifPlayed('pledge.moved'),
    'target.assigned': ifPlayed('target.assigned'),
    'role.granted': ifPlayed('role.granted'),
    'plan.moved': ifPlayed('plan.moved'),
    'plan.progressed': () => [],
    // Played after everything has been read; what they ask stands in people's work.
    'round.moved': () => [],
    'report.moved': () => [],
  };
}

/** One transaction of one person at one moment, and whoever it concerns is told. A refusal is a mistake of the story. */
export async function play<Value>(
  stage: Stage,
  scene: { readonly at: Date; readonly by: Actor },
  body: (context: Context) => Promise<Value>,
): Promise<Value> {
  const heard: string[] = [];
  const services = servicesAt(stage, scene.at, heard);
  const edge = { services, actor: scene.by, via: 'setup', address: null } as const;
  const done = expectOk(await act(edge, async (context) => ok(await body(context))));
  const job = { services, actor: director, via: 'job', address: null } as const;
  if (heard.length > 0) await act(job, async (context) => ok(await followEntries(context, services, heard)));
  return done;
}

export const director: Actor = { kind: 'system', name: 'setup' };

export function personOf(stage: Stage, role: string, unit: string): Person {
  const found = stage.people.get(`${role}@${unit}`);
  if (!found) throw new Error(`nobody plays ${role} at ${unit}`);
  return found;
}

export function placeOf(stage: Stage, code: string): Place {
  const found = stage.places.get(code);
  if (!found) throw new Error(`the story names ${code}, which is no unit of the pack`);
  return found;
}

/** Several at once, as many as the database likes. */
export async function inTurns<Item>(items: readonly Item[], body: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await body(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}
