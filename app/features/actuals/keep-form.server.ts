/** Keeping a filled form, and sending it: all of it or nothing, and twice the same is once. */
import { parseVietnamese } from '../../kernel/decimal.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { ChangeRefusal, EnterRefusal, Kept } from './entering.server.ts';
import { change, enter } from './entering.server.ts';
import { attachEvidence } from './evidence.server.ts';
import type { TypedFigure } from './figures.ts';
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

export async function keepForm(context: Context, form: FilledForm): Promise<Result<KeptForm, FormRefusal>> {
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
async function sentAlready({ tx, actor }: Context, form: FilledForm): Promise<ReadonlySet<string>> {
  if (!form.send || actor.kind !== 'person' || form.lines.length === 0) return new Set();
  const rows = await tx
    .selectFrom('actual')
    .select(['id', 'version', 'value', 'numerator', 'denominator'])
    .where(
      'id',
      'in',
      form.lines.map(({ id }) => id),
    )
    .where('stage', '=', 'submitted')
    .where('submitted_by', '=', actor.personId)
    .execute();
  const isOwn = (row: (typeof rows)[number]) => {
    const line = form.lines.find(({ id }) => id === row.id);
    // Kept and sent by one press, a line is one or two versions on.
    return line !== undefined && row.version - (line.version ?? 1) <= 2 && saysSame(line.typed, row);
  };
  return new Set(rows.filter(isOwn).map(({ id }) => id));
}

type Stored = { readonly value: string | null; readonly numerator: string | null; readonly denominator: string | null };

function saysSame(typed: TypedFigure, stored: Stored): boolean {
  const says = (text: string | undefined, figure: string | null) => {
    const read = parseVietnamese(text ?? '');
    return read.ok && figure !== null && read.value.eq(figure);
  };
  return stored.numerator === null
    ? says(typed.value, stored.value)
    : says(typed.numerator, stored.numerator) && says(typed.denominator, stored.denominator);
}
