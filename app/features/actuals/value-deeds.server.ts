/** What the page of one value can be asked to do, one deed a form; every answer names the value to show next. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Typed } from '../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../platform/id.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { change, correct } from './entering.server.ts';
import { attachEvidence, detachEvidence } from './evidence.server.ts';
import type { TypedFigure } from './figures.ts';
import { moveOne } from './moving.server.ts';
import type { Way } from './moving.server.ts';

export const deeds = [
  'change',
  'correct',
  'attach',
  'detach',
  'submit',
  'recall',
  'withdraw',
  'verify',
  'return',
] as const;
export type DeedName = (typeof deeds)[number];
export type ShownNext = { readonly id: string };
type Done = Result<ShownNext>;

export async function doOnValue(
  edge: Edge,
  id: string,
  typed: Typed,
  act: typeof actAtEdge,
): Promise<{ readonly result: Done; readonly deed: DeedName }> {
  const deed = deeds.find((each) => each === typed.fields['viec']) ?? 'change';
  const file = deed === 'attach' ? await uploadIn(edge.services, typed.uploads) : undefined;
  if (file && !file.ok) return { deed, result: file };
  const result = await act<ShownNext, Refusal>(edge, (context) =>
    carryOut(context, { id, deed, typed, file: file?.value }),
  );
  return { deed, result };
}

type Order = {
  readonly id: string;
  readonly deed: DeedName;
  readonly typed: Typed;
  readonly file: KeptFile | undefined;
};

async function carryOut(context: Context, { id, deed, typed: { fields }, file }: Order): Promise<Done> {
  const version = versionIn(fields);
  switch (deed) {
    case 'change':
      if (keepsTheirs(fields)) return ok({ id });
      return change(context, { id, version, typed: figureIn(fields) });
    case 'correct':
      return correct(context, {
        id,
        newId: mintedId(fields['moi']),
        reason: fields['ly-do'] ?? '',
        typed: figureIn(fields),
      });
    case 'attach':
      return next(id, file ? await attachEvidence(context, { id: newId(), actualId: id, file }) : refuse(notThere));
    case 'detach':
      return next(id, await detachEvidence(context, { id: askedId(fields['tep']), actualId: id }));
    case 'submit':
    case 'recall':
    case 'withdraw':
    case 'verify':
    case 'return':
      return next(
        id,
        await moveOne(context, { id, version, move: deed satisfies Way, reason: fields['ly-do'] ?? null }),
      );
  }
}

function next(id: string, result: Result<unknown>): Done {
  return result.ok ? ok({ id }) : result;
}

function figureIn(fields: Typed['fields']): TypedFigure {
  return {
    value: fields['so'] ?? '',
    numerator: fields['tu'] ?? '',
    denominator: fields['mau'] ?? '',
    asOfDate: fields['ngay'] ?? '',
    source: fields['nguon'] ?? '',
    note: fields['ghi-chu'] ?? '',
  };
}
