/** Does an item wait for the asker's own vote: open, theirs to vote on, and neither voted on nor its ballot taken. */
import type { Choice } from './tally.ts';

type Asked = {
  readonly poll: { readonly isOpen: boolean; readonly hasTaken: boolean; readonly ownChoice: Choice | null } | null;
};

export const waitsForVote = ({ poll }: Asked): boolean =>
  poll?.isOpen === true && !poll.hasTaken && poll.ownChoice === null;
