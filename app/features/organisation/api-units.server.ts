/** Units as programs name them: by code, in a parameter or in the rows they send. Codes are public; what is of a unit is not. */
import { z } from 'zod';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Problem } from '../../platform/api/problem.ts';
import type { Reader } from '../../platform/db.server.ts';
import { unitsApiText as said } from './api.text.ts';
import { idsByCode } from './unit-queries.server.ts';

export const unitCode = z.string().max(80);

/** Lists are narrowed to a unit and those below it. */
export const unitAsked = unitCode.optional().describe(said.query.withBelow);

/** The unit that a parameter names; undefined where none was named. */
export async function unitIdAsked(
  db: Reader,
  code: string | undefined,
  parameter = 'unit',
): Promise<Result<string | undefined, Problem>> {
  if (code === undefined) return ok(undefined);
  const id = (await idsByCode(db, [code])).get(code);
  return id === undefined
    ? refuse({ kind: 'invalid_query', errors: [{ parameter, detail: said.unknown(code) }] })
    : ok(id);
}

const mostErrors = 1000;

/** The unit of each row, in their order; rows that name none that there is are told by their place. */
export async function unitIdsOfRows(
  db: Reader,
  items: readonly { readonly unit: string }[],
): Promise<Result<readonly string[], Problem>> {
  const ids = await idsByCode(
    db,
    items.map(({ unit }) => unit),
  );
  const errors = items.flatMap(({ unit }, at) =>
    ids.has(unit) ? [] : [{ pointer: `#/items/${at}/unit`, detail: said.unknown(unit) }],
  );
  if (errors.length > 0) return refuse({ kind: 'invalid_body', errors: errors.slice(0, mostErrors) });
  return ok(items.map(({ unit }) => ids.get(unit) ?? ''));
}
