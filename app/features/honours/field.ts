/** The field in which an honour was won: the parts of the directive, three with indicators (I.1 to I.3) and that of the political system (I.4). */
import { FIELDS } from '../directive/terms.ts';

export const honourFields = [...FIELDS, 'he_thong_chinh_tri'] as const;
export type HonourField = (typeof honourFields)[number];
