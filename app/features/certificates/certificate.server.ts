/** Certificates as pages and prints read them. Who may: those who know of the decision, those who read for the holder's unit, and the holder. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';
import type { DecisionContent } from '../decisions/decision.ts';
import { visibleTo as decisionVisibleTo } from '../decisions/visible.server.ts';
import { visibleTo as holderVisibleTo } from '../register/visible.server.ts';

export type CertificateRow = {
  readonly id: string;
  readonly code: string;
  readonly decisionId: string;
  readonly unitId: string;
  readonly content: DecisionContent;
  readonly decisionNumber: string;
  readonly decidedOn: PlainDate;
  readonly issuedAt: Date;
  readonly goldenBookNumber: string | null;
  readonly awardCode: string;
  readonly year: number;
  readonly name: string;
  readonly holderKind: Holder;
  readonly positionTitle: string | null;
  readonly unitName: string;
  readonly posthumous: boolean;
  readonly achievement: string | null;
  readonly revokedOn: PlainDate | null;
  readonly revokedBy: string | null;
};

/** The name and place as they stand in the register now. */
function certificates(db: Kysely<DB>, where: RawBuilder<boolean>, { size, page }: Paged) {
  return sql<CertificateRow & Counted>`
    select c.id, c.code, c.decision_id as "decisionId", decision.unit_id as "unitId", decision.content, o.decision_number as "decisionNumber",
      o.decided_on as "decidedOn", decision.issued_at as "issuedAt", o.golden_book_number as "goldenBookNumber", o.award_code as "awardCode", o.year,
      holder.name, holder.kind as "holderKind", holder.position_title as "positionTitle", u.name as "unitName", l.posthumous,
      o.achievement, o.revoked_on as "revokedOn", o.revoked_by_number as "revokedBy", count(*) over ()::int as total,
      count(*) filter (where o.revoked_on is null) over ()::int as printable
    from certificate c join honour o on o.id = c.honour_id join decision on decision.id = c.decision_id
      join holder on holder.id = o.holder_id join unit_now u on u.id = holder.unit_id
      join decision_line l on l.nominee_id = o.nominee_id and l.decision_id = decision.id
    where ${where} order by decision.issued_at desc, l.position, c.id limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  );
}
/** Over all pages. Whoever's award was revoked gets no certificate any more. */
type Counted = { readonly total: number; readonly printable: number };
type Paged = { readonly size: number; readonly page: number };

/** For a query that reads `decision` and `holder`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${decisionVisibleTo(actor)} or ${holderVisibleTo(actor)})`;
}

export type CertificatesQuery = {
  readonly id?: string;
  readonly decisionId?: string | undefined;
  readonly words?: string | undefined;
  readonly page?: number;
  readonly size?: number;
};

export async function listCertificates(
  db: Kysely<DB>,
  actor: Actor,
  { id, decisionId, words = '', page = 1, size = 50 }: CertificatesQuery,
): Promise<Counted & { readonly rows: readonly CertificateRow[] }> {
  const asked = words.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  const { rows } = await certificates(
    db,
    sql<boolean>`${visibleTo(actor)}
      and (${id ?? null}::uuid is null or c.id = ${id ?? null}::uuid)
      and (${decisionId ?? null}::uuid is null or c.decision_id = ${decisionId ?? null}::uuid)
      and (${asked} = '' or holder.name_fold like '%' || fold_vi(${asked}) || '%' or o.decision_number ilike ${asked} || '%')`,
    { size, page },
  );
  return { rows, total: rows[0]?.total ?? 0, printable: rows[0]?.printable ?? 0 };
}

/** By the code that stands on it: whoever has the paper in hand. */
export async function findByCode(db: Kysely<DB>, code: string): Promise<CertificateRow | undefined> {
  const { rows } = await certificates(db, sql<boolean>`c.code = ${code}`, { size: 1, page: 1 });
  return rows[0];
}

export async function findByGolden(db: Kysely<DB>, golden: string): Promise<readonly CertificateRow[]> {
  const { rows } = await certificates(db, sql<boolean>`o.golden_book_number = ${golden}`, { size: 10, page: 1 });
  return rows;
}

export async function findByIds(db: Kysely<DB>, ids: readonly string[]): Promise<readonly CertificateRow[]> {
  const { rows } = await certificates(db, sql<boolean>`c.id = any(${[...ids]}::uuid[])`, { size: 50, page: 1 });
  return rows;
}
