/** What the page of a report can be asked to do: kept, kept and presented, kept and signed, or moved on, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import type { ReportMove } from './procedure.ts';
import { reportMoves } from './procedure.ts';
import type { Place } from './report-case.server.ts';
import { fieldAt } from './report-fields.ts';
import type { ReportRefusal } from './reports.server.ts';
import { moveReport, writeReport } from './reports.server.ts';

type Done = Result<undefined, ReportRefusal>;

export async function doOnReport(
  edge: Edge,
  place: Place,
  fields: Fields,
  act: typeof actAtEdge,
): Promise<{ readonly deed: ReportMove; readonly result: Done }> {
  const deed = reportMoves.find((each) => each === fields['viec']) ?? 'change';
  const result = await act<undefined, Refusal>(edge, (context) => carryOut(context, place, deed, fields));
  return { deed, result: result as Done };
}

async function carryOut(context: Context, place: Place, deed: ReportMove, fields: Fields): Promise<Done> {
  const version = versionIn(fields);
  if (deed === 'recall' || deed === 'receive' || deed === 'return') {
    const moved = await moveReport(context, { ...place, version, move: deed, reason: fields['ly-do'] ?? null });
    return moved.ok ? ok() : moved;
  }
  if (keepsTheirs(fields)) return ok();
  const typed = (position: number) => fields[fieldAt(position)] ?? '';
  const written = await writeReport(context, { ...place, version, typed });
  if (!written.ok || deed === 'change') return written.ok ? ok() : written;
  const moved = await moveReport(context, { ...place, version: written.value.version, move: deed });
  return moved.ok ? ok() : moved;
}
