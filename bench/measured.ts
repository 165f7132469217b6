/** What a case hands back, what it is given, and how large it is. */
import type { Product } from '../app/compose.server.ts';
import type { Edge } from '../app/platform/command.server.ts';
import type { Database } from '../app/platform/db.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import type { Target } from './figures.ts';

export type Measured = {
  readonly name: string;
  readonly figure: number;
  readonly unit: 's' | 'ms' | 'x' | 'writes/s' | 'requests/s' | 'lost';
  readonly target: Target | null;
  /** What the figure is to be read beside, measured in the same run. */
  readonly baseline?: { readonly what: string; readonly figure: number; readonly unit: string };
  readonly ratio?: number;
  readonly notes?: readonly string[];
};

export type Sizes = {
  /** Values imported and listed. */
  readonly values: number;
  /** Of the roll-up, for every commune and indicator. */
  readonly months: number;
  readonly runs: number;
  readonly rounds: number;
  readonly seconds: number;
};

export const full: Sizes = { values: 100_000, months: 60, runs: 300, rounds: 5, seconds: 4 };
/** Proves that every case still runs; its figures say nothing. */
export const tiny: Sizes = { values: 500, months: 3, runs: 5, rounds: 2, seconds: 0.3 };

export type Bench = {
  readonly sizes: Sizes;
  readonly product: Product;
  /** Past every table's guard, to set the scene. */
  readonly owner: Database;
  /** For another process of the product on the same database. */
  readonly databaseUrl: string;
  readonly folder: string;
  readonly edge: (actor: Person) => Edge;
  readonly world: World;
};

export type World = {
  readonly rootId: string;
  readonly communes: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly indicators: readonly { readonly code: string; readonly hasParts: boolean; readonly scale: number }[];
  readonly appraiser: Person;
  /** One for each of the first communes. */
  readonly officers: readonly Person[];
};

export type Case = { readonly name: string; readonly run: (bench: Bench) => Promise<readonly Measured[]> };

export const milliseconds = async (body: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await body();
  return performance.now() - begun;
};
