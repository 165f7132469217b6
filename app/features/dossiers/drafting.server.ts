/** What a unit says of its dossier: entered, changed. Who is proposed in it: nominees.server.ts. */
import { randomBytes } from 'node:crypto';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { lockDossier, placesOf } from './case.server.ts';
import type { DossierContent, DossierField, DossierProblem, DossierWrong, TypedDossier } from './dossier.ts';
import { codeFrom, readDossier } from './dossier.ts';
import { movementChosen } from './movement-choices.server.ts';
import { awardCodesIn } from './nominee-rows.server.ts';
import { dossierProcedure } from './procedure.ts';
import { receiversFor, viaFor } from './receivers.server.ts';
import { fits } from './receiving.ts';

export type EnterDossier = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly unitId: string;
  readonly typed: TypedDossier;
};
/** The movement is handled under the rules on state secrets, and what is commended in it too (Luật Điều 84.4, 85.1.đ). */
export type SecretDossier = { readonly kind: 'secret_movement' };
/** The simplified procedure does not go with what is proposed already. */
export type NomineesUnfit = { readonly kind: 'nominees_unfit'; readonly awardCodes: readonly string[] };
export type DraftRefusal = ProcedureRefusal | DossierWrong | NotThere | LostRace | SecretDossier | NomineesUnfit;
export type KeptDossier = { readonly id: string; readonly version: number };

export async function enterDossier(
  context: Context,
  { id, unitId, typed }: EnterDossier,
): Promise<Result<KeptDossier, DraftRefusal>> {
  const { tx, actor } = context;
  const unit = await pathOf(tx, unitId);
  if (unit.length === 0) return refuse(notThere);
  const drafted = { stage: 'draft', places: placesOf({ unit, to: [], via: [] }), submittedBy: null } as const;
  const allowed = permit(dossierProcedure, drafted, actor, 'change');
  if (!allowed.ok) return allowed;
  const read = await readOn(context, unitId, typed);
  if (!read.ok) return read;
  return insert(context, allowed.value, { id, unitId, content: read.value });
}

/** As typed, and all that it names is there for this unit to name. */
async function readOn(
  { tx, actor, now }: Context,
  unitId: string,
  typed: TypedDossier,
): Promise<Result<DossierContent, DossierWrong | SecretDossier>> {
  const read = readDossier(typed, plainDateIn(now));
  if (!read.ok) return read;
  const { toUnitId, viaUnitId, movementId } = read.value;
  const [receivers, departments] = await Promise.all([receiversFor(tx, unitId), viaFor(tx, unitId)]);
  const movement = movementId === null ? undefined : await movementChosen(tx, actor, askedId(movementId));
  if (movement?.isSecret) return refuse({ kind: 'secret_movement' });
  const wrong = (field: DossierField, isWrong: boolean) =>
    isWrong ? [{ field, problem: 'not_offered' satisfies DossierProblem } as const] : [];
  const problems = [
    ...wrong('to', !receivers.some(({ id }) => id === toUnitId)),
    ...wrong('via', viaUnitId !== null && !departments.some(({ id }) => id === viaUnitId)),
    ...wrong('movement', movementId !== null && !movement),
  ];
  return problems.length > 0 ? refuse({ kind: 'dossier_wrong', problems }) : read;
}

type New = { readonly id: string; readonly unitId: string; readonly content: DossierContent };

async function insert(context: Context, allowed: Permit, given: New): Promise<Result<KeptDossier, LostRace>> {
  const { tx, now, record } = context;
  if (allowed.actor.kind !== 'person') throw new Error('only people enter dossiers');
  const { id, unitId, content } = given;
  const row = {
    id,
    code: codeFrom(randomBytes(8), content.year),
    unit_id: unitId,
    ...columnsOf(content),
    stage: 'draft',
  };
  const added = await tx
    .insertInto('dossier')
    .values({ ...row, stage_since: now, entered_by: allowed.actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return sentAgain(context, given);
  await record({ permit: allowed, kind: 'dossier.entered', subject: { kind: 'dossier', id }, unitId, after: row });
  return ok(added);
}

/** The same request twice is one dossier; with other words it is not the same request. */
async function sentAgain({ tx }: Context, { id, unitId, content }: New) {
  const there = await lockDossier(tx, { kind: 'system', name: 'job' }, id);
  const isSame = there?.unitId === unitId && JSON.stringify(columnsOf(there)) === JSON.stringify(columnsOf(content));
  return isSame ? ok({ id, version: there.version }) : refuse({ kind: 'lost_race', current: there?.version ?? 0 });
}

function columnsOf(content: DossierContent) {
  const { kind, simplified, year, movementId, title, paperNumber, paperDate } = content;
  const { route, viaUnitId, toUnitId, movementReview } = content;
  const said = {
    kind,
    simplified,
    year,
    movement_id: movementId,
    movement_review: movementReview,
    title,
    paper_number: paperNumber,
    paper_date: paperDate,
  };
  return { ...said, route, via_unit_id: viaUnitId, to_unit_id: toUnitId };
}

export type ChangeDossier = { readonly id: string; readonly version: number; readonly typed: TypedDossier };

export async function changeDossier(
  context: Context,
  { id, version, typed }: ChangeDossier,
): Promise<Result<KeptDossier, DraftRefusal>> {
  const { tx, actor, record } = context;
  const before = await lockDossier(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(dossierProcedure, before, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const read = await readOn(context, before.unitId, typed);
  if (!read.ok) return read;
  const unfit = await unfitIn(context, before, read.value);
  if (unfit.length > 0) return refuse({ kind: 'nominees_unfit', awardCodes: unfit });
  const columns = { ...columnsOf(read.value), version: version + 1 };
  await tx.updateTable('dossier').set(columns).where('id', '=', id).execute();
  await record({
    permit: allowed.value,
    kind: 'dossier.changed',
    subject: { kind: 'dossier', id },
    unitId: before.unitId,
    before: columnsOf(before),
    after: columns,
  });
  return ok({ id, version: version + 1 });
}

async function unfitIn({ tx }: Context, before: { readonly id: string }, to: DossierContent) {
  const there = await awardCodesIn(tx, before.id);
  return [...new Set(there.filter(({ code, holder }) => !fits(code, holder, to).ok).map(({ code }) => code))];
}
