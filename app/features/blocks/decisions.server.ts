/**
 * The decision that lays down who sits in a block in a year: number, day and paper, recorded together with the seats as they then are. A decision within the year may give the block
 * another lead, who takes over at once.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { BlockRefusal, Seat } from '../organisation/block.ts';
import { seated } from '../organisation/block.ts';
import { candidatesFor, saveSeats } from '../organisation/block-store.server.ts';
import { rootPath } from '../organisation/root.server.ts';
import { lockOrganisation } from '../organisation/unit-store.server.ts';
import { isSameSeats } from './block-year.ts';
import { blockRights } from './procedure.ts';
import type { BlockWrong, Fields } from './typed.ts';
import { readDecision, wrongAt } from './typed.ts';
import { lockYear } from './year.server.ts';

export type RecordDecision = {
  readonly id: string;
  readonly blockId: string;
  readonly year: number;
  /** Of the block. */
  readonly version: number;
  /** Parts by unit, of those who sit there; who is not named stays as they are. */
  readonly parts: readonly Seat[];
  readonly fields: Fields;
  readonly file: KeptFile | undefined;
};
export type DecisionRefusal =
  | PermitRefusal
  | NotThere
  | LostRace
  | BlockWrong
  | BlockRefusal
  | { readonly kind: 'no_members' | 'no_lead' | 'decision_there' };

export async function recordDecision(
  context: Context,
  command: RecordDecision,
): Promise<Result<{ id: string }, DecisionRefusal>> {
  const { tx, actor, now, record } = context;
  await lockOrganisation(tx);
  const allowed = permitTo(blockRights, 'block.decide', actor, await rootPath(tx));
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') throw new Error('only people record decisions');
  const { blockId, year, id } = command;
  const found = await lockYear(tx, blockId, year);
  if (!found) return refuse(notThere);
  if (await tx.selectFrom('block_decision').select('id').where('id', '=', id).executeTakeFirst()) return ok({ id });
  if (found.block.version !== command.version) return refuse({ kind: 'lost_race', current: found.block.version });
  if (found.seats.length === 0) return refuse({ kind: 'no_members' });
  const typed = readDecision(command.fields, { today: plainDateIn(now), year });
  if (!typed.ok) return typed;
  if (!command.file) return refuse(wrongAt('tep-moi', 'missing'));
  const before = found.seats.map(({ unitId, part }): Seat => ({ unitId, part }));
  const seats = before.map((seat) => command.parts.find(({ unitId }) => unitId === seat.unitId) ?? seat);
  const judged = seated(seats, await candidatesFor(tx, blockId, year), year);
  if (!judged.ok) return judged;
  if (!seats.some(({ part }) => part === 'lead')) return refuse({ kind: 'no_lead' });
  const added = await tx
    .insertInto('block_decision')
    .values({
      id,
      block_id: blockId,
      year,
      number: typed.value.number,
      decided_on: typed.value.decidedOn,
      about: typed.value.about,
      seats: JSON.stringify(seats),
      entered_by: actor.personId,
      entered_at: now,
    })
    .onConflict((conflict) => conflict.constraint('block_decision_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return refuse({ kind: 'decision_there' });
  const [root] = await rootPath(tx);
  await hang(context, {
    permit: allowed.value,
    id: newId(),
    hook: { kind: 'block_decision', id, unitId: root ?? '' },
    file: command.file,
  });
  if (!isSameSeats(before, seats)) await saveSeats(tx, found.block, { year, seats });
  await record({
    permit: allowed.value,
    kind: 'block.decided',
    subject: { kind: 'block', id: blockId },
    before: { year, seats: before },
    after: { year, decisionId: id, ...typed.value, seats },
  });
  return ok({ id });
}
