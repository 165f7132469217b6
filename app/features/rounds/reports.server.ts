/** What a unit writes, and the way of its report: presented, signed and sent, taken back, received, returned. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { fillSections } from './figures.server.ts';
import { needsOpenRound, reportProcedure } from './procedure.ts';
import type { ReportMove } from './procedure.ts';
import type { Ground, Place, ReportCase, Written } from './report-case.server.ts';
import { groundOf, lockReport, writtenIn } from './report-case.server.ts';
import type { Section, SentContent, Text, TextRefusal, Typed } from './report.ts';
import { missingTexts, readSlots, readTexts, slotKey } from './report.ts';

export type RoundClosed = { readonly kind: 'round_closed' };
export type ReportRefusal = ProcedureRefusal | TextRefusal | NotThere | LostRace | RoundClosed;
export type KeptReport = { readonly id: string; readonly version: number };

export type WriteReport = Place & {
  /** 0 when nothing had been written as the form was drawn. */
  readonly version: number;
  readonly typed: Typed;
  /** The edition of the form that was drawn, where it may be another than the round has now. */
  readonly drawnFrom?: string | undefined;
};

export async function writeReport(context: Context, command: WriteReport): Promise<Result<KeptReport, ReportRefusal>> {
  const { tx, actor } = context;
  const report = await lockReport(tx, actor, command);
  const allowed = decide(context, report, 'change');
  if (!allowed.ok) return allowed;
  const { row, held } = allowed.value;
  // First of all: a form refused for its texts is drawn again with the version of now, and would then win unseen.
  if (row.version !== command.version) return refuse({ kind: 'lost_race', current: row.version });
  const ground = await groundOf(tx, row);
  const isOtherForm = command.drawnFrom !== undefined && command.drawnFrom !== row.formId;
  const texts = readAll(isOtherForm ? ground : { ...ground, known: [] }, command.typed);
  if (!texts.ok) return texts;
  const kept = row.id === null ? await begin(context, row) : await goOn(context, { ...row, id: row.id });
  if (!kept.ok) return kept;
  await keepTexts(context, kept.value.id, texts.value);
  await record(context, held, {
    row,
    id: kept.value.id,
    kind: 'report.written',
    after: { version: kept.value.version, written: texts.value.filter(({ body }) => body !== '').length },
  });
  return kept;
}

/** The round may have changed its form since it was drawn: what was typed for a section that it no longer has is kept as well. */
function readAll({ sections, known, secrets }: Ground, typed: Typed): Result<readonly Text[], TextRefusal> {
  const asked = readTexts(sections, typed, secrets);
  if (!asked.ok) return asked;
  const others = readSlots(known, typed, secrets);
  return others.ok ? ok([...asked.value, ...others.value.filter(({ body }) => body !== '')]) : others;
}

type Decided = { readonly row: ReportCase; readonly held: Permit<ReportMove> };

