/**
 * What the page of a report can be asked to do: kept, kept and presented, kept and signed, or moved on, one deed a form.
 * A paper is attached or taken off by a button of the same form, so that what was typed is kept with it.
 */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId, newId } from '../../platform/id.server.ts';
import type { PaperRefusal } from './papers.server.ts';
import { attachPaper, detachPaper } from './papers.server.ts';
import type { ReportMove } from './procedure.ts';
import { reportMoves } from './procedure.ts';
import type { Place } from './report-case.server.ts';
import { fieldAt, fileAt } from './report-fields.ts';
import type { ReportRefusal } from './reports.server.ts';
import { moveReport, writeReport } from './reports.server.ts';

export type ReportDeed = ReportMove | 'attach' | 'detach';
/** The deed as a button says it, and what it is about: `attach:15` for section 15, `detach:<id>` for one paper. */
type Said = { readonly deed: ReportDeed; readonly of: string };
type Done = Result<undefined, ReportRefusal | PaperRefusal>;

export async function doOnReport(
  edge: Edge,
  place: Place,
  { fields, uploads }: Pick<Typed, 'fields' | 'uploads'>,
  act: typeof actAtEdge,
): Promise<{ readonly deed: ReportDeed; readonly of: string; readonly result: Result<undefined> }> {
  const said = saidIn(fields);
  const chosen = uploads.filter(({ field }) => field === fileAt(Number(said.of)));
  const file = said.deed === 'attach' ? await uploadIn(edge.services, chosen) : undefined;
  // What was typed is kept even when the file is not.
  const order = { place, said, fields, file: file?.ok ? file.value : undefined };
  const result = await act<undefined, Refusal>(edge, (context) => carryOut(context, order));
  return { ...said, result: result.ok && file && !file.ok ? file : result };
}

function saidIn(fields: Fields): Said {
  const [word = '', of = ''] = (fields['viec'] ?? '').split(':');
  if (word === 'attach' || word === 'detach') return { deed: word, of };
  return { deed: reportMoves.find((each) => each === word) ?? 'change', of };
}

type Order = {
  readonly place: Place;
  readonly said: Said;
  readonly fields: Fields;
  readonly file: KeptFile | undefined;
};

async function carryOut(context: Context, { place, said, fields, file }: Order): Promise<Done> {
  const { deed, of } = said;
  const version = versionIn(fields);
  if (deed === 'recall' || deed === 'receive' || deed === 'return')
    return settled(await moveReport(context, { ...place, version, move: deed, reason: fields['ly-do'] ?? null }));
  if (keepsTheirs(fields)) return ok();
  const typed = (position: number, part: string) => fields[fieldAt(position, part)] ?? '';
  const written = await writeReport(context, { ...place, version, typed, drawnFrom: fields['mau'] });
  if (!written.ok || deed === 'change') return settled(written);
  if (deed === 'detach') return settled(await detachPaper(context, { ...place, id: askedId(of) }));
  if (deed === 'attach')
    return file ? settled(await attachPaper(context, { ...place, id: newId(), position: Number(of), file })) : ok();
  return settled(await moveReport(context, { ...place, version: written.value.version, move: deed }));
}

function settled(result: Result<unknown, ReportRefusal | PaperRefusal>): Done {
  return result.ok ? ok() : result;
}
