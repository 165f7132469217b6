/** Reads of panels: the open one with its members, who may sit, and all of an initiative for its page. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Interest } from './interest.ts';
import { interestOf } from './interest.ts';
import type { Author, Level } from './initiative.ts';
import type { CriteriaSet } from './scoring.ts';

export type Member = {
  readonly personId: string;
  readonly name: string;
  readonly hasInterest: boolean;
  /** By account or by name; `hasInterest` is what the member declared. */
  readonly interest: Interest;
  /** Bears an author's name and declared not to be the author. */
  readonly isCleared: boolean;
  readonly hasScored: boolean;
  /** In hundredths; null when they are not the asker's to know. */
  readonly sum: number | null;
  readonly points: readonly { readonly position: number; readonly points: number }[];
  readonly remark: string;
};
export type Panel = {
  readonly id: string;
  readonly level: Level;
  readonly version: number;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly mean: number | null;
  readonly scored: number | null;
  readonly set: CriteriaSet;
  readonly members: readonly Member[];
};
export type OpenPanel = Panel;

/** Of an initiative that the asker may look into; newest first. */
export async function panelsOf(db: Kysely<DB>, initiativeId: string): Promise<readonly Panel[]> {
  const { rows } = await sql<Unread>`
    select coalesce((select json_agg(json_build_object('name', a.name, 'personId', a.person_id)) from initiative_author a
        where a.initiative_id = p.initiative_id), '[]') as authors,
      p.id, p.level, p.version, p.opened_at as "openedAt", p.closed_at as "closedAt", p.mean, p.scored,
      json_build_object('id', s.id, 'edition', s.edition, 'name', s.name, 'validFrom', s.valid_from, 'threshold', s.threshold,
        'basis', s.basis, 'criteria', (select json_agg(json_build_object('position', c.position, 'name', c.name, 'most', c.most)
          order by c.position) from initiative_criterion c where c.set_id = s.id)) as set,
      coalesce((select json_agg(json_build_object('personId', m.person_id, 'name', who.full_name, 'hasInterest', m.has_interest,
        'isCleared', m.not_author_at is not null,
        'hasScored', m.scored_at is not null, 'remark', m.remark,
        'sum', coalesce((select sum(x.points) from initiative_score x where x.panel_id = m.panel_id and x.person_id = m.person_id), 0),
        'points', coalesce((select json_agg(json_build_object('position', x.position, 'points', x.points) order by x.position)
          from initiative_score x where x.panel_id = m.panel_id and x.person_id = m.person_id), '[]')) order by m.seated_at, who.full_name)
        from initiative_panel_member m join person who on who.id = m.person_id where m.panel_id = p.id), '[]') as members
    from initiative_panel p join initiative_criteria_set s on s.id = p.set_id
    where p.initiative_id = ${initiativeId} order by p.opened_at desc`.execute(db);
  return rows.map(({ authors, ...panel }) => ({
    ...panel,
    members: panel.members.map((member) => ({ ...member, interest: interestOf(member, authors) })),
  }));
}

type Unread = Omit<Panel, 'members'> & {
  readonly authors: readonly Pick<Author, 'name' | 'personId'>[];
  readonly members: readonly Omit<Member, 'interest'>[];
};

export async function lockOpenPanel(tx: Transaction<DB>, initiativeId: string): Promise<OpenPanel | undefined> {
  await tx
    .selectFrom('initiative_panel')
    .select('id')
    .where('initiative_id', '=', initiativeId)
    .where('closed_at', 'is', null)
    .forUpdate()
    .execute();
  const panels = await panelsOf(tx, initiativeId);
  return panels.find(({ closedAt }) => closedAt === null);
}

type Seat = { readonly panel: Pick<Panel, 'level'>; readonly unitId: string };
export type Seatable = { readonly id: string; readonly name: string; readonly unitName: string };

/** With an account that works: of the unit and below it for its own panel; of the province's bodies, or whoever holds a role at the province. */
export async function seatable(
  db: Kysely<DB>,
  { panel, unitId }: Seat,
  personId?: string,
): Promise<readonly Seatable[]> {
  const near =
    panel.level === 'unit'
      ? sql`p.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId})`
      : sql`u.kind not in ('commune', 'village') or exists (select from role_holding h join unit_now r on r.id = h.unit_id
          where h.person_id = p.id and r.kind = 'province')`;
  const { rows } = await sql<Seatable>`
    select p.id, p.full_name as name, u.name as "unitName"
    from person p join unit_now u on u.id = p.unit_id join account a on a.person_id = p.id and a.state = 'active'
    where p.is_active and (${near}) and (${personId ?? null}::uuid is null or p.id = ${personId ?? null}::uuid)
    order by u.name collate "vi-x-icu", p.full_name collate "vi-x-icu"`.execute(db);
  return rows;
}

export async function mayBeSeated(
  tx: Transaction<DB>,
  { personId, ...seat }: Seat & { readonly personId: string },
): Promise<Seatable | undefined> {
  return (await seatable(tx, seat, personId))[0];
}
