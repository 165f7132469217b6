/** What the page of a dossier is drawn with again after a refusal. */
import type { Refused as RefusedForm } from '../../../ui/refused.ts';
import type { DossierDeed } from '../deeds.server.ts';

export type Refused = RefusedForm<DossierDeed>;
