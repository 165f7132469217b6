/** The story a demonstration tells: who plays, and how each indicator does. Data of the pack (`sample.json`), all made up. */
import { z } from 'zod';
import { roles } from '../kernel/actor.ts';

const indicator = z.strictObject({
  owner: z.string(),
  reporting: z.enum(['month', 'quarter', 'half', 'year']),
  /** Who reports: the province's body once, every commune, or nobody (no data). */
  at: z.enum(['province', 'communes', 'none']),
  baseline: z.number().nullable(),
  /** Share of the way that should have been gone which was gone: 1 is on the path, below 0 is backwards. */
  pace: z.number(),
  /** Sum of the denominators of a ratio over the whole province. */
  whole: z.number().optional(),
  /** An estimate of the whole year is reported towards its end. */
  estimate: z.boolean().default(false),
  trajectory: z.boolean().default(false),
  /** Assigned to every commune for the year. */
  targets: z.boolean().default(false),
});

const player = z.strictObject({
  username: z.string(),
  name: z.string(),
  role: z.enum(roles),
  unit: z.string(),
  title: z.string(),
});

export const storyShape = z.strictObject({
  source: z.string(),
  basis: z.string(),
  indicators: z.record(z.string(), indicator),
  cast: z.array(player),
  schemeLinks: z.record(z.string(), z.array(z.string())),
});

export type Story = Readonly<z.infer<typeof storyShape>>;
export type Thread = Story['indicators'][string];
