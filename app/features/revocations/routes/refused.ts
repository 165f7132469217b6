/** What the page of a revocation is drawn with again after a refusal. */
import type { Refused as RefusedForm } from '../../../ui/refused.ts';
import type { RevocationDeed } from '../deeds.server.ts';

export type Refused = RefusedForm<RevocationDeed>;
