/** What a person's units have begun of what they owe: reports, pledges, plans, initiatives. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { InitiativeWork } from '../initiatives/waiting.server.ts';
import type { PlanWork } from '../plans/waiting.server.ts';
import type { OwedReport } from '../rounds/waiting.server.ts';
import { dutyKey } from '../urging/duty.ts';
import type { Begun } from './deeds.ts';
import { answers } from './deeds.ts';

type Own = {
  readonly reports: readonly OwedReport[];
  readonly plans: PlanWork['own'];
  readonly initiatives: InitiativeWork['own'];
};

export async function begunBy(db: Kysely<DB>, person: Person, own: Own): Promise<readonly Begun[]> {
  return [
    ...own.reports.flatMap(begunReport),
    ...(await begunPledges(db, person)),
    ...own.plans.map((plan) => ({
      ...plan,
      kind: 'plan' as const,
      href: `/ke-hoach/${plan.id}`,
      duties: answers(
        'plan',
        plan.unitId,
        plan.years.map((year) => `${plan.about}.${year}`),
      ),
      isToDecide: plan.isToApprove,
    })),
    ...own.initiatives.map((initiative) => ({
      ...initiative,
      kind: 'initiative' as const,
      href: `/sang-kien/${initiative.id}`,
      duties: answers('initiative', initiative.unitId, [String(initiative.year)]),
      isToDecide: false,
    })),
  ];
}

function begunReport({ roundId, roundName, unitId, unitCode, unitName, ...report }: OwedReport): Begun[] {
  const stage = report.isToSign ? 'to_sign' : report.stage;
  if (stage === null || stage === 'signed' || stage === 'received') return [];
  const key = dutyKey('report', roundId, unitId);
  const href = `/bao-cao/${roundId}/${unitCode}`;
  const said = { kind: 'report', stage, title: roundName, unitName, reason: report.returnReason } as const;
  return [{ id: key, ...said, href, duties: [key], isToDecide: false }];
}

type OwnPledge = Pick<Begun, 'id' | 'title' | 'unitName' | 'reason'> & {
  readonly stage: 'draft' | 'returned';
  readonly unitId: string;
  readonly year: number;
};

async function begunPledges(db: Kysely<DB>, person: Person): Promise<readonly Begun[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<OwnPledge>`
    select p.id, p.wording as title, p.stage, p.unit_id as "unitId", p.year, u.name as "unitName", p.return_reason as reason
    from pledge p join unit_now u on u.id = p.unit_id
    where p.unit_id = any(${held}::uuid[]) and p.stage in ('returned', 'draft')
    order by p.stage = 'draft', p.entered_at limit 50`.execute(db);
  return rows.map((pledge) => ({
    ...pledge,
    kind: 'pledge',
    href: `/dang-ky-chi-tieu/${pledge.id}`,
    duties: answers('pledge', pledge.unitId, [String(pledge.year)]),
    isToDecide: false,
  }));
}