/** What a deed on a report needs: that it is there for this person, their move, and that its round takes it. */
export function decide(
  { actor }: Context,
  row: ReportCase | undefined,
  move: ReportMove,
  reason: string | null = null,
): Result<Decided, ProcedureRefusal | NotThere | RoundClosed> {
  if (!row) return refuse(notThere);
  const allowed = permit(reportProcedure, row, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (needsOpenRound[move] && row.roundStage !== 'open') return refuse({ kind: 'round_closed' });
  return ok({ row, held: allowed.value });
}

/** Two who begin at once: one does, the other is shown both. */
async function begin({ tx, actor, now }: Context, { roundId, unitId }: ReportCase) {
  if (actor.kind !== 'person') throw new Error('only people write reports');
  const id = newId();
  const added = await tx
    .insertInto('report')
    .values({ id, round_id: roundId, unit_id: unitId, stage: 'draft', entered_by: actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return refuse<LostRace>({ kind: 'lost_race', current: 1 });
  return ok<KeptReport>({ id, version: 1 });
}

async function goOn({ tx }: Context, { id, version }: ReportCase & { readonly id: string }) {
  const kept = { id, version: version + 1 };
  await tx.updateTable('report').set({ version: kept.version }).where('id', '=', id).execute();
  return ok<KeptReport>(kept);
}

async function keepTexts({ tx }: Context, reportId: string, texts: readonly Text[]): Promise<void> {
  if (texts.length === 0) return;
  await tx
    .insertInto('report_text')
    .values(texts.map((text) => ({ report_id: reportId, ...text })))
    .onConflict((conflict) =>
      conflict.columns(['report_id', 'position', 'part']).doUpdateSet((eb) => ({ body: eb.ref('excluded.body') })),
    )
    .execute();
}

export type ReportWay = Exclude<ReportMove, 'change'>;
export type MoveReport = Place & {
  readonly version: number;
  readonly move: ReportWay;
  readonly reason?: string | null;
};

export async function moveReport(context: Context, command: MoveReport): Promise<Result<KeptReport, ReportRefusal>> {
  const { tx, actor } = context;
  const { move, version, reason = null } = command;
  const allowed = decide(context, await lockReport(tx, actor, command), move, reason);
  if (!allowed.ok) return allowed;
  const { row, held } = allowed.value;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const { id } = row;
  const report = id === null ? undefined : { ...row, id };
  if (!report && move !== 'sign' && move !== 'present') return refuse(notThere);
  const ready = move === 'sign' || move === 'present' ? await complete(context, row) : ok(undefined);
  if (!ready.ok) return ready;
  if (!report) return refuse(notThere);
  if (move === 'sign' && ready.value) await freeze(context, { report, ready: ready.value, held });
  if (move === 'recall' && row.stage === 'signed') await takeBack(context, report.id);
  return ok(await save(context, { report, held, command }));
}

type Ready = Written & { readonly sections: readonly Section[] };

async function complete({ tx }: Context, row: ReportCase): Promise<Result<Ready, TextRefusal>> {
  const [{ sections, secrets }, { texts, papers }] = [await groundOf(tx, row), await writtenIn(tx, row.id)];
  const missing = missingTexts(
    sections,
    texts,
    papers.flatMap(({ place }) => place ?? []),
  );
  if (!missing.ok) return missing;
  const bodies = new Map(texts.map((text) => [slotKey(text), text.body]));
  const read = readTexts(sections, (position, part) => bodies.get(slotKey({ position, part })) ?? '', secrets);
  return read.ok ? ok({ sections, texts: read.value, papers }) : read;
}

type Begun = ReportCase & { readonly id: string };

/** What is sent is kept whole: the texts, and the tables as they stand at this moment. */
async function freeze(
  { tx, actor, now }: Context,
  { report, ready, held }: { report: Begun; ready: Ready; held: Permit },
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people sign');
  const { id, formName, formEdition, unitId, firstDay, lastDay } = report;
  const { sections, texts, papers } = ready;
  const asked = { unitId, firstDay, lastDay, today: plainDateIn(now), actor };
  const content: SentContent = {
    form: { name: formName, edition: formEdition },
    round: report.roundName,
    unit: report.unitName,
    days: { first: firstDay, last: lastDay },
    sections: await fillSections(tx, sections, { asked, texts, papers }),
  };
  const text = JSON.stringify(content);
  const sent = await tx
    .selectFrom('report_sending')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('report_id', '=', id)
    .executeTakeFirst();
  const signer = { signed_by: actor.personId, signed_for: held.holding?.forPersonId ?? null, signed_at: now };
  const digest = createHash('sha256').update(text).digest('hex');
  const row = { report_id: id, number: Number(sent?.last ?? 0) + 1, content: text, digest };
  await tx
    .insertInto('report_sending')
    .values({ ...row, ...signer })
    .execute();
}

async function takeBack({ tx, now }: Context, reportId: string): Promise<void> {
  const last = tx
    .selectFrom('report_sending as s')
    .select((eb) => eb.fn.max('s.number').as('number'))
    .where('s.report_id', '=', reportId);
  await tx
    .updateTable('report_sending')
    .set({ recalled_at: now })
    .where('report_id', '=', reportId)
    .where('number', '=', last)
    .execute();
}

type Saving = { readonly report: Begun; readonly held: Permit<ReportMove>; readonly command: MoveReport };

async function save(context: Context, { report, held, command }: Saving): Promise<KeptReport> {
  const { tx } = context;
  const { move, reason } = command;
  const stage = reportProcedure[report.stage][move]?.to ?? report.stage;
  const kept = { id: report.id, version: report.version + 1 };
  await tx
    .updateTable('report')
    .set({ stage, version: kept.version, ...marks(context, held, command) })
    .where('id', '=', report.id)
    .execute();
  await record(context, held, {
    row: report,
    id: report.id,
    kind: 'report.moved',
    reason: reason?.trim() || null,
    before: { stage: report.stage, version: report.version },
    after: { move, stage, version: kept.version },
  });
  return kept;
}

function marks({ actor, now }: Context, held: Permit, { move, reason }: MoveReport) {
  const personId = actor.kind === 'person' ? actor.personId : null;
  const undecided = { decided_by: null, decided_at: null, return_reason: null };
  switch (move) {
    case 'sign':
      return {
        ...undecided,
        submitted_by: personId,
        submitted_for: held.holding?.forPersonId ?? null,
        submitted_at: now,
      };
    case 'receive':
      return { decided_by: personId, decided_at: now };
    case 'return':
      return {
        decided_by: personId,
        decided_at: now,
        return_reason: reason?.trim() ?? null,
        returns: sql<number>`returns + 1`,
      };
    case 'present':
    case 'recall':
      return {};
  }
}

type Entry = {
  readonly row: ReportCase;
  readonly id: string;
  readonly kind: 'report.written' | 'report.moved';
  readonly reason?: string | null;
  readonly before?: object;
  readonly after: object;
};

async function record(context: Context, held: Permit, { row, id, ...entry }: Entry): Promise<void> {
  await context.record({ permit: held, subject: { kind: 'report', id }, unitId: row.unitId, ...entry });
}
