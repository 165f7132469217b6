/** A number that a person can read out to the administrator, and that stands beside the fault in the log. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';

const scope = new AsyncLocalStorage<string>();
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function withReference<Value>(body: () => Value): Value {
  return scope.run(Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join(''), body);
}

export function reference(): string {
  return scope.getStore() ?? '—';
}

/** The only log of faults: time, reference, where, and the fault itself; never what a person typed. */
export function logFault(fault: unknown, where = ''): void {
  console.error(`${new Date().toISOString()} ${reference()} ${where}`, fault);
}
