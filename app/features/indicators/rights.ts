/**
 * Who decides what the directive leaves to the province about its indicators and schemes: owners, baselines,
 * trajectories, tolerances, which indicator tells of which scheme. A role at the province itself, not at a unit below.
 */
import type { Rights } from '../../kernel/permit.ts';

export const indicatorDeeds = ['indicator.decide', 'scheme.link'] as const;
export type IndicatorDeed = (typeof indicatorDeeds)[number];

export const indicatorRights: Rights<IndicatorDeed> = {
  'indicator.decide': { by: ['administrator', 'appraiser'] },
  'scheme.link': { by: ['administrator', 'appraiser'] },
};
