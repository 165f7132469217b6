/** Freezing a consolidated report with its inputs, signing it off with the number and day of the paper, returning it. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { digestOf } from '../snapshots/take.server.ts';
import type { ConsolidationRow } from './case.server.ts';
import { lockConsolidation } from './case.server.ts';
import { contentOf, gatheredInputs } from './content.server.ts';
import { note } from './keep.server.ts';
import type { Move } from './procedure.ts';
import { procedures } from './procedure.ts';

export type Way = Exclude<Move, 'change'>;
export type SignedPaper = { readonly number: string; readonly day: string };
export type MoveCommand = {
  readonly id: string;
  readonly version: number;
  readonly move: Way;
  readonly reason?: string | null;
  /** Of the paper as it was signed; asked for when it is issued. */
  readonly paper?: SignedPaper;
};

export type PaperProblem = { readonly field: 'number' | 'day'; readonly problem: 'missing' | 'impossible' | 'to_come' };
export type PaperWrong = { readonly kind: 'paper_wrong'; readonly problems: readonly PaperProblem[] };
export type NothingIn = { readonly kind: 'nothing_in' };
export type MoveRefusal = ProcedureRefusal | NotThere | LostRace | PaperWrong | NothingIn;

export async function moveConsolidation(
  context: Context,
  command: MoveCommand,
): Promise<Result<{ readonly id: string }, MoveRefusal>> {
  const { tx, actor, now } = context;
  const { id, version, move, reason = null } = command;
  const row = await lockConsolidation(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(procedures[row.desk], row, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const wrong = move === 'issue' ? paperProblems(command.paper, plainDateIn(now)) : [];
  if (wrong.length > 0) return refuse({ kind: 'paper_wrong', problems: wrong });
  if (move === 'freeze' && !(await freeze(context, row, allowed.value))) return refuse({ kind: 'nothing_in' });
  const stage = procedures[row.desk][row.stage][move]?.to ?? row.stage;
  await tx
    .updateTable('consolidation')
    .set({ stage, version: version + 1, ...marks(context, allowed.value, command) })
    .where('id', '=', id)
    .execute();
  await note(context, allowed.value, {
    kind: 'consolidation.moved',
    id,
    unitId: row.unitId,
    reason: reason?.trim() || null,
    before: { stage: row.stage, version },
    after: { move, stage, version: version + 1 },
  });
  return ok({ id });
}

function paperProblems(paper: SignedPaper | undefined, today: PlainDate): readonly PaperProblem[] {
  const { number = '', day = '' } = paper ?? {};
  const problems: PaperProblem[] = [];
  if (number.trim() === '') problems.push({ field: 'number', problem: 'missing' });
  if (number.trim().length > 60) problems.push({ field: 'number', problem: 'impossible' });
  if (day === '') problems.push({ field: 'day', problem: 'missing' });
  else if (!isPlainDate(day)) problems.push({ field: 'day', problem: 'impossible' });
  else if (day > today) problems.push({ field: 'day', problem: 'to_come' });
  return problems;
}

/** Kept whole, with the digests of what it came from. False when nothing of it would be on paper. */
async function freeze(context: Context, row: ConsolidationRow, held: Permit): Promise<boolean> {
  const { tx, actor, now } = context;
  if (actor.kind !== 'person') throw new Error('only people freeze');
  const inputs = await gatheredInputs(tx, row);
  const content = await contentOf(tx, row, { inputs, today: plainDateIn(now) });
  if (!content.parts.some(({ pieces }) => pieces.some(({ placement }) => placement === 'body'))) return false;
  const last = await tx
    .selectFrom('consolidation_edition')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('consolidation_id', '=', row.id)
    .executeTakeFirst();
  await tx
    .insertInto('consolidation_edition')
    .values({
      consolidation_id: row.id,
      number: Number(last?.number ?? 0) + 1,
      content: JSON.stringify(content),
      digest: digestOf(content),
      frozen_by: actor.personId,
      frozen_for: held.holding?.forPersonId ?? null,
      frozen_at: now,
    })
    .execute();
  return true;
}

function marks({ actor, now }: Context, held: Permit, { move, reason, paper }: MoveCommand) {
  const personId = actor.kind === 'person' ? actor.personId : null;
  switch (move) {
    case 'freeze':
      return {
        submitted_by: personId,
        submitted_for: held.holding?.forPersonId ?? null,
        submitted_at: now,
        return_reason: null,
      };
    case 'issue':
      return {
        issued_by: personId,
        issued_at: now,
        document_number: paper?.number.trim() ?? '',
        document_date: paper?.day ?? '',
      };
    case 'return':
      return { return_reason: reason?.trim() ?? null };
    case 'recall':
    case 'withdraw':
      return {};
  }
}
