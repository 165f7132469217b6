/** Dossiers as lists, exports and the API read them. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { actingUnit } from '../organisation/hands.server.ts';
import type { Clocks } from './clocks.server.ts';
import { isLate } from './clocks.server.ts';
import type { DossierRow } from './case.server.ts';
import { dossierOf, dossiers } from './case.server.ts';
import type { DossierKind } from './dossier.ts';
import { waitsFor } from './movable.server.ts';
import type { DossierMove, DossierStage } from './procedure.ts';
import { dossierProcedure } from './procedure.ts';

export type ListedDossier = DossierRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly toUnitCode: string;
  readonly viaUnitCode: string | null;
  readonly toUnitName: string;
  readonly viaUnitName: string | null;
  readonly isToRoot: boolean;
  readonly movementName: string | null;
  /** When the movement noted the review that the dossier is for; the latest of several. */
  readonly reviewHeldOn: PlainDate | null;
  readonly nominees: number;
  readonly awardCodes: readonly string[];
  readonly moves: readonly DossierMove[];
};

export type DossiersQuery = {
  readonly ids?: readonly string[] | undefined;
  readonly stages?: readonly DossierStage[] | undefined;
  readonly kind?: DossierKind | undefined;
  readonly year?: number | undefined;
  readonly awardCode?: string | undefined;
  /** This unit and those below it. */
  readonly unitId?: string | undefined;
  /** Words of its title, its code, or the name of somebody proposed. */
  readonly words?: string | undefined;
  /** Only those whose clock has run out. */
  readonly lateBy?: Clocks | undefined;
  /** Only those on which the asker can take a step by which it goes on. */
  readonly isWaitingFor?: boolean;
  readonly withWithdrawn?: boolean;
  readonly page?: number;
  readonly size?: number;
};

export async function listDossiers(
  db: Kysely<DB>,
  actor: Actor,
  query: DossiersQuery,
): Promise<{ readonly rows: readonly ListedDossier[]; readonly total: number }> {
  const size = query.size ?? 50;
  const wanted = narrowed(dossiers(db, actor), actor, query);
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin('unit_now as u', 'u.id', 'dossier.unit_id')
    .innerJoin('unit_now as r', (on) => on.on('r.id', '=', actingUnit('dossier.to_unit_id')))
    .leftJoin('unit_now as v', 'v.id', 'dossier.via_unit_id')
    .leftJoin('movement as m', 'm.id', 'dossier.movement_id')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<string>`r.code`.as('toUnitCode'),
      'v.code as viaUnitCode',
      sql<string>`r.name`.as('toUnitName'),
      sql<boolean>`r.parent_id is null`.as('isToRoot'),
      'v.name as viaUnitName',
      'm.name as movementName',
      sql<PlainDate | null>`(select max(w.held_on) from movement_review w
        where w.movement_id = m.id and w.kind = dossier.movement_review)`.as('reviewHeldOn'),
      sql<number>`(select count(*) from nominee n where n.dossier_id = dossier.id and n.outcome <> 'removed')`.as(
        'nominees',
      ),
      sql<
        readonly string[]
      >`array(select distinct n.award_code from nominee n where n.dossier_id = dossier.id order by 1)`.as('awardCodes'),
    ])
    .orderBy('dossier.stage_since', 'desc')
    .orderBy('dossier.id')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  return {
    total,
    rows: rows.map((row) => {
      const one = dossierOf(row);
      return { ...one, moves: movesFor(dossierProcedure, one, actor) };
    }),
  };
}

/** How many stand where, of what the asker may know of; without the narrowing to a stage. */
export async function countByStage(
  db: Kysely<DB>,
  actor: Actor,
  query: DossiersQuery,
): Promise<ReadonlyMap<DossierStage, number>> {
  const rows = await narrowed(dossiers(db, actor), actor, { ...query, stages: undefined, withWithdrawn: true })
    .clearSelect()
    .select([sql<DossierStage>`dossier.stage`.as('stage'), sql<number>`count(*)::int`.as('count')])
    .groupBy('dossier.stage')
    .execute();
  return new Map(rows.map(({ stage, count }) => [stage, count]));
}

export async function findListed(db: Kysely<DB>, actor: Actor, id: string): Promise<ListedDossier | undefined> {
  return (await listDossiers(db, actor, { ids: [id], withWithdrawn: true, size: 1 })).rows[0];
}

function narrowed(all: ReturnType<typeof dossiers>, actor: Actor, query: DossiersQuery) {
  const { ids, stages, kind, year, awardCode, unitId } = query;
  let wanted = all;
  if (ids) wanted = wanted.where('dossier.id', 'in', [...ids]);
  if (stages) wanted = wanted.where('dossier.stage', 'in', [...stages]);
  else if (!query.withWithdrawn) wanted = wanted.where('dossier.stage', '!=', 'withdrawn');
  if (kind) wanted = wanted.where('dossier.kind', '=', kind);
  if (query.lateBy) wanted = wanted.where(isLate(query.lateBy));
  if (query.isWaitingFor) wanted = wanted.where(waitsFor(actor));
  if (year) wanted = wanted.where('dossier.year', '=', year);
  if (awardCode)
    wanted = wanted.where(
      sql<boolean>`exists (select from nominee n where n.dossier_id = dossier.id and n.award_code = ${awardCode})`,
    );
  if (unitId)
    wanted = wanted.where(
      sql<boolean>`dossier.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId})`,
    );
  for (const word of wordsOf(query.words))
    wanted = wanted.where(
      sql<boolean>`(fold_vi(dossier.title) like ${`%${word}%`} or lower(dossier.code) like ${`%${word}%`} or exists (
        select from nominee n join holder h on h.id = n.holder_id
        where n.dossier_id = dossier.id and h.name_fold like ${`%${word}%`}))`,
    );
  return wanted;
}

function wordsOf(typed: string | undefined): readonly string[] {
  return fold(typed ?? '')
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
}
