/** A request for a body's opinion as a case, and who may know of it: whoever may know of its dossier, and the unit that was asked. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { actingPath, actingUnit } from '../organisation/hands.server.ts';
import { reaches } from '../organisation/reach.server.ts';
import type { Answer, RequestState } from './opinion.ts';
import type { OpinionPlace } from './procedure.ts';
import { insideRoles } from './rights.ts';

export type RequestRow = {
  readonly id: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly dossierTitle: string;
  readonly dossierStage: string;
  readonly toUnitId: string;
  readonly toUnitName: string;
  readonly body: string;
  readonly unitId: string | null;
  readonly basis: string;
  readonly workingDays: number;
  readonly silenceAgrees: boolean;
  readonly stage: RequestState;
  readonly sentOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly letterNumber: string | null;
  readonly letterDate: PlainDate | null;
  readonly answer: Answer | null;
  readonly answerText: string | null;
  readonly answerNumber: string | null;
  readonly answerDate: PlainDate | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly waiveReason: string | null;
  readonly askedAt: Date;
  readonly version: number;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly places: Readonly<Record<OpinionPlace, UnitPath>>;
};

/** For a query that reads `opinion_request as q` and `dossier as d`. What a body answers about a unit's people is not for the unit. */
export function requestsVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  return sql<boolean>`(${reaches(actor, 'd.to_unit_id', insideRoles)}
    or ${reaches(actor, 'd.to_unit_id', ['council_secretary'])}
    or q.unit_id is not null and q.sent_on is not null and ${reaches(actor, 'q.unit_id', ['officer', 'head'])})`;
}

export function requests(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('opinion_request as q')
    .innerJoin('dossier as d', 'd.id', 'q.dossier_id')
    .innerJoin('unit_now as r', (on) => on.on('r.id', '=', actingUnit('d.to_unit_id')))
    .leftJoin('person as p', 'p.id', 'q.answered_by')
    .where(requestsVisibleTo(actor))
    .select([
      'q.id',
      'q.dossier_id as dossierId',
      'd.code as dossierCode',
      'd.title as dossierTitle',
      'd.stage as dossierStage',
      actingUnit('d.to_unit_id').as('toUnitId'),
      sql<string>`r.name`.as('toUnitName'),
      'q.body',
      'q.unit_id as unitId',
      'q.basis',
      'q.working_days as workingDays',
      'q.silence_agrees as silenceAgrees',
      sql<RequestState>`q.state`.as('stage'),
      'q.sent_on as sentOn',
      'q.due_on as dueOn',
      'q.letter_number as letterNumber',
      'q.letter_date as letterDate',
      sql<Answer | null>`q.answer`.as('answer'),
      'q.answer_text as answerText',
      'q.answer_number as answerNumber',
      'q.answer_date as answerDate',
      'p.full_name as answeredBy',
      'q.answered_at as answeredAt',
      'q.waive_reason as waiveReason',
      'q.asked_at as askedAt',
      'q.version',
      'd.submitted_by as submittedBy',
      'd.submitted_for as submittedFor',
      actingPath('d.to_unit_id').as('receiver'),
      actingPath('q.unit_id').as('asked'),
    ]);
}

type Loaded = Omit<RequestRow, 'places'> & Readonly<Record<OpinionPlace, UnitPath>>;

export const requestOf = ({ receiver, asked, ...row }: Loaded): RequestRow => ({
  ...row,
  places: { receiver: receiver.slice(0, 1), asked },
});

export async function findRequest(db: Kysely<DB>, actor: Actor, id: string): Promise<RequestRow | undefined> {
  const row = await requests(db, actor).where('q.id', '=', id).executeTakeFirst();
  return row && requestOf(row);
}

/** The dossier is locked before what hangs on it, as everywhere. */
export async function lockRequest(tx: Transaction<DB>, actor: Actor, id: string): Promise<RequestRow | undefined> {
  const seen = await tx.selectFrom('opinion_request').select('dossier_id').where('id', '=', id).executeTakeFirst();
  if (!seen) return undefined;
  await tx.selectFrom('dossier').select('id').where('id', '=', seen.dossier_id).forUpdate().execute();
  await tx.selectFrom('opinion_request').select('id').where('id', '=', id).forUpdate().execute();
  return findRequest(tx, actor, id);
}

export async function requestsOn(db: Kysely<DB>, actor: Actor, dossierId: string): Promise<readonly RequestRow[]> {
  const rows = await requests(db, actor)
    .where('q.dossier_id', '=', dossierId)
    .orderBy('q.asked_at')
    .orderBy('q.id')
    .execute();
  return rows.map(requestOf);
}
