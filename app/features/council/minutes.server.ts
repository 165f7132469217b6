/** The minutes gathered, frozen and read again. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { publicOpinionsFor } from '../appraisal/handling.server.ts';
import { publicOpinionText } from '../appraisal/papers.text.ts';
import { getAward } from '../awards/award.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import type { PollView } from './agenda.server.ts';
import { agendaOf } from './agenda.server.ts';
import { digestOf } from './ballot.ts';
import type { SessionRow } from './case.server.ts';
import { seatsOf } from './case.server.ts';
import type { MinutesContent, MinutesItem, MinutesVote } from './minutes.ts';
import { extractFor } from './minutes.ts';
import type { SessionStage } from './procedure.ts';

const product = { kind: 'system', name: 'job' } as const;

type Made = { readonly closed: Date; readonly secretary: string };

/** All of it, whoever concludes: each reader's own part is cut out when it is read. */
export async function gatherMinutes(
  db: Kysely<DB>,
  session: SessionRow,
  { closed, secretary }: Made,
): Promise<MinutesContent> {
  const seats = await seatsOf(db, session);
  const { family, parent, name, short } = await issuerAt(db, session.unitId);
  const council = await db
    .selectFrom('council')
    .select(['name', 'decision_number as decisionNumber', sql<string>`decided_on`.as('decidedOn')])
    .where('id', '=', session.councilId)
    .executeTakeFirstOrThrow();
  const { quorumNum, quorumDen, votingPercent, ruleState, ruleSource } = session;
  return {
    format: 'thidua.council-minutes.1',
    sessionId: session.id,
    title: session.title,
    manner: session.manner,
    council,
    issuer: { family, parent, name, short },
    plannedTime: session.plannedTime,
    place: session.place,
    openedAt: (session.openedAt ?? closed).toISOString(),
    closedAt: (session.closedAt ?? closed).toISOString(),
    rule: { quorumNum, quorumDen, votingPercent, state: ruleState, source: ruleSource },
    seats: seats.map(({ personId: _id, mayVoteHere: _may, ...seat }) => seat),
    course: await courseOf(db, session.id),
    items: await itemsOf(db, session.id),
    publicOpinion: await publicOpinionIn(db, session.id),
    notes: session.notes,
    secretary,
  };
}

async function itemsOf(db: Kysely<DB>, sessionId: string): Promise<readonly MinutesItem[]> {
  const items = await agendaOf(db, product, sessionId);
  const extras = await extrasOf(db, sessionId);
  return items.map((item) => {
    const { poll } = item;
    const extra = extras.get(item.id);
    const vote = poll?.counts
      ? {
          isSecret: poll.isSecret,
          members: poll.members,
          takingPart: extra?.takingPart ?? 0,
          issued: poll.taken,
          ...poll.counts,
          passed: poll.passed ?? false,
          digest: poll.digest ?? '',
          round: poll.round,
          annulled: extra?.annulled ?? [],
          votes: poll.votes,
          ...papersOf(poll),
        }
      : null;
    const { id, position, holderName, dossierCode, dossierUnit, atLeastPercent, postponedReason } = item;
    const { ruleArticle, ruleSource, ruleState } = item;
    return {
      id,
      position,
      holderName,
      awardName: getAward(item.awardCode).name,
      dossierCode,
      dossierUnit,
      atLeastPercent,
      ruleArticle,
      ruleSource,
      ruleState,
      postponedReason,
      interests: item.interests.map(({ name, ground }) => ({ name, ground })),
      vote,
    };
  });
}

function papersOf({ papers }: PollView): Pick<MinutesVote, 'papers'> {
  const { from, enteredBy, witnessedBy } = papers;
  if (enteredBy === null || witnessedBy === null) return {};
  return { papers: { from: from.map(({ name }) => name), enteredBy, witnessedBy } };
}

/** As the appraisal reports it; null where no list was shown. */
async function publicOpinionIn(db: Kysely<DB>, sessionId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select distinct dossier_id as id from council_item where session_id = ${sessionId}`.execute(db);
  const heard = await publicOpinionsFor(
    db,
    rows.map(({ id }) => id),
  );
  return heard.length === 0 ? null : heard.flatMap(publicOpinionText).join('\n');
}

type Extra = { readonly takingPart: number; readonly annulled: readonly string[] };

async function extrasOf(db: Kysely<DB>, sessionId: string): Promise<ReadonlyMap<string, Extra>> {
  const { rows } = await sql<Extra & { readonly itemId: string }>`
    select i.id as "itemId", coalesce(max(p.taking_part) filter (where p.annulled_reason is null), 0) as "takingPart",
      coalesce(array_agg(p.annulled_reason order by p.round) filter (where p.annulled_reason is not null), '{}') as annulled
    from council_item i join council_poll p on p.item_id = i.id where i.session_id = ${sessionId} group by i.id`.execute(
    db,
  );
  return new Map(rows.map(({ itemId, ...extra }) => [itemId, extra]));
}

/** Of the record, which nobody can write afterwards. */
export async function courseOf(db: Kysely<DB>, sessionId: string): Promise<MinutesContent['course']> {
  const { rows } = await sql<{ at: Date; stage: SessionStage; reason: string | null }>`
    select at, after ->> 'stage' as stage, reason from record_entry
    where subject_kind = 'council_session' and subject_id = ${sessionId} and kind = 'council.session_moved' order by at, id`.execute(
    db,
  );
  return rows.map(({ at, stage, reason }) => ({ at: at.toISOString(), stage, reason }));
}

export async function freezeMinutes(tx: Transaction<DB>, content: MinutesContent, now: Date): Promise<string> {
  const text = JSON.stringify(content);
  const digest = await digestOf(text);
  await tx
    .insertInto('council_minutes')
    .values({ session_id: content.sessionId, content: text, digest, frozen_at: now })
    .execute();
  return digest;
}

export type ReadMinutes = {
  readonly content: MinutesContent;
  readonly digest: string;
  readonly frozenAt: Date;
  readonly isExtract: boolean;
};

/** Frozen; the asker's own part. Undefined while the session is not concluded. */
export async function findMinutes(db: Kysely<DB>, actor: Actor, session: SessionRow): Promise<ReadMinutes | undefined> {
  const row = await db
    .selectFrom('council_minutes')
    .selectAll()
    .where('session_id', '=', session.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const near = (await agendaOf(db, actor, session.id))
    .filter(({ ownGround }) => ownGround !== null)
    .map(({ id }) => id);
  const content = JSON.parse(row.content) as MinutesContent;
  const isExtract = near.length > 0;
  return {
    content: isExtract ? extractFor(content, new Set(near)) : content,
    digest: row.digest,
    frozenAt: row.frozen_at,
    isExtract,
  };
}
