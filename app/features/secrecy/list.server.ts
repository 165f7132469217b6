/** The register as it is read, newest first; a line that was put right stays, and says so. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isAllowed } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathsOf } from '../organisation/paths.server.ts';
import { secretRights } from './paper.ts';
import { visibleTo } from './visible.server.ts';

export type ListedPaper = {
  readonly id: string;
  readonly schemeCode: string | null;
  readonly movementId: string | null;
  readonly roundId: string | null;
  readonly roundName: string | null;
  readonly number: string;
  readonly date: PlainDate;
  readonly senderId: string;
  readonly sender: string;
  readonly receiverId: string;
  readonly receiver: string;
  readonly receivedOn: PlainDate | null;
  readonly receivedBy: string | null;
  readonly isCorrected: boolean;
  readonly mayReceive: boolean;
  readonly mayCorrect: boolean;
};

type Asked = {
  readonly id?: string;
  readonly roundId?: string;
  readonly senderId?: string;
  readonly page?: number;
  readonly size?: number;
};
type Row = Omit<ListedPaper, 'mayReceive' | 'mayCorrect'> & { readonly total: number };

export async function listPapers(
  db: Kysely<DB>,
  actor: Actor,
  { id, roundId, senderId, page = 1, size = 50 }: Asked,
): Promise<{ readonly rows: readonly ListedPaper[]; readonly total: number }> {
  const only = (column: string, value: string | undefined) =>
    value === undefined ? sql`true` : sql`${sql.ref(`secret_paper.${column}`)} = ${value}`;
  const { rows } = await sql<Row>`
    select secret_paper.id, secret_paper.scheme_code as "schemeCode", secret_paper.movement_id as "movementId",
      secret_paper.round_id as "roundId", o.name as "roundName", secret_paper.number, secret_paper.paper_date as date,
      secret_paper.sender_id as "senderId", s.name as sender, secret_paper.receiver_id as "receiverId", r.name as receiver,
      t.received_on as "receivedOn", p.full_name as "receivedBy",
      exists (select from secret_paper c where c.corrects_id = secret_paper.id) as "isCorrected", count(*) over () as total
    from secret_paper
    join unit_now s on s.id = secret_paper.sender_id join unit_now r on r.id = secret_paper.receiver_id
    left join reporting_round o on o.id = secret_paper.round_id
    left join secret_receipt t on t.paper_id = secret_paper.id left join person p on p.id = t.received_by
    where ${visibleTo(actor)} and ${only('id', id)} and ${only('round_id', roundId)} and ${only('sender_id', senderId)}
    order by secret_paper.paper_date desc, secret_paper.entered_at desc, secret_paper.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const paths = await pathsOf(db, [...new Set(rows.flatMap((row) => [row.senderId, row.receiverId]))]);
  const may = (deed: keyof typeof secretRights, unitId: string) =>
    isAllowed(secretRights, deed, actor, paths.get(unitId) ?? []);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      ...row,
      mayReceive: !row.isCorrected && row.receivedOn === null && may('secret_paper.receive', row.receiverId),
      mayCorrect: !row.isCorrected && may('secret_paper.enter', row.senderId),
    })),
  };
}

export type SecretDuty = { readonly code: string; readonly papers: readonly ListedPaper[] };

/** What a unit of a secret scheme owes in a round, and the papers by which it was done; empty for units of none. */
export async function secretDuties(
  db: Kysely<DB>,
  actor: Actor,
  { roundId, unitId }: { readonly roundId: string; readonly unitId: string },
): Promise<readonly SecretDuty[]> {
  const { rows } = await sql<{ code: string }>`
    select s.code from scheme s where s.is_secret and exists (
      select from scheme_unit u where u.scheme_code = s.code and u.unit_id = ${unitId})
    order by s.position`.execute(db);
  if (rows.length === 0) return [];
  const { rows: papers } = await listPapers(db, actor, { roundId, senderId: unitId, size: 200 });
  return rows.map(({ code }) => ({
    code,
    papers: papers.filter(({ schemeCode, isCorrected }) => schemeCode === code && !isCorrected),
  }));
}

export type ToReceive = { readonly id: string; readonly number: string; readonly sender: string };

/** Sent to an own unit and not received yet. */
export async function papersToReceive(db: Kysely<DB>, actor: Actor, unitIds: readonly string[]) {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<ToReceive>`
    select secret_paper.id, secret_paper.number, s.name as sender
    from secret_paper join unit_now s on s.id = secret_paper.sender_id
    where secret_paper.receiver_id = any(${[...unitIds]}::uuid[]) and ${visibleTo(actor)}
      and not exists (select from secret_receipt t where t.paper_id = secret_paper.id)
      and not exists (select from secret_paper c where c.corrects_id = secret_paper.id)
    order by secret_paper.paper_date, secret_paper.id limit 50`.execute(db);
  return rows;
}
