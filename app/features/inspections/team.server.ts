/** The team of an inspection: a name that is offered is that person of the system, another only a name. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { MemberPart, TeamMember, TypedMember } from './inspection.ts';

export type Colleague = { readonly id: string; readonly name: string };

/** Whoever holds a role at the body, or has it as home; for the province also those who inspect and appraise for it. */
export async function colleaguesAt(db: Kysely<DB>, byUnitId: string): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select p.id, p.full_name as name from person p
    where p.is_active and (p.unit_id = ${byUnitId} or exists (
      select from role_holding h where h.person_id = p.id and h.unit_id = ${byUnitId}
        and h.valid_from <= today_here() and (h.valid_until is null or h.valid_until > today_here())))
    order by p.full_name collate "vi-x-icu", p.id limit 500`.execute(db);
  return rows;
}

type Team = { readonly inspectionId: string; readonly byUnitId: string; readonly team: readonly TypedMember[] };

export async function keepTeam(tx: Transaction<DB>, { inspectionId, byUnitId, team }: Team): Promise<void> {
  const known = Map.groupBy(await colleaguesAt(tx, byUnitId), ({ name }) => name);
  const personOf = (name: string) => {
    const found = known.get(name) ?? [];
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
  await tx.deleteFrom('inspection_member').where('inspection_id', '=', inspectionId).execute();
  await tx
    .insertInto('inspection_member')
    .values(
      team.map(({ name, part }, position) => ({
        inspection_id: inspectionId,
        position,
        part,
        name,
        person_id: personOf(name),
      })),
    )
    .execute();
}

export async function teamsOf(
  db: Kysely<DB>,
  inspectionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TeamMember[]>> {
  if (inspectionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('inspection_member')
    .select(['inspection_id as inspectionId', 'name', 'person_id as personId', sql<MemberPart>`part`.as('part')])
    .where('inspection_id', 'in', [...inspectionIds])
    .orderBy('inspection_id')
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, ({ inspectionId }) => inspectionId);
}
