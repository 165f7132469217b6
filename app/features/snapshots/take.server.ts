/** Taking a snapshot: every indicator's sheet and answer, every unit's standing, as known on a day. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { answerOf } from '../indicators/answer.ts';
import { explain } from '../indicators/text.ts';
import { rootPath, rootUnit } from '../organisation/root.server.ts';
import { fullSheet } from '../overview/detail.server.ts';
import type { Day } from '../../ui/day.ts';
import { provinceStandings } from '../overview/standing.server.ts';
import { unitStandings } from '../overview/unit-standing.server.ts';
import { lineOf } from '../overview/view.server.ts';
import { snapshotRights } from './rights.ts';
import type { FrozenUnit, SnapshotContent, SnapshotRefusal } from './snapshot.ts';
import { canonical, readWanted } from './snapshot.ts';

export type TakeCommand = {
  /** Minted when the form was drawn: sent twice, it is one snapshot. */
  readonly id: string;
  readonly typed: Readonly<Record<string, string>>;
};
export type TakeRefusal = PermitRefusal | SnapshotRefusal | NotThere;

export async function takeSnapshot(
  context: Context,
  { id, typed }: TakeCommand,
): Promise<Result<{ id: string }, TakeRefusal>> {
  const { tx, actor, now, record } = context;
  const permit = permitTo(snapshotRights, 'snapshot.take', actor, await rootPath(tx));
  if (!permit.ok) return permit;
  if (actor.kind !== 'person') return refuse(notThere);
  const today = plainDateIn(now);
  const wanted = readWanted(typed, today);
  if (!wanted.ok) return wanted;
  // Sent twice at once, the second waits for the first and finds it there; and nobody reckons everything twice at a time.
  await sql`select pg_advisory_xact_lock(hashtextextended('snapshot', 0))`.execute(tx);
  const there = await tx.selectFrom('snapshot').select('id').where('id', '=', id).executeTakeFirst();
  if (there) return ok({ id });
  const { title, purpose, asOf } = wanted.value;
  const content = await contentOn(tx, { today, known: asOf < today ? asOf : undefined });
  if (!content) return refuse(notThere);
  const row = { title, purpose, as_of_date: asOf, digest: digestOf(content) };
  await tx
    .insertInto('snapshot')
    .values({
      ...row,
      id,
      known_at: now,
      created_by: actor.personId,
      created_at: now,
      content: JSON.stringify(content),
    })
    .execute();
  const subject = { kind: 'snapshot', id };
  await record({ permit: permit.value, kind: 'snapshot.taken', subject, after: row });
  return ok({ id });
}

export async function mayTake(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return isAllowed(snapshotRights, 'snapshot.take', actor, await rootPath(db));
}

export function digestOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

async function contentOn(db: Kysely<DB>, day: Day): Promise<SnapshotContent | undefined> {
  const root = await rootUnit(db, day.known);
  if (!root) return undefined;
  const indicators = [];
  for (const standing of await provinceStandings(db, day)) {
    const { code, name, field, unit, latest, target, deadline } = lineOf(standing);
    const { evaluation, indicator } = standing;
    indicators.push({
      code,
      name,
      field,
      unit,
      latest: latest ?? null,
      target,
      deadline,
      answer: answerOf(evaluation, explain(evaluation.facts, indicator.label)),
      sheet: await fullSheet(db, { kind: 'system', name: 'job' }, { root, standing, day }),
    });
  }
  const { units } = await unitStandings(db, day);
  const asOf = day.known ?? day.today;
  return { unit: { code: root.code, name: root.name }, asOf, indicators, units: units.map(frozenUnit) };
}

function frozenUnit(unit: Awaited<ReturnType<typeof unitStandings>>['units'][number]): FrozenUnit {
  const { unitCode: code, unitName: name, status, indicators } = unit;
  const frozen = indicators.map(({ code: of, status: stands, value, period, target }) => {
    return { code: of, status: stands, value, period, target };
  });
  return { code, name, status, indicators: frozen };
}
