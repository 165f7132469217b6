/** What a unit writes of an initiative: entered, changed. Its prints for finding the alike are made with it. */
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { printsOf } from '../../kernel/alike.ts';
import { findGround, lockInitiative } from './case.server.ts';
import { authorChoices } from './choices.server.ts';
import type { InitiativeContent, InitiativeWrong, Serves, TypedInitiative } from './initiative.ts';
import { readInitiative } from './initiative.ts';
import { initiativeProcedure } from './procedure.ts';

export type EnterInitiative = Serves & {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly unitId: string;
  readonly typed: TypedInitiative;
};

/** State secrets never enter the system: whatever the door, the same answer. */
export type SecretInitiative = { readonly kind: 'secret_scheme' };
export type DraftRefusal = ProcedureRefusal | InitiativeWrong | NotThere | LostRace | SecretInitiative;
export type KeptInitiative = { readonly id: string; readonly version: number };

export async function enterInitiative(
  context: Context,
  command: EnterInitiative,
): Promise<Result<KeptInitiative, DraftRefusal>> {
  const { tx, actor } = context;
  const ground = await findGround(tx, command.unitId, command);
  if (!ground) return refuse(notThere);
  const drafted = { stage: 'draft', places: ground.places, submittedBy: null } as const;
  const allowed = permit(initiativeProcedure, drafted, actor, 'change');
  if (!allowed.ok) return allowed;
  if (ground.isSecret) return refuse({ kind: 'secret_scheme' });
  const read = await readOn(tx, command.unitId, command.typed);
  if (!read.ok) return read;
  return insert(context, allowed.value, { ...command, content: read.value });
}

/** As typed, and every account named as an author is one of the unit. */
async function readOn(
  tx: Context['tx'],
  unitId: string,
  typed: TypedInitiative,
): Promise<Result<InitiativeContent, InitiativeWrong>> {
  const read = readInitiative(typed);
  if (!read.ok) return read;
  const { authors } = read.value;
  const named = authors.flatMap(({ personId }) => personId ?? []);
  const known = new Set((await authorChoices(tx, [unitId], named)).map(({ id }) => id));
  const problems = authors.flatMap(({ personId }, author) =>
    personId === null || known.has(personId)
      ? []
      : [{ author, field: 'person', problem: { kind: 'not_offered' } } as const],
  );
  return problems.length > 0 ? refuse({ kind: 'initiative_wrong', problems }) : read;
}

type New = Serves & { readonly id: string; readonly unitId: string; readonly content: InitiativeContent };

async function insert(context: Context, allowed: Permit, given: New): Promise<Result<KeptInitiative, LostRace>> {
  const { tx, now, record } = context;
  if (allowed.actor.kind !== 'person') throw new Error('only people enter initiatives');
  const { id, unitId, content } = given;
  const row = { id, unit_id: unitId, ...columnsOf(given, content), stage: 'draft' };
  const added = await tx
    .insertInto('initiative')
    .values({ ...row, entered_by: allowed.actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return sentAgain(context, given);
  await keepParts(context, id, content);
  const after = { ...row, authors: content.authors, effects: content.effects };
  await record({ permit: allowed, kind: 'initiative.entered', subject: { kind: 'initiative', id }, unitId, after });
  return ok(added);
}

/** The same request twice is one initiative; with other words it is not the same request. */
async function sentAgain({ tx }: Context, { id, unitId, content, ...serves }: New) {
  const there = await lockInitiative(tx, { kind: 'system', name: 'job' }, id);
  const isSame =
    there?.unitId === unitId && JSON.stringify(contentOf(there, there)) === JSON.stringify(contentOf(content, serves));
  return isSame ? ok({ id, version: there.version }) : refuse({ kind: 'lost_race', current: there?.version ?? 0 });
}

function contentOf(content: InitiativeContent, serves: Serves) {
  return { ...columnsOf(serves, content), authors: content.authors, effects: content.effects };
}

function columnsOf({ schemeCode, criterionCode }: Serves, content: InitiativeContent) {
  const { kind, year, title, problem, novelty, effect, appliedAt } = content;
  const said = { kind, year, title, problem, novelty, effect, applied_at: appliedAt };
  return { ...said, scheme_code: schemeCode, criterion_code: criterionCode };
}

export type ChangeInitiative = Serves & {
  readonly id: string;
  readonly version: number;
  readonly typed: TypedInitiative;
};

export async function changeInitiative(
  context: Context,
  command: ChangeInitiative,
): Promise<Result<KeptInitiative, DraftRefusal>> {
  const { tx, actor, record } = context;
  const { id, version, typed } = command;
  const before = await lockInitiative(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(initiativeProcedure, before, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const ground = await findGround(tx, before.unitId, command);
  if (!ground) return refuse(notThere);
  if (ground.isSecret) return refuse({ kind: 'secret_scheme' });
  const read = await readOn(tx, before.unitId, typed);
  if (!read.ok) return read;
  const columns = { ...columnsOf(command, read.value), version: version + 1 };
  await tx.updateTable('initiative').set(columns).where('id', '=', id).execute();
  await keepParts(context, id, read.value);
  await record({
    permit: allowed.value,
    kind: 'initiative.changed',
    subject: { kind: 'initiative', id },
    unitId: before.unitId,
    before: contentOf(before, before),
    after: { ...contentOf(read.value, command), version: version + 1 },
  });
  return ok({ id, version: version + 1 });
}

/** Authors, figures and prints, in place of those before. */
async function keepParts({ tx }: Context, id: string, content: InitiativeContent): Promise<void> {
  await tx.deleteFrom('initiative_author').where('initiative_id', '=', id).execute();
  await tx.deleteFrom('initiative_effect').where('initiative_id', '=', id).execute();
  await insertParts(tx, [{ id, content }]);
}

type Whole = { readonly id: string; readonly content: InitiativeContent };

export async function insertParts(tx: Context['tx'], whole: readonly Whole[]): Promise<void> {
  const authors = whole.flatMap(({ id, content }) =>
    content.authors.map(({ personId, ...author }, at) => ({
      initiative_id: id,
      position: at + 1,
      ...author,
      person_id: personId,
    })),
  );
  const effects = whole.flatMap(({ id, content }) =>
    content.effects.map(({ what, unitOfMeasure, before, after }, at) => ({
      initiative_id: id,
      position: at + 1,
      what,
      unit_of_measure: unitOfMeasure,
      before,
      after,
    })),
  );
  const prints = whole.map(({ id, content }) => ({ initiative_id: id, ...printsOf(comparedTexts(content)) }));
  if (authors.length > 0) await tx.insertInto('initiative_author').values(authors).execute();
  if (effects.length > 0) await tx.insertInto('initiative_effect').values(effects).execute();
  await tx
    .insertInto('initiative_print')
    .values(prints.map((one) => ({ ...one, prints: [...one.prints] })))
    .onConflict((conflict) =>
      conflict.column('initiative_id').doUpdateSet((eb) => ({
        words: eb.ref('excluded.words'),
        prints: eb.ref('excluded.prints'),
      })),
    )
    .execute();
}

/** The fields in which a copy would show: its name, the problem, what is new, the effect in words. */
export function comparedTexts({ title, problem, novelty, effect }: Pick<InitiativeContent, (typeof compared)[number]>) {
  return [title, problem, novelty, effect];
}
export const compared = ['title', 'problem', 'novelty', 'effect'] as const;
