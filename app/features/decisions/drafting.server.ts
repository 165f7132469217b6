/** A decision is drafted from dossiers that lie before whoever decides: every nominee still open, each once in all live decisions. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { actingUnit } from '../organisation/hands.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { visibleTo as dossierVisibleTo } from '../dossiers/visible.server.ts';
import { isDecidedHere } from './level.server.ts';
import { linesOf, placesOf, signerAt } from './case.server.ts';
import type { ContentWrong } from './decision.ts';
import { readContent } from './decision.ts';
import { proposedContent } from './draft.text.ts';
import { groundsOn } from './grounds.ts';
import type { Asked, Moved, OpenRefusal } from './opening.server.ts';
import { open, step } from './opening.server.ts';
import { decisionProcedure } from './procedure.ts';

export type NothingToDecide = { readonly kind: 'nothing_to_decide' };
export type DraftRefusal = ProcedureRefusal | NotThere | NothingToDecide;
export type DraftDecision = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly dossierIds: readonly string[];
};

type Open = { readonly nomineeId: string; readonly toUnitId: string; readonly awardCode: string };

export async function draftDecision(
  context: Context,
  { id, dossierIds }: DraftDecision,
): Promise<Result<Moved, DraftRefusal>> {
  const { tx, actor, now } = context;
  const there = await tx.selectFrom('decision').select(['id', 'version']).where('id', '=', id).executeTakeFirst();
  if (there) return ok(there);
  const nominees = await openNominees(context, dossierIds);
  const unitId = nominees[0]?.toUnitId;
  if (unitId === undefined || nominees.some(({ toUnitId }) => toUnitId !== unitId))
    return refuse({ kind: 'nothing_to_decide' });
  const start = { stage: 'draft', places: placesOf(await pathOf(tx, unitId)), submittedBy: null } as const;
  const allowed = permit(decisionProcedure, start, actor, 'change');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse(notThere);
  const today = plainDateIn(now);
  await tx
    .insertInto('decision')
    .values({
      id,
      unit_id: unitId,
      year: Number(today.slice(0, 4)),
      stage: 'draft',
      stage_since: now,
      content: JSON.stringify({}),
      drafted_by: actor.personId,
      drafted_at: now,
    })
    .execute();
  await addLines(context, id, nominees);
  const content = proposedContent({
    issuer: await issuerAt(tx, unitId),
    signer: await signerAt(tx, unitId),
    grounds: groundsOn(today),
    lines: await linesOf(tx, id),
  });
  await tx
    .updateTable('decision')
    .set({ content: JSON.stringify(content) })
    .where('id', '=', id)
    .execute();
  await context.record({
    permit: allowed.value,
    kind: 'decision.drafted',
    subject: { kind: 'decision', id },
    unitId,
    after: { about: content.about, dossiers: dossierIds, nominees: nominees.length },
  });
  return ok({ id, version: 1 });
}

/** Locked with their dossiers, so that two drafts at once do not take the same. */
async function openNominees({ tx, actor }: Context, dossierIds: readonly string[]): Promise<readonly Open[]> {
  if (dossierIds.length === 0) return [];
  const ids = [...dossierIds].toSorted();
  await tx.selectFrom('dossier').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  // A statement of its own: whoever waited for the lock sees what the other wrote.
  const { rows } = await sql<Open>`
    select n.id as "nomineeId", ${actingUnit('dossier.to_unit_id')} as "toUnitId", n.award_code as "awardCode"
    from dossier join nominee n on n.dossier_id = dossier.id
    where dossier.id = any(${ids}::uuid[]) and dossier.stage = 'deciding' and n.outcome = 'open' and ${dossierVisibleTo(actor)}
      and ${isDecidedHere()}
      and not exists (select from decision_line l where l.nominee_id = n.id and l.is_live)
    order by dossier.id, n.position`.execute(tx);
  return rows;
}

async function addLines({ tx }: Context, decisionId: string, nominees: readonly Open[]): Promise<void> {
  await tx
    .insertInto('decision_line')
    .values(
      nominees.map(({ nomineeId }, at) => ({
        id: newId(),
        decision_id: decisionId,
        nominee_id: nomineeId,
        position: at + 1,
        verdict: 'grant',
      })),
    )
    .execute();
}

export type SaveDecision = Asked & { readonly typed: Readonly<Record<string, string | undefined>> };

export async function saveDecision(
  context: Context,
  asked: SaveDecision,
): Promise<Result<Moved, OpenRefusal | ContentWrong>> {
  const opened = await open(context, asked, 'change');
  if (!opened.ok) return opened;
  const read = readContent(asked.typed);
  if (!read.ok) return read;
  return ok(await step(context, { ...opened.value, set: { content: JSON.stringify(read.value) } }));
}

/** Out of a draft; a nominee taken out is open for another decision. */
export async function leaveOut(
  context: Context,
  { lineId, ...asked }: Asked & { readonly lineId: string },
): Promise<Result<Moved, OpenRefusal>> {
  const opened = await open(context, asked, 'change');
  if (!opened.ok) return opened;
  const gone = await context.tx
    .deleteFrom('decision_line')
    .where('id', '=', lineId)
    .where('decision_id', '=', asked.id)
    .returning('nominee_id')
    .executeTakeFirst();
  if (!gone) return refuse(notThere);
  return ok(await step(context, { ...opened.value, after: { leftOut: gone.nominee_id } }));
}
