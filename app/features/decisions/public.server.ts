/** What everybody may read of issued decisions: what they publish (name, unit, award), nothing of how they came to be. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';
import { annexesOf } from './annexes.server.ts';
import { numberOf } from './number.server.ts';

export type PublishedDecision = {
  readonly id: string;
  readonly number: string;
  readonly decidedOn: PlainDate;
  readonly about: string;
  readonly issuer: string;
  readonly people: number;
  readonly sealedPaper: string;
};
export type PublishedName = {
  readonly name: string;
  readonly holderKind: Holder;
  readonly unitName: string;
  readonly awardCode: string;
  readonly posthumous: boolean;
  readonly revokedOn: PlainDate | null;
  readonly revokedBy: string | null;
};

function published(db: Kysely<DB>) {
  return db
    .selectFrom('decision as d')
    .where('d.stage', '=', 'issued')
    .select([
      'd.id',
      numberOf('d').as('number'),
      sql<PlainDate>`d.decided_on`.as('decidedOn'),
      sql<string>`d.content ->> 'about'`.as('about'),
      sql<string>`d.content ->> 'issuer'`.as('issuer'),
      sql<number>`(select count(*) from decision_line l where l.decision_id = d.id and l.verdict = 'grant')`.as(
        'people',
      ),
      sql<string>`d.sealed_paper`.as('sealedPaper'),
    ]);
}

export async function listPublished(
  db: Kysely<DB>,
  { page = 1, size = 50 }: { readonly page?: number; readonly size?: number },
): Promise<{ readonly rows: readonly PublishedDecision[]; readonly total: number }> {
  const { total } = await published(db)
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await published(db)
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.number', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

export async function findPublished(db: Kysely<DB>, id: string): Promise<PublishedDecision | undefined> {
  return published(db).where('d.id', '=', id).executeTakeFirst();
}

export async function namesIn(db: Kysely<DB>, decisionId: string): Promise<readonly PublishedName[]> {
  const { rows } = await sql<PublishedName>`
    select h.name, h.kind as "holderKind", u.name as "unitName", n.award_code as "awardCode", l.posthumous,
      o.revoked_on as "revokedOn", o.revoked_by_number as "revokedBy"
    from decision_line l join nominee n on n.id = l.nominee_id join holder h on h.id = n.holder_id join unit_now u on u.id = h.unit_id
      left join honour o on o.nominee_id = n.id
    where l.decision_id = ${decisionId} and l.verdict = 'grant'
    order by n.award_code, h.kind, l.position`.execute(db);
  return rows;
}

/** What is attached to it, as it was sealed. */
export async function attachedTo(
  db: Kysely<DB>,
  decisionId: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly hash: string }[]> {
  return (await annexesOf(db, decisionId)).flatMap(({ id, name, signedHash }) =>
    signedHash === null ? [] : [{ id, name, hash: signedHash }],
  );
}
