/** The shape and colour of each step. */
import type { StatusName } from '../../ui/status.ts';
import type { Standing } from './standing.ts';

export const standingLook: Readonly<Record<Standing, StatusName>> = {
  met: 'achieved',
  to_judge: 'on_track',
  unconfirmed: 'on_track',
  lacks_facts: 'no_data',
  not_met: 'off_track',
};
