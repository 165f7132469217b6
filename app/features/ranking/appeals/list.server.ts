/** Appeals as cases of their procedure, listed and one by one, each with the last day of its step. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../../kernel/actor.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import type { DB } from '../../../platform/db-types.ts';
import { askedId } from '../../../platform/id.server.ts';
import { readSettings } from '../../../platform/settings.server.ts';
import { actingPath } from '../../organisation/hands.server.ts';
import { readCalendar } from '../../actuals/due.server.ts';
import type { AppealMove, AppealPlace, AppealStage, AppealTerms } from './appeal.ts';
import { appealProcedure, dueOn } from './appeal.ts';
import { visibleTo } from './visible.server.ts';

export type AppealRow = {
  readonly id: string;
  readonly judgementId: string;
  readonly judgementTitle: string;
  readonly rootId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly text: string;
  readonly stage: AppealStage;
  readonly stageEnteredOn: PlainDate;
  readonly filedAt: Date;
  readonly acceptedOn: PlainDate | null;
  readonly concludedOn: PlainDate | null;
  readonly answer: string | null;
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly version: number;
  readonly places: Readonly<Record<AppealPlace, UnitPath>>;
};
type Loaded = Omit<AppealRow, 'places'> & { readonly unitPath: UnitPath; readonly rootPath: UnitPath };

const from = sql`from result_appeal join judgement on judgement.id = result_appeal.judgement_id join unit_now u on u.id = result_appeal.unit_id`;

const columns = sql`result_appeal.id, judgement.id as "judgementId", judgement.title as "judgementTitle", judgement.unit_id as "rootId",
  result_appeal.unit_id as "unitId", u.name as "unitName", result_appeal.text, result_appeal.stage, result_appeal.stage_entered_on as "stageEnteredOn",
  result_appeal.filed_at as "filedAt", result_appeal.accepted_on as "acceptedOn", result_appeal.concluded_on as "concludedOn", result_appeal.answer,
  result_appeal.document_number as "documentNumber", result_appeal.document_date as "documentDate", result_appeal.filed_by as "submittedBy",
  result_appeal.filed_for as "submittedFor", result_appeal.version, ${actingPath('result_appeal.unit_id')} as "unitPath", ${actingPath('judgement.unit_id')} as "rootPath"`;

function appealOf<Row extends Loaded>({ unitPath, rootPath, ...row }: Row) {
  return { ...row, places: { unit: unitPath, root: rootPath } };
}

export async function lockAppeal(tx: Transaction<DB>, actor: Actor, id: string): Promise<AppealRow | undefined> {
  const { rows } = await sql<Loaded>`select ${columns} ${from}
    where result_appeal.id = ${askedId(id)} and ${visibleTo(actor)} for update of result_appeal`.execute(tx);
  return rows[0] && appealOf(rows[0]);
}

export type ListedAppeal = AppealRow & {
  readonly dueOn: PlainDate | null;
  readonly isLate: boolean;
  readonly moves: readonly AppealMove[];
};
export type AppealsQuery = {
  readonly today: PlainDate;
  readonly id?: string;
  readonly judgementId?: string;
  readonly stages?: readonly AppealStage[] | undefined;
  readonly page?: number;
  readonly size?: number;
};

export async function listAppeals(
  db: Kysely<DB>,
  actor: Actor,
  { today, id, judgementId, stages, page = 1, size = 50 }: AppealsQuery,
): Promise<{ readonly rows: readonly ListedAppeal[]; readonly total: number }> {
  const wanted = [
    visibleTo(actor),
    ...(id === undefined ? [] : [sql`result_appeal.id = ${askedId(id)}`]),
    ...(judgementId === undefined ? [] : [sql`judgement.id = ${askedId(judgementId)}`]),
    ...(stages === undefined ? [] : [sql`result_appeal.stage = any(${[...stages]}::text[])`]),
  ];
  const { rows } = await sql<Loaded & { total: number }>`
    select ${columns}, count(*) over ()::int as total ${from} where ${sql.join(wanted, sql` and `)}
    order by result_appeal.stage in ('filed', 'accepted') desc, result_appeal.filed_at desc, result_appeal.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const [terms, calendar] = await Promise.all([appealTerms(db), readCalendar(db)]);
  const listed = rows.map(({ total: _counted, ...row }) => {
    const one = appealOf(row);
    const due = dueOn(one, terms, calendar);
    return { ...one, dueOn: due, isLate: due !== null && due < today, moves: movesFor(appealProcedure, one, actor) };
  });
  return { rows: listed, total: rows[0]?.total ?? 0 };
}

export async function appealTerms(db: Kysely<DB>): Promise<AppealTerms> {
  const settings = await readSettings(db);
  return {
    file: settings.result_appeal_file_days,
    accept: settings.result_appeal_accept_days,
    conclude: settings.result_appeal_conclude_days,
  };
}
