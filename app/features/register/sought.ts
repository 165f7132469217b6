import { givenAwards } from '../awards/award.ts';

/** Awards that are decided in the province or proposed from it. */
export const sought = () => givenAwards().filter(({ level }) => level !== 'elsewhere');
