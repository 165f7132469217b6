/** Those who answer for a unit, as others learn of them. */
import type { Role } from '../../../kernel/actor.ts';

export const answerableRoles = ['head', 'officer', 'indicator_owner'] as const satisfies readonly Role[];

export type Answerable = {
  readonly role: (typeof answerableRoles)[number];
  readonly name: string;
  readonly positionTitle: string | null;
  /** To whom the role is lent today. */
  readonly lentTo: readonly string[];
};
