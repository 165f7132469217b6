/** What waits for a person, gathered from values, pledges, movements and plans. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Owed } from '../actuals/due.server.ts';
import { owedBy, waitingFor } from '../actuals/due.server.ts';
import type { OwnDraft, ToReceive } from '../movements/list.server.ts';
import { movementsToReceive, ownDrafts } from '../movements/list.server.ts';
import type { PlanWork } from '../plans/waiting.server.ts';
import { countPlanWork, plansWaiting } from '../plans/waiting.server.ts';
import type { InitiativeWork } from '../initiatives/waiting.server.ts';
import { countInitiativeWork, initiativesWaiting } from '../initiatives/waiting.server.ts';
import type { InspectionWork } from '../inspections/waiting.server.ts';
import { countInspectionWork, inspectionsWaiting } from '../inspections/waiting.server.ts';
import type { OwedReport, ReportsToReceive } from '../rounds/waiting.server.ts';
import { reportsOwedBy, reportsToReceive } from '../rounds/waiting.server.ts';
import { consolidationsToIssue } from '../consolidation/list.server.ts';
import type { UrgingWork } from '../urging/waiting.server.ts';
import { countUrgingWork, urgingWaiting } from '../urging/waiting.server.ts';
import { countPledgesToAccept } from '../pledges/list.server.ts';

export type OwnPledge = {
  readonly id: string;
  readonly wording: string;
  readonly stage: string;
  readonly unitName: string;
  readonly reason: string | null;
};
export type Work = {
  readonly year: number;
  readonly owed: readonly Owed[];
  /** Values to verify. */
  readonly toVerify: number;
  readonly pledgesToAccept: number;
  /** Own units without any pledge this year. */
  readonly unpledged: readonly { readonly code: string; readonly name: string }[];
  readonly ownPledges: readonly OwnPledge[];
  /** Movements that own units have yet to receive, and those they have drafted. */
  readonly toReceive: readonly ToReceive[];
  readonly drafts: readonly OwnDraft[];
  readonly plans: PlanWork;
  readonly inspections: InspectionWork;
  readonly urging: UrgingWork;
  readonly initiatives: InitiativeWork;
  readonly today: PlainDate;
  /** Reports of own units in open rounds; reports of others that wait to be received. */
  readonly ownReports: readonly OwedReport[];
  readonly sentReports: readonly ReportsToReceive[];
  /** Consolidated reports that wait to be signed off. */
  readonly toIssue: readonly { readonly id: string; readonly title: string }[];
};

export async function workOf(db: Kysely<DB>, person: Person, now: Date): Promise<Work> {
  const today = plainDateIn(now);
  const year = Number(today.slice(0, 4));
  const [owed, toVerify, pledgesToAccept, unpledged, ownPledges, toReceive, drafts, plans, ...reports] =
    await Promise.all([
      owedBy(db, person, now),
      waitingFor(db, person),
      countPledgesToAccept(db, person),
      unpledgedUnits(db, person, year),
      findOwnPledges(db, person),
      movementsToReceive(db, person),
      ownDrafts(db, person),
      plansWaiting(db, person, today),
      reportsOwedBy(db, person),
      reportsToReceive(db, person),
      consolidationsToIssue(db, person),
    ]);
  const inspections = await inspectionsWaiting(db, person, today);
  const urging = await urgingWaiting(db, person, today);
  const initiatives = await initiativesWaiting(db, person, year);
  const [ownReports, sentReports, toIssue] = reports;
  const lists = { owed, unpledged, ownPledges, toReceive, drafts, ownReports, sentReports, toIssue };
  return { year, today, toVerify, pledgesToAccept, plans, inspections, urging, initiatives, ...lists };
}

/** How many lines "my work" has: the number beside it in the side list. */
export async function workCount(db: Kysely<DB>, actor: Actor, now: Date): Promise<number> {
  if (actor.kind !== 'person') return 0;
  return countOf(await workOf(db, actor, now));
}

export function countOf({ toVerify, pledgesToAccept, plans, inspections, urging, initiatives, ...work }: Work): number {
  const { owed, unpledged, ownPledges, toReceive, drafts, ownReports, sentReports, toIssue } = work;
  const lists = [owed, unpledged, ownPledges, toReceive, drafts, ownReports, sentReports, toIssue];
  const counted =
    Math.min(toVerify, 1) + Math.min(pledgesToAccept, 1) + countPlanWork(plans) + countInspectionWork(inspections);
  const others = countUrgingWork(urging) + countInitiativeWork(initiatives);
  return lists.reduce((sum, { length }) => sum + length, counted + others);
}

/** The units of the person's own office; what stands below them pledges for itself. */
async function unpledgedUnits(db: Kysely<DB>, person: Person, year: number): Promise<Work['unpledged']> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<{ code: string; name: string }>`
    select u.code, u.name from unit_now u join unit n on n.id = u.id
    where u.id = any(${held}::uuid[]) and u.is_active and n.takes_part and not exists (
      select from pledge p where p.unit_id = u.id and p.year = ${year} and p.stage <> 'withdrawn')
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

async function findOwnPledges(db: Kysely<DB>, person: Person): Promise<readonly OwnPledge[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<OwnPledge>`
    select p.id, p.wording, p.stage, u.name as "unitName", p.return_reason as reason
    from pledge p join unit_now u on u.id = p.unit_id
    where p.unit_id = any(${held}::uuid[]) and p.stage in ('returned', 'draft')
    order by p.stage = 'draft', p.entered_at limit 50`.execute(db);
  return rows;
}
