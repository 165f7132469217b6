/** How long a session lives: idle for so long, 12 hours at most in all. */
export const absoluteHours = 12;

export type IdleMinutes = { readonly everyone: number; readonly administrator: number };

export type Life = { readonly startedAt: Date; readonly lastSeenAt: Date };

export type EndOfLife = 'idle' | 'too_old';

export function endOfLife({ startedAt, lastSeenAt }: Life, idleMinutes: number, now: Date): EndOfLife | undefined {
  if (now.getTime() - startedAt.getTime() >= absoluteHours * 3_600_000) return 'too_old';
  return now.getTime() - lastSeenAt.getTime() >= idleMinutes * 60_000 ? 'idle' : undefined;
}

/** When being seen is written down again: seldom enough to cost nothing, often enough to end nobody early by much. */
export function isToBeTouched({ lastSeenAt }: Life, idleMinutes: number, now: Date): boolean {
  const pause = Math.min(60_000, (idleMinutes * 60_000) / 15);
  return now.getTime() - lastSeenAt.getTime() >= pause;
}
