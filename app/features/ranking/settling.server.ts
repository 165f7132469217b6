/** From the end of the objections to the frozen result: settled, signed off by the council, frozen by who decides. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { documentFaults } from '../../kernel/document.ts';
import type { DocumentFault } from '../../kernel/document.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import type { JudgementRow } from '../scoring/case.server.ts';
import { lockJudgement } from '../scoring/case.server.ts';
import { judgementProcedure } from '../scoring/judgement.ts';
import { shownScore } from '../scoring/points.ts';
import type { SettleWay, Unmet } from './conditions.server.ts';
import { conditionsOf, unmetOf } from './conditions.server.ts';
import { digestOf, inputsOf } from './inputs.server.ts';
import type { Outcome } from './outcome.ts';
import { outcomesOf } from './outcome.ts';
import { rankedRow, shortResults } from './ranked.ts';

export type MoveResult = {
  readonly id: string;
  readonly version: number;
  readonly move: SettleWay;
  /** Of the council's minutes, to sign off. */
  readonly minutes?: { readonly number: string; readonly date: string };
};
export type MinutesWrong = {
  readonly kind: 'minutes_wrong';
  readonly problems: readonly DocumentFault[];
};
export type SettleRefusal = ProcedureRefusal | NotThere | LostRace | MinutesWrong | Unmet;

export async function moveResult(
  context: Context,
  command: MoveResult,
): Promise<Result<{ id: string; version: number }, SettleRefusal>> {
  const { tx, actor, record } = context;
  const { id, move } = command;
  const before = await lockJudgement(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(judgementProcedure, before, actor, move);
  if (!allowed.ok) return allowed;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const lent = lenderIn('judgement', [{ row: before, permit: allowed.value }]);
  const ready = await readyFor(context, before, command);
  if (!ready.ok) return ready;
  const stage = judgementProcedure[before.stage][move]?.to ?? before.stage;
  const version = before.version + 1;
  const { results, ...marks } = ready.value;
  if (results)
    await tx
      .insertInto('judgement_result')
      .values(results.map((row) => ({ ...row, judgement_id: id })))
      .execute();
  await tx
    .updateTable('judgement')
    .set({ stage, version, ...marks, ...(move === 'settle' && { submitted_for: lent }) })
    .where('id', '=', id)
    .execute();
  const { inputs: _kept, signed_results: _signed, ...said } = marks;
  await record({
    permit: allowed.value,
    kind: move === 'freeze' ? 'judgement.frozen' : 'judgement.moved',
    subject: { kind: 'judgement', id },
    unitId: before.unitId,
    before: { stage: before.stage, version: before.version },
    after: { move, stage, version, ...said },
  });
  return ok({ id, version });
}

type Marks = {
  readonly submitted_by?: string;
  readonly settled_at?: Date;
  readonly minutes_number?: string;
  readonly minutes_date?: PlainDate;
  readonly signed_off_by?: string;
  readonly signed_off_at?: Date;
  readonly signed_results?: string;
  readonly frozen_at?: Date;
  readonly frozen_by?: string;
  readonly digest?: string;
  readonly inputs?: string;
  readonly results?: readonly ResultRow[];
};
type ResultRow = ReturnType<typeof resultRow>;

async function readyFor(
  { tx, actor, now }: Context,
  row: JudgementRow,
  { move, minutes }: MoveResult,
): Promise<Result<Marks, SettleRefusal>> {
  if (actor.kind !== 'person') throw new Error('only people settle results');
  const today = plainDateIn(now);
  const read = readMinutes(minutes, today);
  if (move === 'sign_off' && !read.ok) return read;
  const inputs = await inputsOf(tx, { judgementId: row.id, setId: row.setId, year: row.year, today });
  const outcomes = outcomesOf(inputs);
  const rows = outcomes.map((one) => rankedRow(one, inputs.thresholds));
  const unmet = unmetOf(await conditionsOf(tx, row, { move, today, rows }));
  if (unmet) return refuse(unmet);
  const by = actor.personId;
  switch (move) {
    case 'settle':
      return ok({ submitted_by: by, settled_at: now });
    case 'sign_off': {
      const signed = { signed_off_by: by, signed_off_at: now, signed_results: JSON.stringify(shortResults(rows)) };
      return ok({ ...(read.ok && read.value), ...signed });
    }
    case 'freeze': {
      const kept = { digest: digestOf(inputs), inputs: JSON.stringify(inputs) };
      return ok({ frozen_at: now, frozen_by: by, ...kept, results: outcomes.map(resultRow) });
    }
  }
}

function readMinutes(
  typed: MoveResult['minutes'],
  today: PlainDate,
): Result<Pick<Marks, 'minutes_number' | 'minutes_date'>, MinutesWrong> {
  const minutes = { number: typed?.number.trim() ?? '', date: typed?.date.trim() ?? '' };
  const problems = documentFaults(minutes, today);
  return problems.length > 0
    ? refuse({ kind: 'minutes_wrong', problems })
    : ok({ minutes_number: minutes.number, minutes_date: minutes.date });
}

function resultRow({ unitId, total, place, level, standing }: Outcome) {
  const { score, groups, ...sums } = total;
  return {
    unit_id: unitId,
    place: place?.place ?? null,
    score_above: score === null ? null : String(score.above),
    score_below: score === null ? null : String(score.below),
    shown_points: score === null ? null : shownScore(score),
    full_points: total.full,
    level,
    is_leader: place?.place === 1,
    card: JSON.stringify({
      standing: Object.fromEntries(standing),
      sums,
      groups: Object.fromEntries(groups),
      tiedWith: place?.tiedWith ?? [],
      partedBy: place?.partedBy ?? null,
    }),
  };
}
