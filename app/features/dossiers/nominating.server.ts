/** Somebody who is not in the register yet is entered there and proposed in one step; a whole list likewise. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { importedId } from '../../platform/id.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { TypedHolder } from '../register/holder.ts';
import type { HolderRefusal } from '../register/holders.server.ts';
import { createHolder } from '../register/holders.server.ts';
import type { AddNominee, KeptNominee, NomineeRefusal } from './nominees.server.ts';
import { addNominee } from './nominees.server.ts';
import { mostPasted } from './paste.ts';

export type NominateNew = Omit<AddNominee, 'holderId'> & {
  readonly holderId: string;
  readonly unitId: string;
  readonly typed: TypedHolder;
};

export async function nominateNew(
  context: Context,
  seal: Seal,
  { holderId, unitId, typed, ...nominee }: NominateNew,
): Promise<Result<KeptNominee, HolderRefusal | NomineeRefusal>> {
  const entered = await createHolder(context, seal, { id: holderId, unitId, typed, isAnother: true });
  return entered.ok ? addNominee(context, { ...nominee, holderId: entered.value.id }) : entered;
}

export type ListedRow = {
  readonly line: number;
  readonly name: string;
  readonly position: string;
  readonly achievement: string;
  /** Of the register; null to enter them there. */
  readonly holderId: string | null;
};
export type NominateList = {
  /** Minted when the form was drawn: sent twice, each row is there once. */
  readonly id: string;
  readonly dossierId: string;
  readonly unitId: string;
  readonly kind: string;
  readonly awardCode: string;
  readonly rows: readonly ListedRow[];
};
export type ListRefusal =
  | { readonly kind: 'list_empty' }
  | { readonly kind: 'list_too_long'; readonly most: number }
  | {
      readonly kind: 'row_refused';
      readonly line: number;
      readonly name: string;
      readonly refusal: HolderRefusal | NomineeRefusal;
    };

/** All of them or none: the first row that cannot be taken is named. */
export async function nominateList(
  context: Context,
  seal: Seal,
  { id, dossierId, unitId, kind, awardCode, rows }: NominateList,
): Promise<Result<{ readonly added: number }, ListRefusal>> {
  if (rows.length === 0) return refuse({ kind: 'list_empty' });
  if (rows.length > mostPasted) return refuse({ kind: 'list_too_long', most: mostPasted });
  for (const { line, name, position, achievement, holderId } of rows) {
    const nominee = { id: importedId(id, `nominee ${line}`), dossierId, awardCode, achievement };
    const added =
      holderId === null
        ? await nominateNew(context, seal, {
            ...nominee,
            holderId: importedId(id, `holder ${line}`),
            unitId,
            typed: { kind, name, position },
          })
        : await addNominee(context, { ...nominee, holderId });
    if (!added.ok) return refuse({ kind: 'row_refused', line, name, refusal: added.refusal });
  }
  return ok({ added: rows.length });
}
