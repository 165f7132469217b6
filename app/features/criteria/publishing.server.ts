/** A drafted set published with the paper that lays it down, or withdrawn. Published, it takes the place of the edition before it and never changes after. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { documentFaults } from '../../kernel/document.ts';
import type { DocumentFault } from '../../kernel/document.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { SetFault } from './adding-up.ts';
import { faultsOf } from './adding-up.ts';
import { setPlaces } from './places.server.ts';
import { setProcedure } from './procedure.ts';
import { setById } from './sets.server.ts';

export type PublishSet = {
  readonly id: string;
  readonly version: number;
  readonly move: 'publish' | 'withdraw';
  readonly reason?: string | null;
  readonly paper?: { readonly number: string; readonly date: string };
};
export type DoesNotAddUp = { readonly kind: 'set_faulty'; readonly faults: readonly SetFault[] };
/** All that is wrong with the form at once. */
export type PaperWrong = { readonly kind: 'paper_wrong'; readonly problems: readonly PaperProblem[] };
type PaperProblem = DocumentFault | { readonly field: 'reason'; readonly problem: 'missing' };
export type PublishRefusal = ProcedureRefusal | NotThere | LostRace | DoesNotAddUp | PaperWrong;

export async function moveSet(
  context: Context,
  command: PublishSet,
): Promise<Result<{ id: string; version: number }, PublishRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, move, reason } = command;
  await tx.selectFrom('criteria_set').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  const before = await setById(tx, id);
  if (!before) return refuse(notThere);
  const subject = { stage: before.stage, places: await setPlaces(tx), submittedBy: null };
  const allowed = permit(setProcedure, subject, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const faults = move === 'publish' ? faultsOf(before, before.review) : [];
  if (faults.length > 0) return refuse({ kind: 'set_faulty', faults });
  const isLate = move === 'publish' && hasBegun(before.year, plainDateIn(now));
  const lacksReason = isLate && !reason?.trim();
  const paper = move === 'publish' ? readPaper(command.paper, { today: plainDateIn(now), lacksReason }) : ok(null);
  if (!paper.ok) return paper;
  const version = before.version + 1;
  if (move === 'publish') await supersede(context, before);
  const by = actor.kind === 'person' ? actor.personId : null;
  const marks = paper.value && {
    document_number: paper.value.number,
    document_date: paper.value.date,
    published_at: now,
    published_by: by,
    late_reason: isLate ? (reason?.trim() ?? null) : null,
    is_proposal: false,
  };
  const stage = move === 'publish' ? 'published' : 'withdrawn';
  await tx
    .updateTable('criteria_set')
    .set({ stage, version, ...marks })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'criteria_set.moved',
    subject: { kind: 'criteria_set', id },
    reason: reason?.trim() || null,
    before: { stage: before.stage, version: before.version },
    after: { move, stage, version, ...marks },
  });
  return ok({ id, version });
}

/** Criteria are to be known before the year they judge; from its first day on publishing them asks for a reason. */
export function hasBegun(year: number, today: PlainDate): boolean {
  return Number(today.slice(0, 4)) >= year;
}

async function supersede(
  { tx }: Context,
  { id, blockId, movementId, review, year }: NonNullable<Awaited<ReturnType<typeof setById>>>,
): Promise<void> {
  await tx
    .updateTable('criteria_set')
    .set({ stage: 'superseded' })
    .where('stage', '=', 'published')
    .where('id', '<>', id)
    .where('year', '=', year)
    .where('block_id', blockId === null ? 'is' : '=', blockId)
    .where('movement_id', movementId === null ? 'is' : '=', movementId)
    .where('review', review === null ? 'is' : '=', review)
    .execute();
}

function readPaper(
  typed: PublishSet['paper'],
  { today, lacksReason }: { readonly today: PlainDate; readonly lacksReason: boolean },
): Result<{ number: string; date: PlainDate }, PaperWrong> {
  const paper = { number: typed?.number.trim() ?? '', date: typed?.date.trim() ?? '' };
  const late = lacksReason ? [{ field: 'reason', problem: 'missing' } as const] : [];
  const problems = [...documentFaults(paper, today), ...late];
  return problems.length > 0 ? refuse({ kind: 'paper_wrong', problems }) : ok(paper);
}
