/** What the page is drawn with again after a refusal. */
import type { Refused as RefusedForm } from '../../../ui/refused.ts';
import type { CentreAct } from '../deeds.server.ts';

export type Refused = RefusedForm<CentreAct>;
