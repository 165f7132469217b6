/** What the directive asks of every unit (plan, pledge, initiative: PT-1.2, PT-1.3, PT-1.4), and what a plan in force holds. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { unitCoverage } from '../coverage/coverage.server.ts';
import { lacking } from '../coverage/leads.ts';
import { leadCoverage } from '../coverage/leads.server.ts';
import { tasksOf } from '../plans/lines.server.ts';
import { milestoneState, taskState } from '../plans/standing.ts';
import { planInForce } from '../plans/visible.server.ts';
import type { Duty } from './duty.ts';
import { dutyKey } from './duty.ts';
import type { Asked } from './sources.server.ts';
import { among } from './sources.server.ts';

type Directive = { readonly id: string; readonly name: string };

/** The directive gives no day for them; the province may set one. */
export async function promisedDuties(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<readonly Duty[]> {
  const year = Number(asked.today.slice(0, 4));
  const places = await placesOf(db, actor, asked.unitIds);
  const [units, leads, pledged, directive] = await Promise.all([
    unitCoverage(db, actor, { year, unitIds: asked.unitIds }),
    leadCoverage(db, actor, { year, unitIds: asked.unitIds }),
    pledgedUnits(db, year),
    directiveMovement(db),
  ]);
  if (!directive) return [];
  const { plan_due, pledge_due } = asked.settings;
  const known = new Set(places);
  const mine = units.filter(({ unitId }) => known.has(unitId));
  const plans = mine
    .filter(({ planId }) => planId === null)
    .map(({ unitId }) => ({ unitId, ...directive, commitment: 'PT-1.2' as const }));
  const schemes = leads
    .filter((lead) => lacking(lead).some((part) => part === 'plan' || part === 'progress'))
    .flatMap(({ unitId, schemeCode, schemeName }) => {
      const name = `${schemeCode} ${schemeName}`;
      return unitId === null || !known.has(unitId)
        ? []
        : [{ unitId, id: schemeCode, name, commitment: 'PT-1.3' as const }];
    });
  return [
    ...[...plans, ...schemes].map(({ unitId, id, name, commitment }) => ({
      key: dutyKey('plan', `${id}.${year}`, unitId),
      kind: 'plan' as const,
      unitId,
      about: name,
      commitment,
      dueOn: dayIn(year, plan_due),
      href: `/ke-hoach/moi?ve=${id}`,
    })),
    ...mine
      .filter(({ initiatives }) => initiatives === 0)
      .map(({ unitId }) => ({
        key: dutyKey('initiative', String(year), unitId),
        kind: 'initiative' as const,
        unitId,
        about: String(year),
        commitment: 'PT-1.4' as const,
        dueOn: null,
        href: '/sang-kien/moi',
      })),
    ...mine
      .filter(({ unitId }) => !pledged.has(unitId))
      .map(({ unitId }) => ({
        key: dutyKey('pledge', String(year), unitId),
        kind: 'pledge' as const,
        unitId,
        about: String(year),
        commitment: 'PT-1.2' as const,
        dueOn: dayIn(year, pledge_due),
        href: `/dang-ky-chi-tieu/moi?nam=${year}`,
      })),
  ];
}

function dayIn(year: number, day: string): PlainDate | null {
  return day === '' ? null : `${year}-${day}`;
}

async function placesOf(db: Kysely<DB>, actor: Actor, unitIds: readonly string[] | undefined) {
  const { rows } = await sql<{ id: string }>`
    select u.id from unit_now u where u.is_active and ${among(actor, 'u.id', unitIds)}`.execute(db);
  return rows.map(({ id }) => id);
}

async function directiveMovement(db: Kysely<DB>): Promise<Directive | undefined> {
  const { rows } = await sql<Directive>`
    select m.id, m.name from movement m where m.pack_code is not null and m.stage <> 'withdrawn' limit 1`.execute(db);
  return rows[0];
}

/** What was sent is with those who receive it. */
async function pledgedUnits(db: Kysely<DB>, year: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct unit_id as id from pledge where year = ${year} and stage in ('submitted', 'accepted')`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Tasks not done and milestones not reached, as plans judge them. */
export async function lineDuties(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<readonly Duty[]> {
  const { rows } = await sql<{ id: string; unitId: string }>`
    select p.id, p.unit_id as "unitId" from plan p join unit_now u on u.id = p.unit_id and u.is_active
    where ${planInForce('p')} and ${among(actor, 'p.unit_id', asked.unitIds)}`.execute(db);
  const unitOf = new Map(rows.map(({ id, unitId }) => [id, unitId]));
  const tasks = await tasksOf(db, [...unitOf.keys()]);
  const { today } = asked;
  return tasks.flatMap((task): readonly Duty[] => {
    const unitId = unitOf.get(task.planId) ?? '';
    const href = `/ke-hoach/${task.planId}/nhiem-vu/${task.id}`;
    const open = task.milestones.filter((one) => milestoneState(one, today) !== 'reached');
    const lines = [
      ...(taskState(task, today) === 'done' ? [] : [{ kind: 'task' as const, ...task }]),
      // A milestone alone says little, and units give many of them one name.
      ...open.map((one) => ({ kind: 'milestone' as const, ...one, title: `${one.title} (${task.title})` })),
    ];
    return lines
      .filter(({ dueOn }) => dueOn <= asked.until)
      .map(({ kind, lineId, title, dueOn }) => ({
        key: dutyKey(kind, lineId, unitId),
        kind,
        unitId,
        about: title,
        dueOn,
        href,
      }));
  });
}
