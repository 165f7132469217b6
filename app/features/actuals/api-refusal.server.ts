/** Rows that were refused, as one problem that points at each of them. */
import type { Kysely } from 'kysely';
import type { FieldError, Problem, ProblemKind } from '../../platform/api/problem.ts';
import { kindOfAll, problemOf } from '../../platform/api/problem.ts';
import type { DB } from '../../platform/db-types.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { actualsApiText as said } from './api.text.ts';
import type { FigureRule } from './actual.ts';
import { ruleColumns, ruleOf } from './case.server.ts';
import type { CorrectRefusal, EnterRefusal } from './entering.server.ts';
import type { MoveOneRefusal, MoveRefusal } from './moving.server.ts';
import { problemText } from './text.ts';

type Reason = EnterRefusal | CorrectRefusal | MoveOneRefusal;
export type RefusedRow = { readonly index: number; readonly refusal: Reason };
/** The indicator each row is about; empty where the row names none. */
type Sent = readonly { readonly indicator: string }[];

export async function rowsProblem(db: Kysely<DB>, sent: Sent, refused: readonly RefusedRow[]): Promise<Problem> {
  const rules = await rulesOf(db, sent);
  const told = refused.slice(0, 1000).flatMap((row) => errorsOf(row, sent, rules));
  const kind = kindOfAll(refused.map(({ refusal }) => kindOf(refusal)));
  return { kind, detail: said.rows(refused.length, sent.length), errors: told };
}

async function rulesOf(db: Kysely<DB>, sent: Sent): Promise<ReadonlyMap<string, FigureRule>> {
  const codes = [...new Set(sent.map(({ indicator }) => indicator))];
  const rows = await db.selectFrom('indicator').select(ruleColumns).where('code', 'in', codes).execute();
  return new Map(rows.map((row) => [row.code, ruleOf(row)]));
}

/** Values that could not be moved, each named by its place; only versions tell what came between. */
export function movesProblem(ids: readonly string[], refusals: MoveRefusal['refusals']): Problem {
  const rows = refusals.map(({ id, refusal }) => ({ at: `#/items/${ids.indexOf(id)}`, refusal }));
  const errors = rows.slice(0, 1000).map(({ at, refusal }) => {
    if (refusal.kind === 'lost_race') return { pointer: `${at}/version`, detail: said.raced(refusal.current) };
    return { pointer: refusal.kind === 'needs' ? '#/reason' : at, detail: kernelRefusal(refusal) };
  });
  const kind = kindOfAll(rows.map(({ refusal }) => problemOf(refusal, '').kind));
  return { kind, detail: said.moves(refusals.length, ids.length), errors };
}

/** A row about what is not there is a row to mend: the list itself is there. */
function kindOf(refusal: Reason): ProblemKind {
  if (refusal.kind === 'figure_wrong' || refusal.kind === 'not_there') return 'invalid_body';
  return problemOf(refusal, '').kind;
}

function errorsOf(
  { index, refusal }: RefusedRow,
  sent: Sent,
  rules: ReadonlyMap<string, FigureRule>,
): readonly FieldError[] {
  const at = `#/items/${index}`;
  const code = sent[index]?.indicator ?? '';
  const rule = rules.get(code);
  switch (refusal.kind) {
    case 'figure_wrong':
      return refusal.problems.map(({ field, problem }) => ({
        pointer: `${at}/${field}`,
        detail: rule ? problemText(problem, rule) : said.unknownIndicator(code),
      }));
    case 'not_there':
      if (code === '') return [{ pointer: at, detail: kernelRefusal(refusal) }];
      return [{ pointer: `${at}/indicator`, detail: rule ? kernelRefusal(refusal) : said.unknownIndicator(code) }];
    case 'already_open':
      return [{ pointer: at, detail: said.open(refusal.id) }];
    case 'already_verified':
      return [{ pointer: at, detail: said.verified(refusal.id) }];
    case 'already_superseded':
      return [{ pointer: at, detail: said.superseded }];
    case 'lost_race':
      return [{ pointer: at, detail: said.other }];
    case 'wrong_stage':
    case 'not_yours':
    case 'four_eyes':
    case 'needs':
    case 'not_scoped':
      return [{ pointer: at, detail: kernelRefusal(refusal) }];
  }
}
