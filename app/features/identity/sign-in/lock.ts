/** Five wrong passwords in a row lock an account for a quarter of an hour; it opens by itself, or an administrator opens it. */
export const failuresBeforeLock = 5;
export const lockMinutes = 15;

export type Attempts = { readonly failedCount: number; readonly lockedUntil: Date | null };

export const noFailures: Attempts = { failedCount: 0, lockedUntil: null };

export function isLocked({ lockedUntil }: Attempts, now: Date): boolean {
  return lockedUntil !== null && lockedUntil > now;
}

/** A lock that has run out is forgotten: the next five count anew. */
export function afterFailure(attempts: Attempts, now: Date): Attempts {
  if (isLocked(attempts, now)) return attempts;
  const failedCount = (attempts.lockedUntil === null ? attempts.failedCount : 0) + 1;
  const isLast = failedCount >= failuresBeforeLock;
  return { failedCount, lockedUntil: isLast ? new Date(now.getTime() + lockMinutes * 60_000) : null };
}
