/** Putting a hand to a pact, to sign it or not: the head of a member, for the own unit alone, in a session of their own, of the words as they were read. */
import type { Permit } from '../../kernel/permit.ts';
import type { Given, ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import type { PactRow } from './pacts.server.ts';
import { lockPact } from './pacts.server.ts';
import { pactProcedure } from './procedure.ts';
import type { Fields } from './typed.ts';
import { caseOf } from './year.server.ts';

export type PutHand = {
  readonly id: string;
  readonly pactId: string;
  /** Of the pact as it was read: nobody signs words they have not seen. */
  readonly digest: string;
  readonly unitId: string;
  readonly fields: Fields;
};
export type HandRefusal = ProcedureRefusal | NotThere | { readonly kind: 'not_by_token' | 'words_changed' };

/** `row`: whose hand it is and for whom, as it is kept. */
type Hand = {
  readonly pact: PactRow;
  readonly permit: Permit;
  readonly row: Readonly<
    Record<'id' | 'pact_id' | 'unit_id' | 'hand_unit_id' | 'person_id' | 'name' | 'digest', string>
  > & {
    readonly for_person_id: string | null;
  };
};

export async function putHand(
  context: Context,
  command: PutHand,
  move: 'sign' | 'decline',
  given: Given = {},
): Promise<Result<Hand, HandRefusal>> {
  const { actor } = context;
  const found = await lockPact(context, command.pactId);
  if (!found || actor.kind !== 'person') return refuse(notThere);
  if (actor.scopes) return refuse({ kind: 'not_by_token' });
  const { pact, year } = found;
  const unitId = askedId(command.unitId);
  const allowed = permit(pactProcedure, caseOf(pact.stage, year, unitId), actor, move, given);
  if (!allowed.ok) return allowed;
  if (pact.digest !== command.digest) return refuse({ kind: 'words_changed' });
  const { holding } = allowed.value;
  const row = {
    id: command.id,
    pact_id: pact.id,
    unit_id: unitId,
    hand_unit_id: holding?.unitId ?? unitId,
    person_id: actor.personId,
    for_person_id: holding?.forPersonId ?? null,
    name: actor.name,
    digest: command.digest,
  };
  return ok({ pact, permit: allowed.value, row });
}
