/** What the page of an initiative is drawn with again after a refusal. */
import type { Refused as RefusedForm } from '../../../ui/refused.ts';
import type { InitiativeDeed } from '../deeds.server.ts';

export type Refused = RefusedForm<InitiativeDeed>;
