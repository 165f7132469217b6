/** Complaints as cases of their procedure, listed and one by one. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../../kernel/actor.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';
import { addWorkingDays } from '../../../kernel/calendar.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import type { DB } from '../../../platform/db-types.ts';
import { readSettings } from '../../../platform/settings.server.ts';
import { readCalendar } from '../../actuals/due.server.ts';
import { actingPath } from '../../organisation/hands.server.ts';
import type { ComplaintKind, ComplaintMove, ComplaintStage } from './complaint.ts';
import { complaintProcedure } from './complaint.ts';
import { visibleTo } from './visible.server.ts';

export type ComplaintRow = {
  readonly id: string;
  readonly code: string;
  readonly kind: ComplaintKind;
  readonly handlerId: string;
  readonly holderId: string | null;
  readonly honourId: string | null;
  readonly about: string;
  readonly content: string;
  readonly hasSender: boolean;
  readonly receivedOn: PlainDate;
  readonly stage: ComplaintStage;
  readonly acceptedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly answer: string | null;
  readonly pendingId: string | null;
  readonly version: number;
  readonly submittedBy: null;
  readonly places: { readonly handler: UnitPath };
};

function complaints(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('complaint')
    .where(visibleTo(actor))
    .select([
      'complaint.id',
      'complaint.code',
      sql<ComplaintKind>`complaint.kind`.as('kind'),
      'complaint.handler_id as handlerId',
      'complaint.holder_id as holderId',
      'complaint.honour_id as honourId',
      'complaint.about',
      'complaint.content',
      sql<boolean>`complaint.sender_sealed is not null`.as('hasSender'),
      'complaint.received_on as receivedOn',
      sql<ComplaintStage>`complaint.stage`.as('stage'),
      'complaint.accepted_on as acceptedOn',
      'complaint.closed_on as closedOn',
      'complaint.answer',
      'complaint.pending_id as pendingId',
      'complaint.version',
      actingPath('complaint.handler_id').as('handlerPath'),
    ]);
}

type Loaded = Omit<ComplaintRow, 'places' | 'submittedBy'> & { readonly handlerPath: UnitPath };
const complaintOf = <Row extends Loaded>({ handlerPath, ...row }: Row) => ({
  ...row,
  submittedBy: null,
  places: { handler: handlerPath },
});

export async function lockComplaint(tx: Transaction<DB>, actor: Actor, id: string): Promise<ComplaintRow | undefined> {
  const row = await complaints(tx, actor).where('complaint.id', '=', id).forUpdate('complaint').executeTakeFirst();
  return row && complaintOf(row);
}

export type ListedComplaint = ComplaintRow & {
  readonly handlerName: string;
  readonly holderName: string | null;
  readonly awardCode: string | null;
  readonly decisionNumber: string | null;
  /** Of the step it is in; null where the province has set no days. */
  readonly dueOn: PlainDate | null;
  readonly isLate: boolean;
  readonly moves: readonly ComplaintMove[];
};
type Query = {
  readonly today: PlainDate;
  readonly id?: string;
  readonly stage?: ComplaintStage | undefined;
  readonly page?: number;
  readonly size?: number;
};

export async function listComplaints(
  db: Kysely<DB>,
  actor: Actor,
  { today, id, stage, page = 1, size = 50 }: Query,
): Promise<{ readonly rows: readonly ListedComplaint[]; readonly total: number }> {
  const wanted = complaints(db, actor)
    .$if(id !== undefined, (some) => some.where('complaint.id', '=', id ?? ''))
    .$if(stage !== undefined, (some) => some.where('complaint.stage', '=', stage ?? ''));
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin('unit_now as u', 'u.id', 'complaint.handler_id')
    .leftJoin('holder as h', 'h.id', 'complaint.holder_id')
    .leftJoin('honour as o', 'o.id', 'complaint.honour_id')
    .select([
      sql<string>`u.name`.as('handlerName'),
      'h.name as holderName',
      'o.award_code as awardCode',
      'o.decision_number as decisionNumber',
    ])
    .orderBy(sql`complaint.stage in ('received', 'accepted')`, 'desc')
    .orderBy('complaint.received_on', 'desc')
    .orderBy('complaint.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const dueOf = await terms(db);
  return {
    total,
    rows: rows.map((row) => {
      const one = complaintOf(row);
      const dueOn = dueOf(one);
      return {
        ...one,
        dueOn,
        isLate: dueOn !== null && dueOn < today,
        moves: movesFor(complaintProcedure, one, actor),
      };
    }),
  };
}

/** Working days that the province set for each step; 0 is none. */
async function terms(db: Kysely<DB>): Promise<(row: ComplaintRow) => PlainDate | null> {
  const [settings, calendar] = await Promise.all([readSettings(db), readCalendar(db)]);
  const after = (from: PlainDate | null, days: number) =>
    from === null || days === 0 ? null : addWorkingDays(from, days, calendar);
  return ({ stage, receivedOn, acceptedOn }) => {
    if (stage === 'received') return after(receivedOn, settings.complaint_accept_days);
    return stage === 'accepted' ? after(acceptedOn, settings.complaint_answer_days) : null;
  };
}
