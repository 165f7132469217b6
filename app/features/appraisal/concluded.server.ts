/**
 * All nominees of a dossier as far as they count in what stops it and in what is written of them: conclusion, flags, what has changed since.
 * What takes long of each (standards, reports that are alike) is looked at page by page: appraised.server.ts.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import type { NomineeRow } from '../dossiers/nominee-rows.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import type { HolderFacts } from '../register/facts.ts';
import { factsOf } from '../register/facts.server.ts';
import type { Checks, Conclusion } from './conclusion.ts';
import type { Change, Facts } from './facts.ts';
import { changesBetween, factsFrom } from './facts.ts';
import type { NomineeFlag } from './nominee-flags.server.ts';
import { flagsOn } from './nominee-flags.server.ts';

export type ConcludedNominee = NomineeRow & {
  /** As the register keeps them, whatever row was proposed. */
  readonly holder: HolderFacts;
  readonly flags: readonly NomineeFlag[];
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

export async function concludedNominees(
  db: Kysely<DB>,
  dossier: Pick<DossierRow, 'id' | 'submittedAt'>,
  today: PlainDate,
): Promise<readonly ConcludedNominee[]> {
  const rows = await nomineesOf(db, dossier.id);
  const ids = rows.map(({ id }) => id);
  const keptIds = await keptHolders(db, rows);
  const kept = (row: NomineeRow) => keptIds.get(row.holderId) ?? { id: row.holderId, endedOn: null };
  const [holders, flags, written] = await Promise.all([
    factsOf(db, [...new Set(rows.map((row) => kept(row).id))]),
    flagsOn(db, ids, today),
    writtenOf(db, ids),
  ]);
  return rows.flatMap((row) => {
    const { id: holderId, endedOn } = kept(row);
    const holder = holders.get(holderId);
    if (!holder) return [];
    const mine = flags.get(row.id) ?? [];
    const facts = factsFrom(holder, { flags: standingIds(mine), ended: endedOn });
    return { ...row, holder, flags: mine, endedOn, facts, ...concludedOf(written.get(row.id), dossier, facts) };
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

function concludedOf(written: Written | undefined, { submittedAt }: Pick<DossierRow, 'submittedAt'>, facts: Facts) {
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
