/** A dossier's nominees as whoever appraises sees them: standards, flags, the same elsewhere, what was found and concluded. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { Case } from '../awards/standards/case.ts';
import type { Evaluation } from '../awards/standards/evaluate.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import type { AlikeReport } from '../dossiers/alike.server.ts';
import { findAlikeReports } from '../dossiers/alike.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { papersSeen } from '../dossiers/completeness.server.ts';
import type { NomineeRow } from '../dossiers/nominee-rows.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import type { Complete, PaperKind } from '../dossiers/papers.ts';
import { caseOf } from '../register/case.server.ts';
import type { HolderFacts } from '../register/facts.ts';
import { caseFrom } from '../register/facts.ts';
import { factsOf } from '../register/facts.server.ts';
import type { Checks, Conclusion } from './conclusion.ts';
import type { Change, Facts } from './facts.ts';
import { changesBetween, factsFrom } from './facts.ts';
import type { NomineeFlag } from './nominee-flags.server.ts';
import { flagsOn } from './nominee-flags.server.ts';

/** The same one proposed for the same in another dossier that is on its way or was granted. */
export type Twin = {
  readonly nomineeId: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly unitName: string;
  readonly stage: string;
  readonly outcome: string;
};

export type AppraisedNominee = NomineeRow & {
  readonly case: Case;
  readonly evaluation: Evaluation;
  readonly flags: readonly NomineeFlag[];
  readonly twins: readonly Twin[];
  readonly copies: readonly AlikeReport[];
  /** Of the nominee, and of the dossier as a whole. */
  readonly papersMissing: readonly PaperKind[];
  readonly held: HolderFacts['awards'];
  readonly endedOn: PlainDate | null;
  readonly checks: Checks;
  /** As of the dossier as it was sent last: what was concluded before it came back does not count. */
  readonly conclusion: Conclusion | null;
  readonly conclusionReason: string;
  readonly concludedBy: string | null;
  readonly concludedAt: Date | null;
  /** Since it was concluded on. */
  readonly changes: readonly Change[];
  /** What a conclusion of now would keep. */
  readonly facts: Facts;
  /** Of the appraisal; 0 while nothing was written. */
  readonly appraisalVersion: number;
};

/** With whose eyes: reports that are alike are looked for among what they may know of. */
export async function appraisedNominees(
  db: Kysely<DB>,
  actor: Actor,
  dossier: DossierRow,
  today: PlainDate,
): Promise<readonly AppraisedNominee[]> {
  const rows = await nomineesOf(db, dossier.id);
  const ids = rows.map(({ id }) => id);
  const keptIds = await keptHolders(db, rows);
  const kept = (row: NomineeRow) => keptIds.get(row.holderId) ?? { id: row.holderId, endedOn: null };
  const [book, holders, flags, twins, written, movement, papers, copies] = await Promise.all([
    ruleBook(db),
    factsOf(db, [...new Set(rows.map((row) => kept(row).id))]),
    flagsOn(db, ids, today),
    twinsOf(db, dossier, ids),
    writtenOf(db, ids),
    movementOf(db, dossier, rows[0]),
    papersSeen(db, dossier, rows, today),
    copiesOf(db, actor, ids),
  ]);
  return rows.flatMap((row) => {
    const { id: holderId, endedOn } = kept(row);
    const holder = holders.get(holderId);
    if (!holder) return [];
    const received = dossier.receivedOn ?? today;
    const one = caseFrom(holder, { awardCode: row.awardCode, received, year: dossier.year, movement });
    const mine = flags.get(row.id) ?? [];
    const facts = factsFrom(holder, { flags: standingIds(mine), ended: endedOn });
    return {
      ...row,
      case: one,
      evaluation: evaluateStandards(book, one),
      flags: mine,
      twins: twins.get(row.id) ?? [],
      copies: copies.get(row.id) ?? [],
      papersMissing: missingOf(papers.complete, row.id),
      held: holder.awards,
      endedOn,
      facts,
      ...concludedOf(written.get(row.id), dossier, facts),
    };
  });
}

