/** A deed on its way: what an answer means for it, and when it is tried again. */
import type { DeedAnswerKind } from '../../kernel/deed.ts';

/** Why a deed still waits. `conflict` and `refused` are for a person to settle; the others settle themselves. */
export type Why = 'new' | 'no_line' | 'busy' | 'sign_in' | 'other_person' | 'conflict' | 'refused';
export type Verdict = 'done' | Exclude<Why, 'new'>;

/**
 * `kind` is undefined where what came is no answer of ours: a proxy's page, or that of a network which wants money first.
 * None of that is a success, whatever number it carries.
 */
export function verdictOn(status: number, kind: DeedAnswerKind | undefined): Verdict {
  switch (kind) {
    case 'done':
    case 'sign_in':
    case 'other_person':
      return kind;
    case 'fault':
      return 'busy';
    case 'refused':
      return status === 409 ? 'conflict' : status === 429 ? 'busy' : 'refused';
    case undefined:
      if (status === 413) return 'refused';
      return status < 400 ? 'no_line' : 'busy';
  }
}

const pauses = [5, 15, 45, 120, 300] as const;

/** In milliseconds, after so many tries that came to nothing. */
export function pauseAfter(tries: number): number {
  return 1000 * (pauses[Math.min(Math.max(tries, 1), pauses.length) - 1] ?? 300);
}

export type Trying = { readonly why: Why; readonly tries: number; readonly lastTry: number | null };

/** By itself, without anybody asking. */
export function isDue({ why, tries, lastTry }: Trying, now: number): boolean {
  if (why !== 'new' && why !== 'no_line' && why !== 'busy') return false;
  return lastTry === null || now >= lastTry + pauseAfter(tries);
}

/** Nobody but us has seen it: it may be replaced by a later one. */
export function isUntried({ tries }: Trying): boolean {
  return tries === 0;
}

/** As much of files as one deed keeps on the machine; browsers give more, old phones have little. */
export const mostFileBytes = 10 * 1024 * 1024;

export const isKeepable = (files: readonly { readonly size: number }[]): boolean =>
  files.reduce((sum, { size }) => sum + size, 0) <= mostFileBytes;
