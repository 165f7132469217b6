/**
 * draft → frozen → issued. Made, edited and frozen by the appraising body, or for a scheme by its lead body's own people;
 * signed off with the number and day of the signed paper by the head of the body whose paper it is, or the deciding
 * authority, who may return it. Whoever froze it does not sign it off.
 */
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { Desk, Stage } from './consolidation.ts';

export const moves = ['change', 'freeze', 'withdraw', 'recall', 'issue', 'return'] as const;
export type Move = (typeof moves)[number];

const makers: Readonly<Record<Desk, readonly Hand<'unit'>[]>> = {
  province: [{ role: 'appraiser', at: 'unit' }],
  lead: [
    { role: 'officer', at: 'unit' },
    { role: 'head', at: 'unit' },
  ],
};
const signers: readonly Hand<'unit'>[] = [
  { role: 'head', at: 'unit' },
  { role: 'deciding_authority', at: 'unit' },
];

function procedureFor(desk: Desk): Procedure<Stage, Move> {
  const by = makers[desk];
  return {
    draft: {
      change: { to: 'draft', by },
      freeze: { to: 'frozen', by },
      withdraw: { to: 'withdrawn', by },
    },
    frozen: {
      recall: { to: 'draft', by },
      issue: { to: 'issued', by: signers, fourEyes: true },
      return: { to: 'draft', by: signers, fourEyes: true, needs: ['reason'] },
    },
    issued: {},
    withdrawn: {},
  };
}

export const procedures: Readonly<Record<Desk, Procedure<Stage, Move>>> = {
  province: procedureFor('province'),
  lead: procedureFor('lead'),
};
