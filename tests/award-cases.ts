/** The cases of app/features/awards/data/cases, as whoever knows the law writes them, made into cases for the engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { STATES } from '../app/features/awards/standards/outcome.ts';
import type { State } from '../app/features/awards/standards/outcome.ts';

const FOLDER = 'app/features/awards/data/cases';
const state = z.enum(STATES);
const fields = z.record(z.string(), z.unknown());
const table = z.strictObject({
  awards: z.array(
    z.strictObject({
      award: z.string(),
      base: fields,
      cases: z.array(
        z.strictObject({
          article: z.string(),
          says: z.string().min(1),
          change: fields,
          result: state,
          states: z.record(z.string(), state),
        }),
      ),
    }),
  ),
});

const byName = z.record(z.string(), z.array(z.number())).nullish();

export type Row = {
  readonly award: string;
  readonly article: string;
  readonly says: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly result: State;
  /** By article as it is answered; of two entries of one article the worse. */
  readonly states: Readonly<Record<string, State>>;
};

export const ROWS: readonly Row[] = readdirSync(FOLDER)
  .toSorted()
  .flatMap((file) => table.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))).awards)
  .flatMap(({ award, base, cases }) =>
    cases.map(({ change, ...row }) => ({ ...row, award, input: inputOf({ award, ...base, ...change }) })),
  );

/** `titles` and `levels` are short for `awards` and `classification`: by code or level the years. */
function inputOf({ titles, levels, awards, ...rest }: Readonly<Record<string, unknown>>) {
  const held = byName.parse(titles);
  const classified = byName.parse(levels);
  const spread = <Key extends string>(of: Readonly<Record<string, readonly number[]>>, key: Key) =>
    Object.entries(of).flatMap(([name, years]) => years.map((year) => ({ [key]: name, year })));
  return {
    ...rest,
    ...(held ? { awards: [...spread(held, 'award'), ...z.array(z.unknown()).parse(awards ?? [])] } : {}),
    ...(classified ? { classification: spread(classified, 'level') } : {}),
  };
}
