/** A number that a person can read out to the administrator, and that stands beside the fault in the log. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';

type Scope = { readonly number: string; diskIsFull: boolean };
const scope = new AsyncLocalStorage<Scope>();
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function withReference<Value>(body: () => Value): Value {
  const number = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return scope.run({ number, diskIsFull: false }, body);
}

export function reference(): string {
  return scope.getStore()?.number ?? '—';
}

/** The only log of faults: time, reference, where, and the fault itself; never what a person typed. */
export function logFault(fault: unknown, where = ''): void {
  const met = scope.getStore();
  if (met && isFull(fault)) met.diskIsFull = true;
  console.error(`${new Date().toISOString()} ${reference()} ${where}`, fault);
}

/** Whether a fault of this request was that nothing more can be written. */
export const metFullDisk = (): boolean => scope.getStore()?.diskIsFull ?? false;

/** 53100 is PostgreSQL's word for it. */
function isFull(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && ['53100', 'ENOSPC', 'EDQUOT'].includes(String(fault.code));
}
