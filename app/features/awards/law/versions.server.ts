/** Versions of provisions as pages read them: what is in force is no secret to anybody, what is proposed to nobody who is signed in. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed } from '../../../kernel/permit.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import type { DB } from '../../../platform/db-types.ts';
import { rootPath } from '../../organisation/root.server.ts';
import type { ProvisionMove, ProvisionStage } from './procedure.ts';
import { provisionProcedure, provisionRights } from './procedure.ts';
import type { Line, Provision, ProvisionKind } from './provision.ts';
import { inTime, provisionOf } from './provision.ts';

export type Version = {
  readonly provision: Provision;
  readonly stage: ProvisionStage;
  readonly version: number;
  readonly isProduct: boolean;
  readonly reason: string | null;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  /** Names only for whoever is signed in. */
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  /** What it says of its end, and where it really ends: by its own day or by what came after. Undefined: not, or no more, in force. */
  readonly stands: Pick<Provision, 'validFrom' | 'validUntil'> | undefined;
  readonly moves: readonly ProvisionMove[];
  /** Who proposed it, and whose role they used. */
  readonly hands: { readonly submittedBy: string | null; readonly submittedFor: string | null };
};

export function visibleTo(actor: Actor) {
  return actor.kind === 'person' ? sql<boolean>`true` : sql<boolean>`p.stage = 'confirmed'`;
}

type Asked = {
  readonly id?: string;
  /** Null: of every award. */
  readonly award?: string | null;
  readonly kinds?: readonly ProvisionKind[];
  readonly line?: Line;
  readonly stage?: ProvisionStage;
};

type Row = Parameters<typeof provisionOf>[0] &
  Pick<
    Version,
    'stage' | 'version' | 'isProduct' | 'reason' | 'proposedAt' | 'decidedAt' | 'proposedBy' | 'decidedBy'
  > & {
    readonly submittedBy: string | null;
    readonly submittedFor: string | null;
  };

/** By line, the latest first. */
export async function listVersions(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<readonly Version[]> {
  const rows = await rowsOf(db, actor, asked);
  const path = await rootPath(db);
  const isInside = actor.kind === 'person';
  const confirmed = rows.filter(({ stage }) => stage === 'confirmed').map(provisionOf);
  // A single version ends where the next of its line begins, so the line is needed to say when it stands.
  const standing = new Map(
    inTime(asked.id === undefined ? confirmed : await siblings(db, confirmed)).map((one) => [one.id, one]),
  );
  return rows.map((row) => ({
    provision: provisionOf(row),
    stage: row.stage,
    version: row.version,
    isProduct: row.isProduct,
    reason: row.reason,
    proposedAt: row.proposedAt,
    decidedAt: row.decidedAt,
    proposedBy: isInside ? row.proposedBy : null,
    decidedBy: isInside ? row.decidedBy : null,
    stands: standing.get(row.id),
    hands: { submittedBy: row.submittedBy, submittedFor: row.submittedFor },
    moves: movesFor(provisionProcedure, { ...row, places: { unit: path } }, actor),
  }));
}

export async function findVersion(db: Kysely<DB>, actor: Actor, id: string): Promise<Version | undefined> {
  return (await listVersions(db, actor, { id }))[0];
}

async function siblings(db: Kysely<DB>, [one]: readonly Provision[]): Promise<readonly Provision[]> {
  if (!one) return [];
  return (await rowsOf(db, { kind: 'stranger' }, { line: one })).map(provisionOf);
}

async function rowsOf(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<readonly Row[]> {
  const { id, award, kinds, line, stage } = asked;
  const conditions = [
    visibleTo(actor),
    ...(id === undefined ? [] : [sql`p.id = ${id}`]),
    ...(award === undefined ? [] : [sql`p.award_code is not distinct from ${award}`]),
    ...(kinds ? [sql`p.kind = any(${[...kinds]})`] : []),
    ...(stage ? [sql`p.stage = ${stage}`] : []),
    ...(line
      ? [
          sql`p.kind = ${line.kind} and p.award_code is not distinct from ${line.award} and p.item = ${line.item}
            and p.for_years_from is not distinct from ${line.forYearsFrom}`,
        ]
      : []),
  ];
  const { rows } = await sql<Row>`
    select p.id, p.kind, p.award_code as award, p.item, p.for_years_from as "forYearsFrom", p.valid_from as "validFrom",
      p.valid_until as "validUntil", p.article, p.source, p.basis, p.state, p.content, p.replaces, p.stage, p.version,
      p.product_key is not null as "isProduct", p.reason, p.created_at as "proposedAt", p.decided_at as "decidedAt",
      p.created_by as "submittedBy", p.created_for as "submittedFor", by.full_name as "proposedBy", d.full_name as "decidedBy"
    from provision p left join person by on by.id = p.created_by left join person d on d.id = p.decided_by
    where ${sql.join(conditions, sql` and `)}
    order by p.kind, p.award_code, p.item, p.for_years_from nulls first, p.valid_from desc nulls last, p.created_at desc`.execute(
    db,
  );
  return rows;
}

export async function mayProposeProvisions(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return isAllowed(provisionRights, 'award.propose_provision', actor, await rootPath(db));
}
