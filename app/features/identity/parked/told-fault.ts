import type { ParkedForm } from './parkable.ts';

export type FaultCause = 'database_away' | 'disk_full' | 'other';

/** What the page of a fault tells; the fault itself is in the log. */
export type ToldFault = { readonly cause: FaultCause; readonly unsaved: ParkedForm | undefined };
