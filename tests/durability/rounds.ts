/**
 * The kill -9 harness. A target writes and acknowledges; in every round somebody is killed outright; afterwards
 * everything that was acknowledged must be there. What is killed changes from round to round.
 */
import { setTimeout as pause } from 'node:timers/promises';

export type Alive = {
  /** Kills outright: the app, the database server, both, or the app in a way that leaves its server an orphan. */
  readonly kill: (victim: Victim) => Promise<void>;
  /** What is stored of these, asked of the running system. */
  readonly findMissing: (acknowledged: readonly string[]) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

export type Target = {
  /** Starts on the same data as before and writes until killed; resolves when it serves. */
  readonly start: (acknowledge: (id: string) => void) => Promise<Alive>;
};

export type Victim = 'app' | 'server' | 'both' | 'orphan';
const VICTIMS: readonly Victim[] = ['app', 'server', 'both', 'orphan'];

export type Outcome = { readonly rounds: number; readonly acknowledged: number; readonly lost: readonly string[] };

export async function runRounds(target: Target, rounds: number): Promise<Outcome> {
  const outcome = { rounds, acknowledged: 0, lost: [] as string[] };
  let before: readonly string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const acknowledged: string[] = [];
    const alive = await target.start((id) => acknowledged.push(id));
    await check(alive, before, outcome);
    await pause(50 + ((round * 37) % 150)); // kills fall at different moments of the writers' work
    await alive.kill(VICTIMS[round % VICTIMS.length] ?? 'app');
    before = acknowledged;
  }
  const last = await target.start(() => undefined);
  await check(last, before, outcome);
  await last.stop();
  return outcome;
}

type Sums = { acknowledged: number; readonly lost: string[] };

async function check(alive: Alive, acknowledged: readonly string[], sums: Sums): Promise<void> {
  sums.acknowledged += acknowledged.length;
  sums.lost.push(...(await alive.findMissing(acknowledged)));
}