const standingIds = (flags: readonly NomineeFlag[]) => flags.filter(({ isStanding }) => isStanding).map(({ id }) => id);

type Written = {
  readonly nomineeId: string;
  readonly conclusion: Conclusion | null;
  readonly reason: string;
  readonly checks: Checks;
  readonly facts: Facts | null;
  readonly concludedBy: string | null;
  readonly concludedAt: Date | null;
  readonly version: number;
};

function concludedOf(written: Written | undefined, { submittedAt }: DossierRow, facts: Facts) {
  const isOfNow = written?.concludedAt && (!submittedAt || written.concludedAt >= submittedAt);
  return {
    checks: written?.checks ?? {},
    conclusion: isOfNow ? written.conclusion : null,
    conclusionReason: written?.reason ?? '',
    concludedBy: isOfNow ? written.concludedBy : null,
    concludedAt: isOfNow ? written.concludedAt : null,
    changes: isOfNow && written.facts ? changesBetween(written.facts, facts) : [],
    appraisalVersion: written?.version ?? 0,
  };
}

async function writtenOf(db: Kysely<DB>, ids: readonly string[]): Promise<ReadonlyMap<string, Written>> {
  const { rows } = await sql<Written>`
    select a.nominee_id as "nomineeId", a.conclusion, a.reason, a.checks, a.facts, p.full_name as "concludedBy",
      a.concluded_at as "concludedAt", a.version
    from nominee_appraisal a left join person p on p.id = a.concluded_by
    where a.nominee_id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.nomineeId, row]));
}

type Kept = { readonly id: string; readonly endedOn: PlainDate | null };

async function keptHolders(db: Kysely<DB>, rows: readonly NomineeRow[]): Promise<ReadonlyMap<string, Kept>> {
  const ids = rows.map(({ holderId }) => holderId);
  const { rows: found } = await sql<Kept & { was: string }>`
    select h.id as was, k.id, k.ended_on as "endedOn" from holder h join holder k on k.id = coalesce(h.merged_into, h.id)
    where h.id = any(${ids}::uuid[])`.execute(db);
  return new Map(found.map(({ was, ...kept }) => [was, kept]));
}

async function twinsOf(
  db: Kysely<DB>,
  { id, year }: DossierRow,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Twin[]>> {
  const { rows } = await sql<Twin & { of: string }>`
    select n.id as of, o.id as "nomineeId", d.id as "dossierId", d.code as "dossierCode", u.name as "unitName", d.stage, o.outcome
    from nominee n join holder h on h.id = n.holder_id
    join holder k on coalesce(k.merged_into, k.id) = coalesce(h.merged_into, h.id)
    join nominee o on o.holder_id = k.id and o.award_code = n.award_code
    join dossier d on d.id = o.dossier_id join unit_now u on u.id = d.unit_id
    where n.id = any(${[...ids]}::uuid[]) and d.id <> ${id} and d.year = ${year} and d.stage not in ('draft', 'withdrawn', 'refused')
      and o.outcome in ('open', 'granted')
    order by d.submitted_at, d.id`.execute(db);
  return Map.groupBy(rows, ({ of }) => of);
}

/** The same for all of a dossier. */
async function movementOf(db: Kysely<DB>, { movementId, receivedOn, year }: DossierRow, first: NomineeRow | undefined) {
  if (!movementId || !first) return false;
  const asked = { holderId: first.holderId, awardCode: first.awardCode, received: receivedOn ?? `${year}-12-31`, year };
  return (await caseOf(db, { ...asked, movementId })).movement;
}

function missingOf({ shared, rows }: Complete, nomineeId: string): readonly PaperKind[] {
  const own = rows.find(({ id }) => id === nomineeId)?.cells ?? [];
  return [...shared, ...own].filter(({ state }) => state === 'missing' || state === 'begun').map(({ kind }) => kind);
}

/** A few at a time: each looks through the prints of all reports. */
async function copiesOf(
  db: Kysely<DB>,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly AlikeReport[]>> {
  const found = new Map<string, readonly AlikeReport[]>();
  for (const id of ids) found.set(id, await findAlikeReports(db, actor, id));
  return found;
}
