/** Keeping a filled form, and sending it: all of it or nothing, and twice the same is once. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { mintedId, newId } from '../../platform/id.server.ts';
import type { Content } from './actual.ts';
import { findTarget } from './case.server.ts';
import type { ChangeRefusal, EnterRefusal, Kept } from './entering.server.ts';
import { change, enter, isUnchanged } from './entering.server.ts';
import { attachEvidence } from './evidence.server.ts';
import type { TypedFigure } from './figures.ts';
import { readFigure } from './figures.ts';
import type { MoveOneRefusal } from './moving.server.ts';
import { moveMany } from './moving.server.ts';

export type FilledLine = {
  readonly indicatorCode: string;
  readonly id: string;
  /** Null for a value that was not there when the form was drawn. */
  readonly version: number | null;
  readonly typed: TypedFigure;
  readonly files: readonly KeptFile[];
};
export type FilledForm = { readonly unitId: string; readonly lines: readonly FilledLine[]; readonly send: boolean };

export type LineRefusal = EnterRefusal | ChangeRefusal | MoveOneRefusal;
export type FormRefusal = {
  readonly kind: 'form_refused';
  readonly lines: readonly { readonly indicatorCode: string; readonly refusal: LineRefusal }[];
};
export type KeptForm = { readonly kept: number; readonly sent: number };

type KeptLine = Kept & { readonly indicatorCode: string };

export async function keepForm(context: Context, filled: FilledForm): Promise<Result<KeptForm, FormRefusal>> {
  const form = { ...filled, lines: filled.lines.map((line) => ({ ...line, id: mintedId(line.id) })) };
  const done = await sentAlready(context, form);
  const lines = form.lines.filter(({ id }) => !done.has(id));
  const kept: KeptLine[] = [];
  const refused: { indicatorCode: string; refusal: LineRefusal }[] = [];
  for (const line of lines) {
    const { indicatorCode } = line;
    const result = await keepLine(context, form.unitId, line);
    if (result.ok) kept.push({ ...result.value, indicatorCode });
    else refused.push({ indicatorCode, refusal: result.refusal });
  }
  if (refused.length > 0) return refuse({ kind: 'form_refused', lines: refused });
  if (form.send && kept.length > 0) {
    const sent = await send(context, kept);
    if (!sent.ok) return sent;
  }
  return ok({ kept: form.lines.length, sent: form.send ? form.lines.length : 0 });
}

async function keepLine(
  context: Context,
  unitId: string,
  { indicatorCode, id, version, typed, files }: FilledLine,
): Promise<Result<Kept, LineRefusal>> {
  const kept =
    version === null
      ? await enter(context, { id, indicatorCode, unitId, typed })
      : await change(context, { id, version, typed });
  if (!kept.ok) return kept;
  for (const file of files) {
    const attached = await attachEvidence(context, { id: newId(), actualId: id, file });
    if (!attached.ok) return attached;
  }
  return kept;
}

async function send(context: Context, kept: readonly KeptLine[]): Promise<Result<undefined, FormRefusal>> {
  const moved = await moveMany(context, { move: 'submit', chosen: kept });
  if (moved.ok) return ok();
  const codeOf = new Map(kept.map(({ id, indicatorCode }) => [id, indicatorCode]));
  const lines = moved.refusal.refusals.map(({ id, refusal }) => ({ indicatorCode: codeOf.get(id) ?? '', refusal }));
  return refuse({ kind: 'form_refused', lines });
}

/** The send button pressed twice: what this person sent from this very form is done, not refused. */
async function sentAlready(context: Context, form: FilledForm): Promise<ReadonlySet<string>> {
  const { tx, actor } = context;
  if (!form.send || actor.kind !== 'person' || form.lines.length === 0) return new Set();
  const rows = await tx
    .selectFrom('actual')
    .select((eb) => ['id', 'version', 'indicator_code', 'unit_id', 'period', eb.ref('value').$notNull().as('value')])
    .select(['numerator', 'denominator', 'as_of_date as asOfDate', 'source', 'note'])
    .where(
      'id',
      'in',
      form.lines.map(({ id }) => id),
    )
    .where('stage', '=', 'submitted')
    .where('submitted_by', '=', actor.personId)
    .execute();
  const done = new Set<string>();
  for (const row of rows) {
    const line = form.lines.find(({ id }) => id === row.id);
    // Kept and sent by one press, a line is one or two versions on.
    if (line && row.version - (line.version ?? 1) <= 2 && (await saysSame(context, { form, line, row })))
      done.add(row.id);
  }
  return done;
}

type Stored = Content & { readonly indicator_code: string; readonly unit_id: string; readonly period: string };
type Sent = { readonly form: FilledForm; readonly line: FilledLine; readonly row: Stored };

/** Everything the line says, not its figures alone: another date or source is another sending, and is answered as one. */
async function saysSame({ tx, now }: Context, { form, line, row }: Sent): Promise<boolean> {
  const { indicatorCode, typed } = line;
  if (row.indicator_code !== indicatorCode || row.unit_id !== form.unitId || row.period !== typed.period) return false;
  const target = await findTarget(tx, indicatorCode, form.unitId);
  if (!target) return false;
  const note = typed.note ?? row.note ?? '';
  const read = readFigure({ ...typed, note }, { ...target, today: plainDateIn(now) });
  return read.ok && isUnchanged(row, read.value.content);
}
