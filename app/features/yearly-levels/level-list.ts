/**
 * A unit's classification of its people in a year (xếp loại mức độ hoàn thành nhiệm vụ; CT II.4: results of the year are the ground of commendation). The officer enters, the head
 * confirms: two people. Confirmed, it goes into the register; whoever comes late goes into a further list of the year. No text that was read sets a share of people per level, so nothing
 * is limited here.
 */
import type { Procedure } from '../../kernel/procedure.ts';
import type { Level } from '../awards/standards/case.ts';

export const listStages = ['draft', 'submitted', 'confirmed', 'discarded'] as const;
export type ListStage = (typeof listStages)[number];
export const listMoves = ['change', 'submit', 'recall', 'return', 'confirm', 'discard'] as const;
export type ListMove = (typeof listMoves)[number];

const writers = [
  { role: 'officer', at: 'unit' },
  { role: 'head', at: 'unit' },
] as const;
const head = [{ role: 'head', at: 'unit' }] as const;

export const listProcedure: Procedure<ListStage, ListMove> = {
  draft: {
    change: { to: 'draft', by: writers },
    submit: { to: 'submitted', by: writers },
    discard: { to: 'discarded', by: writers, needs: ['reason'] },
  },
  submitted: {
    recall: { to: 'draft', by: writers },
    return: { to: 'draft', by: head, fourEyes: true, needs: ['reason'] },
    confirm: { to: 'confirmed', by: head, fourEyes: true },
  },
  confirmed: {},
  discarded: {},
};

export type Line = { readonly holderId: string; readonly level: Level };
/** Null takes a line away. */
export type LineChange = { readonly holderId: string; readonly level: Level | null };
