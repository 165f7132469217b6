/** The cases that a person who knows the law has written down (`data/cases`), made into cases for the engine: for tests, and to show what a new version of a rule would say. */
import { z } from 'zod';
import commendations from '../data/cases/commendations.json' with { type: 'json' };
import everyAward from '../data/cases/every-award.json' with { type: 'json' };
import orders from '../data/cases/orders.json' with { type: 'json' };
import titlesOfCollectives from '../data/cases/titles-of-collectives.json' with { type: 'json' };
import titlesOfPersons from '../data/cases/titles-of-persons.json' with { type: 'json' };
import { STATES } from './outcome.ts';
import type { State } from './outcome.ts';

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

export type RecordedCase = {
  readonly award: string;
  readonly article: string;
  readonly says: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly result: State;
  /** By article as it is answered; of two entries of one article the worse. */
  readonly states: Readonly<Record<string, State>>;
};

export const RECORDED_CASES: readonly RecordedCase[] = [
  commendations,
  everyAward,
  orders,
  titlesOfCollectives,
  titlesOfPersons,
]
  .flatMap((file) => table.parse(file).awards)
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
