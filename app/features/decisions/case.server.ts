/** A decision as a case of its procedure, with what it says; its lines with what the register knows of each nominee by now. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { SignPlace } from '../../platform/print/pdf-job.ts';
import { actingPath, actingUnit } from '../organisation/hands.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import type { DecisionContent, DecisionLine } from './decision.ts';
import { inNameOf } from './draft.text.ts';
import type { DecisionPlace, DecisionStage } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type DecisionRow = {
  readonly id: string;
  /** In whose name it is issued: who began it, or, before it has a number, who acts for it now (ADR 0261). */
  readonly unitId: string;
  readonly unitName: string;
  /** The merged unit that began it, until its successor takes the first step. */
  readonly begunBy: string | null;
  readonly year: number;
  readonly stage: DecisionStage;
  readonly stageSince: Date;
  readonly version: number;
  readonly content: DecisionContent;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly number: number | null;
  readonly decidedOn: PlainDate | null;
  readonly approvedAt: Date | null;
  readonly paper: string | null;
  readonly signPlace: SignPlace | null;
  readonly signedPaper: string | null;
  readonly sealedPaper: string | null;
  readonly issuedAt: Date | null;
  readonly returnReason: string | null;
  readonly withdrawReason: string | null;
  readonly places: Readonly<Record<DecisionPlace, UnitPath>>;
};

/** A number and the paper that bears it stay with the body that gave them; before that, a decision is of whoever acts. */
const issuingUnit = sql<string>`case when decision.stage in ('draft', 'submitted') then ${actingUnit('decision.unit_id')} else decision.unit_id end`;

export function decisions(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('decision')
    .where(visibleTo(actor))
    .select([
      'decision.id',
      issuingUnit.as('unitId'),
      sql<string>`(select u.name from unit_now u where u.id = ${issuingUnit})`.as('unitName'),
      sql<string | null>`(select u.name from unit_now u where u.id = decision.unit_id and u.id <> ${issuingUnit})`.as(
        'begunBy',
      ),
      'decision.year',
      sql<DecisionStage>`decision.stage`.as('stage'),
      'decision.stage_since as stageSince',
      'decision.version',
      sql<DecisionContent>`decision.content`.as('content'),
      'decision.submitted_by as submittedBy',
      'decision.submitted_for as submittedFor',
      'decision.number',
      'decision.decided_on as decidedOn',
      'decision.approved_at as approvedAt',
      'decision.paper',
      sql<SignPlace | null>`decision.sign_place`.as('signPlace'),
      'decision.signed_paper as signedPaper',
      'decision.sealed_paper as sealedPaper',
      'decision.issued_at as issuedAt',
      'decision.return_reason as returnReason',
      'decision.withdraw_reason as withdrawReason',
      actingPath('decision.unit_id').as('unitPath'),
    ]);
}

type Loaded = Omit<DecisionRow, 'places'> & { readonly unitPath: UnitPath };

/** One that a merged unit began stands here as its successor would issue it; nothing is written until that takes a step (opening.server.ts). */
export async function decisionOf<Row extends Loaded>(db: Kysely<DB>, { unitPath, ...row }: Row) {
  const places = placesOf(unitPath);
  if (row.begunBy === null) return { ...row, places };
  const [issuer, signer] = await Promise.all([issuerAt(db, row.unitId), signerAt(db, row.unitId)]);
  return { ...row, content: inNameOf(row.content, { issuer, signer }), places };
}

/** Who holds the office today, where it is one person; else whoever drafts says so. */
export async function signerAt(db: Kysely<DB>, unitId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select distinct p.full_name as name from role_holding r join person p on p.id = r.person_id
    where r.unit_id = ${unitId} and r.role in ('deciding_authority', 'head') and r.valid_from <= today_here()
      and (r.valid_until is null or r.valid_until > today_here()) limit 2`.execute(db);
  return rows.length === 1 ? (rows[0]?.name ?? '') : '';
}

export function placesOf(path: UnitPath): DecisionRow['places'] {
  return { receiver: path, decider: path.slice(0, 1) };
}

export async function lockDecision(tx: Transaction<DB>, actor: Actor, id: string): Promise<DecisionRow | undefined> {
  const row = await decisions(tx, actor).where('decision.id', '=', id).forUpdate('decision').executeTakeFirst();
  return row && decisionOf(tx, row);
}

export async function findDecisionRow(db: Kysely<DB>, actor: Actor, id: string): Promise<DecisionRow | undefined> {
  const row = await decisions(db, actor).where('decision.id', '=', id).executeTakeFirst();
  return row && decisionOf(db, row);
}

/** Discipline or a matter that began up to today and has not ended: what the register knows now, not when it was proposed. */
export async function linesOf(db: Kysely<DB>, decisionId: string): Promise<readonly DecisionLine[]> {
  const { rows } = await sql<DecisionLine>`
    select l.id, l.nominee_id as "nomineeId", n.dossier_id as "dossierId", d.code as "dossierCode", n.holder_id as "holderId",
      h.kind as "holderKind", h.name, h.position_title as "positionTitle", u.name as "unitName", n.award_code as "awardCode",
      n.achievement, d.year, l.verdict, l.reason, l.posthumous, l.answer, l.answered, l.initiative_id as "initiativeId", i.title as "initiativeTitle",
      exists (select from initiative_use x where x.initiative_id = l.initiative_id and x.used_id <> l.nominee_id::text) as "isInitiativeUsed",
      h.ended_on as "endedOn", h.merged_into is not null as "isMerged", l.version,
      (select max(x.first_day) from holder_discipline x where x.holder_id = h.id and x.removed_at is null
        and coalesce(x.last_day, 'infinity') >= make_date(d.year, 1, 1)) as "disciplinedFrom",
      (select min(p.since) from holder_pending p where p.holder_id = h.id and p.until is null and p.removed_at is null) as "pendingSince",
      exists (select from holder_pending p where p.holder_id = h.id and p.until is null and p.removed_at is null) as "isPending"
    from decision_line l join nominee n on n.id = l.nominee_id join dossier d on d.id = n.dossier_id
      join holder h on h.id = n.holder_id join unit_now u on u.id = h.unit_id
      left join initiative i on i.id = l.initiative_id
    where l.decision_id = ${decisionId}
    order by l.position, l.id`.execute(db);
  return rows;
}
