/** Which nominees of a dossier a page looks closer at: of hundreds only its own, for each is held against the register and other reports. */
import type { NomineeOutcome } from '../dossiers/nominee.ts';
import type { Conclusion } from './conclusion.ts';

/** A default of the product. */
const lookedAtOnce = 50;

type Paging = { readonly page: number; readonly size: number; readonly total: number };

export function pageOf(all: readonly { readonly id: string }[], asked: number): { ids: string[]; paging: Paging } {
  const last = Math.max(1, Math.ceil(all.length / lookedAtOnce));
  const page = Math.min(last, asked);
  const ids = all.slice((page - 1) * lookedAtOnce, page * lookedAtOnce).map(({ id }) => id);
  return { ids, paging: { page, size: lookedAtOnce, total: all.length } };
}

type Open = { readonly outcome: NomineeOutcome; readonly conclusion: Conclusion | null };

export const unconcludedOf = <One extends Open>(all: readonly One[]): readonly One[] =>
  all.filter(({ outcome, conclusion }) => outcome === 'open' && conclusion === null);
