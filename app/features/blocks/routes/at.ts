/** Where a page of a block's year is asked for, and how it answers a form. */
import { data, redirect } from 'react-router';
import type { Refusal, Result } from '../../../kernel/result.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { pageNotFound, statusOf } from '../../../platform/http.server.ts';
import type { Fields } from '../../../platform/http.server.ts';
import { readYear } from '../../organisation/year-asked.server.ts';
import { blockProblems } from '../text.ts';
import { blockByCode, yearOf } from '../year.server.ts';

type Params = { readonly code: string; readonly year: string };

export async function yearAt({ services: { db } }: Edge, { code, year }: Params) {
  const asked = readYear(year) ?? pageNotFound();
  const block = (await blockByCode(db, code)) ?? pageNotFound();
  return (await yearOf(db, block.id, asked)) ?? pageNotFound();
}

type Asked<Deed extends string> = {
  readonly deed: Deed | undefined;
  readonly fields: Fields;
  readonly to: (id: string) => string;
};

export function answered<Deed extends string>(
  result: Result<{ readonly id: string }, Refusal>,
  { deed, fields, to }: Asked<Deed>,
) {
  if (result.ok) return redirect(to(result.value.id));
  const { refusal } = result;
  const answer = { deed, fields, isRace: refusal.kind === 'lost_race', problems: blockProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}
