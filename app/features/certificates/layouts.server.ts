/** Which layout holds for which award: its own, the one for all, else the product's default. Each change is a new edition. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PermitRefusal, Rights } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { findAward } from '../awards/award.ts';
import { rootPath } from '../organisation/root.server.ts';
import { defaultLayout } from './default-layout.ts';
import type { Layout, LayoutWrong } from './layout.ts';
import { layout, readLayout } from './layout.ts';

export const layoutRights = { 'certificate_layout.set': { by: ['administrator'] } } as const satisfies Rights<string>;

export type LayoutEdition = {
  readonly awardCode: string | null;
  readonly edition: number;
  readonly layout: Layout;
  readonly madeAt: Date;
};

export async function latestLayouts(db: Kysely<DB>): Promise<readonly LayoutEdition[]> {
  const { rows } = await sql<LayoutEdition>`
    select distinct on (award_code) award_code as "awardCode", edition, layout, made_at as "madeAt"
    from certificate_layout order by award_code, edition desc`.execute(db);
  return rows.map((row) => ({ ...row, layout: layout.parse(row.layout) }));
}

export async function layoutsFor(db: Kysely<DB>): Promise<(awardCode: string) => Layout> {
  const all = await latestLayouts(db);
  const common = all.find(({ awardCode }) => awardCode === null)?.layout ?? defaultLayout;
  return (code) => all.find(({ awardCode }) => awardCode === code)?.layout ?? common;
}

export type SetLayout = {
  /** Null: for all that have none of their own. */
  readonly awardCode: string | null;
  /** The edition that was seen; 0 for none. */
  readonly seen: number;
  readonly typed: Readonly<Record<string, string | undefined>>;
};
export type LayoutRefusal = PermitRefusal | NotThere | LostRace | LayoutWrong;

export async function setLayout(
  context: Context,
  { awardCode, seen, typed }: SetLayout,
): Promise<Result<{ edition: number }, LayoutRefusal>> {
  const { tx, actor, now } = context;
  const path = await rootPath(tx);
  const allowed = permitTo(layoutRights, 'certificate_layout.set', actor, path);
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person' || (awardCode !== null && !findAward(awardCode))) return refuse(notThere);
  const read = readLayout(typed);
  if (!read.ok) return read;
  await sql`select pg_advisory_xact_lock(hashtext('certificate_layout'))`.execute(tx);
  const current = (await latestLayouts(tx)).find((each) => each.awardCode === awardCode)?.edition ?? 0;
  if (current !== seen) return refuse({ kind: 'lost_race', current });
  const row = { id: newId(), award_code: awardCode, edition: seen + 1, made_by: actor.personId, made_at: now };
  await tx
    .insertInto('certificate_layout')
    .values({ ...row, layout: JSON.stringify(read.value) })
    .execute();
  const after = { awardCode, edition: row.edition };
  const subject = { kind: 'certificate_layout', id: row.id };
  await context.record({
    permit: allowed.value,
    kind: 'certificate_layout.set',
    subject,
    unitId: path[0] ?? null,
    after,
  });
  return ok({ edition: row.edition });
}
