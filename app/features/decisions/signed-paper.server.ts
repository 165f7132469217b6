/**
 * A paper that a person signs and the clerk seals: a decision to grant, or (features/revocations) one to revoke; or a file attached to one, which
 * is sealed alone. What signing has to know of it, and what it asks of the feature whose paper it is.
 */
import type { SignPlace } from '../../platform/print/pdf-job.ts';
import type { PaperOf } from './numbering.server.ts';

export type Part = 'person' | 'seal';

export type SignedPaper = {
  readonly id: string;
  /** Whose record speaks of it: the paper itself, or the one to which it is attached. */
  readonly subject: PaperOf;
  readonly version: number;
  readonly unitId: string;
  /** The body whose seal it bears. */
  readonly issuer: string;
  readonly signPlace: SignPlace | null;
  readonly paper: string | null;
  readonly signedPaper: string | null;
  /** Whose turn it is by its stage. */
  readonly waitsFor: Part | undefined;
};

export const partOfDeed = { sign: 'person', seal: 'seal' } as const satisfies Readonly<Record<'sign' | 'seal', Part>>;
