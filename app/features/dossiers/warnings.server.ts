/** What is known of each nominee beside the dossier: other dossiers, what they hold, what has happened to them in between. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Case } from '../awards/standards/case.ts';
import { caseFrom } from '../register/facts.ts';
import { keptFactsOf } from '../register/facts.server.ts';
import type { AlikeReport } from './alike.server.ts';
import { alikeReportsOf } from './alike.server.ts';
import type { DossierRow } from './case.server.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { isSettled } from './report-judgement.ts';
import { visibleTo } from './visible.server.ts';
import type { Warning } from './warning.ts';

/** Of so many the reports are compared at once; of more, each on its own page. */
const comparedAtOnce = 8;

export async function warningsFor(
  db: Kysely<DB>,
  actor: Actor,
  dossier: Pick<DossierRow, 'id' | 'year' | 'receivedOn'>,
  { nominees, today }: { readonly nominees: readonly NomineeRow[]; readonly today: PlainDate },
): Promise<ReadonlyMap<string, readonly Warning[]>> {
  const open = nominees.filter(({ outcome }) => outcome !== 'removed');
  const compared = open.length <= comparedAtOnce ? open.map(({ id }) => id) : [];
  const [others, held, ended, facts, alike] = await Promise.all([
    proposedElsewhere(db, actor, dossier, open),
    heldInYear(db, dossier.year, open),
    endedOrMerged(db, open),
    keptFactsOf(
      db,
      open.map(({ holderId }) => holderId),
    ),
    alikeReportsOf(db, actor, compared),
  ]);
  const entries = open.map((one) => {
    const known = facts.get(one.holderId);
    const asked = { awardCode: one.awardCode, received: dossier.receivedOn ?? today, year: dossier.year };
    const warnings = [
      ...(ended.get(one.id) ?? []),
      ...(others.get(one.id) ?? []),
      ...(held.get(one.id) ?? []),
      ...(known ? conductOf(caseFrom(known, asked), dossier.year) : []),
      ...alikeIn(alike.get(one.id) ?? []),
    ];
    return [one.id, warnings] as const;
  });
  return new Map(entries.filter(([, warnings]) => warnings.length > 0));
}

type Found = ReadonlyMap<string, readonly Warning[]>;

function byNominee(rows: readonly (Warning & { readonly nomineeId: string })[]): Found {
  const grouped = Map.groupBy(rows, ({ nomineeId }) => nomineeId);
  return new Map(
    [...grouped].map(([id, some]) => [id, some.map(({ nomineeId: _id, ...warning }) => warning as Warning)]),
  );
}

/** That there is another everybody is told; which one, those who may know of it. */
async function proposedElsewhere(
  db: Kysely<DB>,
  actor: Actor,
  { id, year }: Pick<DossierRow, 'id' | 'year'>,
  nominees: readonly NomineeRow[],
): Promise<Found> {
  const { rows } = await sql<{ nomineeId: string; code: string | null; dossierId: string | null }>`
    select mine.id as "nomineeId", case when ${visibleTo(actor)} then dossier.code end as code,
      case when ${visibleTo(actor)} then dossier.id end as "dossierId"
    from nominee mine join nominee n on n.holder_id = mine.holder_id and n.award_code = mine.award_code and n.dossier_id <> mine.dossier_id
      join dossier on dossier.id = n.dossier_id
    where mine.id = any(${nominees.map((one) => one.id)}::uuid[]) and dossier.id <> ${id} and dossier.year = ${year}
      and dossier.stage not in ('refused', 'withdrawn') and n.outcome not in ('refused', 'removed')
      and (dossier.stage <> 'draft' or ${visibleTo(actor)})
    order by dossier.entered_at`.execute(db);
  return byNominee(rows.map((row) => ({ kind: 'proposed_elsewhere', ...row }) as const));
}

async function heldInYear(db: Kysely<DB>, year: number, nominees: readonly NomineeRow[]): Promise<Found> {
  const { rows } = await sql<{ nomineeId: string; isSame: boolean; awardCode: string; number: string }>`
    select n.id as "nomineeId", o.award_code = n.award_code as "isSame", o.award_code as "awardCode", o.decision_number as number
    from nominee n join honour o on o.holder_id = n.holder_id
    where n.id = any(${nominees.map((one) => one.id)}::uuid[]) and o.year = ${year} and o.revoked_on is null
      and o.struck_at is null
      and o.nominee_id is distinct from n.id
    order by o.decided_on`.execute(db);
  return byNominee(
    rows.map(({ nomineeId, isSame, awardCode, number }) =>
      isSame
        ? ({ nomineeId, kind: 'held_already', number, year } as const)
        : ({ nomineeId, kind: 'rewarded_that_year', awardCode, number } as const),
    ),
  );
}

async function endedOrMerged(db: Kysely<DB>, nominees: readonly NomineeRow[]): Promise<Found> {
  const { rows } = await sql<{
    nomineeId: string;
    endedOn: string | null;
    isPerson: boolean;
    isMerged: boolean;
    namesakes: number;
  }>`
    select n.id as "nomineeId", h.ended_on as "endedOn", h.kind = 'person' as "isPerson", h.merged_into is not null as "isMerged",
      (select count(*)::int from holder x where x.id <> h.id and x.merged_into is null and x.kind = h.kind
        and x.unit_id = h.unit_id and x.name_fold = h.name_fold) as namesakes
    from nominee n join holder h on h.id = n.holder_id
    where n.id = any(${nominees.map((one) => one.id)}::uuid[])`.execute(db);
  return byNominee(
    rows.flatMap(({ nomineeId, endedOn, isPerson, isMerged, namesakes }) => [
      ...(isMerged ? [{ nomineeId, kind: 'merged' } as const] : []),
      ...(endedOn === null ? [] : [{ nomineeId, kind: 'died', on: endedOn, isPerson } as const]),
      ...(namesakes > 0 ? [{ nomineeId, kind: 'namesake', count: namesakes } as const] : []),
    ]),
  );
}

/** From the register: discipline that reaches into the year or since, matters being verified, initiatives that served already. */
function conductOf(one: Case, year: number): readonly Warning[] {
  const used = (one.initiatives ?? []).filter((each) => each.year === year && each.used);
  return [
    ...(one.discipline ?? [])
      .filter(({ until }) => !until || until >= `${year}-01-01`)
      .map(({ from, until }) => ({ kind: 'disciplined', from: String(from), until: until ?? null }) as const),
    ...(one.pending ?? []).map(({ since }) => ({ kind: 'pending', since: since ?? null }) as const),
    ...(used.length > 0 ? [{ kind: 'initiatives_used', count: used.length } as const] : []),
  ];
}

function alikeIn(found: readonly AlikeReport[]): readonly Warning[] {
  const open = found.filter(({ judgement }) => !isSettled(judgement));
  return open.map(({ other, shared }) => ({
    kind: 'report_alike',
    name: other.name,
    otherId: other.nomineeId,
    share: shared.shareOfMine,
  }));
}
