/** An edition of a form on its way: published, withdrawn; and the next one begun from it. */
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import type { ProcedureRefusal } from '../../../kernel/procedure.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { OnForm } from './editing.server.ts';
import { copySections, holdForm } from './editing.server.ts';
import { sectionsOf } from './forms.server.ts';
import { formProcedure } from './procedure.ts';

export type FormEmpty = { readonly kind: 'form_empty' };
export type MoveFormRefusal = ProcedureRefusal | NotThere | LostRace | FormEmpty;
type Done = Result<{ readonly id: string }, MoveFormRefusal>;

export type MoveForm = OnForm & { readonly move: 'publish' | 'withdraw' };

/** Published it never changes again: a trigger holds it. */
export async function moveForm(context: Context, { move, ...on }: MoveForm): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await holdForm(context, on, move);
  if (!found.ok) return found;
  if (actor.kind !== 'person') return refuse(notThere);
  const { form, held } = found.value;
  const sections = await sectionsOf(tx, form.id);
  if (move === 'publish' && sections.length === 0) return refuse({ kind: 'form_empty' });
  const stage = formProcedure[form.stage][move]?.to ?? form.stage;
  const marks = move === 'publish' ? { published_by: actor.personId, published_at: now } : {};
  await tx
    .updateTable('report_form')
    .set({ stage, version: form.version + 1, ...marks })
    .where('id', '=', form.id)
    .execute();
  const after = { move, stage, ...(move === 'publish' && { sections }) };
  const subject = { kind: 'report_form', id: form.id };
  await record({ permit: held, kind: 'report_form.moved', subject, before: { stage: form.stage }, after });
  return ok({ id: form.id });
}

export type ReviseForm = OnForm & {
  /** Minted when the page was drawn: asked twice, one edition is begun. */
  readonly newId: string;
};

/** The next edition begins as a copy. While one is being made, that is the one. */
export async function reviseForm(context: Context, { newId, ...on }: ReviseForm): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await holdForm(context, on, 'revise');
  if (!found.ok) return found;
  if (actor.kind !== 'person') return refuse(notThere);
  const { form, held } = found.value;
  const family = await tx
    .selectFrom('report_form')
    .select(['id', 'stage', 'edition'])
    .where('family_id', '=', form.familyId)
    .where('stage', '!=', 'withdrawn')
    .orderBy('edition', 'desc')
    .forUpdate()
    .execute();
  const begun = family.find(({ stage }) => stage === 'draft');
  if (begun) return ok({ id: begun.id });
  const row = { family_id: form.familyId, edition: (family[0]?.edition ?? 0) + 1, name: form.name, stage: 'draft' };
  await tx
    .insertInto('report_form')
    .values({ id: newId, ...row, created_by: actor.personId, created_at: now })
    .execute();
  await copySections(tx, form.id, newId);
  const subject = { kind: 'report_form', id: newId };
  await record({ permit: held, kind: 'report_form.created', subject, after: { ...row, from: form.id } });
  return ok({ id: newId });
}
