/**
 * The kill -9 harness. A target writes and acknowledges; in every round somebody is killed outright, at a random moment
 * after the first acknowledgement of the round; afterwards everything that was acknowledged must be there. Who is killed
 * changes from round to round; where only the server was, the app is not started anew but must find back by itself.
 */
import { setTimeout as pause } from 'node:timers/promises';

export type Alive = {
  /** Kills outright: the app, the database server, both, or the app in a way that leaves its server an orphan. True when the app lives on. */
  readonly kill: (victim: Victim) => Promise<boolean>;
  /** What of these is not stored, or not as it was acknowledged, asked of the running system. */
  readonly findMissing: (acknowledged: readonly string[]) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

export type Target = {
  /** Starts on the same data as before and writes until killed; resolves when it serves. */
  readonly start: (acknowledge: (id: string) => void) => Promise<Alive>;
};

export type Victim = 'app' | 'server' | 'both' | 'orphan';
const VICTIMS: readonly Victim[] = ['app', 'server', 'both', 'orphan'];
const LONGEST_GO = 900; // most kills fall early
const LONGEST_WAIT = 60_000;

export type Outcome = { readonly rounds: number; readonly acknowledged: number; readonly lost: readonly string[] };

export async function runRounds(target: Target, rounds: number): Promise<Outcome> {
  const acknowledged: string[] = [];
  const lost = new Set<string>();
  let alive: Alive | undefined;
  let checked = 0;
  const check = async (from: number, until: number): Promise<void> => {
    for (const id of (await alive?.findMissing(acknowledged.slice(from, until))) ?? []) lost.add(id);
  };
  for (let round = 0; round < rounds; round += 1) {
    const before = acknowledged.length;
    alive ??= await target.start((id) => acknowledged.push(id));
    await until(() => acknowledged.length > before);
    await check(checked, before);
    checked = before;
    await pause(Math.random() ** 2 * LONGEST_GO);
    if (!(await alive.kill(VICTIMS[round % VICTIMS.length] ?? 'app'))) alive = undefined;
  }
  const total = acknowledged.length;
  alive ??= await target.start(() => undefined);
  await check(0, total);
  await alive.stop();
  return { rounds, acknowledged: total, lost: [...lost] };
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('nothing was acknowledged any more');
    await pause(5);
  }
}
