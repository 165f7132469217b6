import { AWARDS } from '../awards/award.ts';

/** Awards that are decided in the province or proposed from it. */
export const sought = AWARDS.filter(({ level }) => level !== 'elsewhere');
