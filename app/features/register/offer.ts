/** A note that another part of the system offers, beside what somebody noted. */
import type { NoteRow } from './note.ts';
import { noteSpecs } from './note.ts';

export const offeredKinds = ['year', 'block'] as const;
export type OfferedKind = (typeof offeredKinds)[number];
export const offerOrigins = ['judgement', 'level_list'] as const;
export type OfferOrigin = (typeof offerOrigins)[number];
export type OfferState = 'entered' | 'same' | 'waiting' | 'replaced' | 'kept';

/** Whatever the source: the same fact from two papers is no difference. What an offer does not know it does not deny. */
export function saysTheSame(noted: NoteRow, offered: NoteRow): boolean {
  const columns = Object.values({ ...noteSpecs.year, ...noteSpecs.block })
    .map(({ column }) => column)
    .filter((column) => column !== 'source' && column !== 'year');
  return columns.every((column) => {
    const said = offered[column] ?? null;
    return said === null || said === (noted[column] ?? null);
  });
}
