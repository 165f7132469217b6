/** Setting and taking off what one document does to another. What came with the pack is changed by the pack. */
import { sql } from 'kysely';
import { permitTo } from '../../kernel/permit.ts';
import type { NotAllowed, NotScoped } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { Relation } from './document.ts';
import { libraryRights, relations } from './document.ts';
import type { LinkProblem, LinkWrong, Pair } from './links.ts';
import { goesRound, isOlder } from './links.ts';
import { visibleTo } from './visible.server.ts';

export type LinkRefusal = NotAllowed | NotScoped | NotThere | LinkWrong | { readonly kind: 'link_from_pack' };
export type SetLink = { readonly code: string; readonly relation: string; readonly to: string };
type Done = Result<{ readonly code: string }, LinkRefusal>;

const wrong = (problem: LinkProblem): Result<never, LinkWrong> => refuse({ kind: 'link_wrong', problem });

/** Set twice it is one. */
export async function setLink(context: Context, { code, relation: typed, to }: SetLink): Promise<Done> {
  const { tx, actor, now, record } = context;
  const allowed = permitTo(libraryRights, 'library.add', actor, await rootPath(tx));
  if (!allowed.ok) return allowed;
  const relation = relations.find((each) => each === typed);
  if (!relation || to === '') return wrong('missing');
  if (to === code) return wrong('same_document');
  // Two people could close a circle between them: one at a time.
  await sql`select pg_advisory_xact_lock(hashtextextended('library links', 0))`.execute(tx);
  const [from, other] = [await newest(context, code), await newest(context, to)];
  if (!from || !other) return refuse(notThere);
  if (isOlder(relation, from, other)) return wrong('older');
  const pairs = await pairsNow(context);
  const pair: Pair = { from: code, relation, to };
  if (pairs.some((one) => isSame(one, pair))) return ok({ code });
  if (goesRound(pairs, pair)) return wrong('goes_round');
  if (actor.kind !== 'person') throw new Error('only people set links');
  const added = { added_by: actor.personId, added_at: now, removed_by: null, removed_at: null };
  await tx
    .insertInto('library_link')
    .values({ from_code: code, relation, to_code: to, ...added })
    .onConflict((conflict) => conflict.columns(['from_code', 'relation', 'to_code']).doUpdateSet(added))
    .execute();
  const subject = { kind: 'library_document', id: code };
  await record({ permit: allowed.value, kind: 'library.linked', subject, after: { relation, to } });
  return ok({ code });
}

/** Taken off twice it is off. */
export async function takeOffLink(context: Context, { code, relation, to }: SetLink): Promise<Done> {
  const { tx, actor, now, record } = context;
  const allowed = permitTo(libraryRights, 'library.add', actor, await rootPath(tx));
  if (!allowed.ok) return allowed;
  const row = await tx
    .selectFrom('library_link')
    .select(['added_by', 'removed_at'])
    .where('from_code', '=', code)
    .where('relation', '=', relation)
    .where('to_code', '=', to)
    .forUpdate()
    .executeTakeFirst();
  if (!row || actor.kind !== 'person') return refuse(notThere);
  if (row.added_by === null) return refuse({ kind: 'link_from_pack' });
  if (row.removed_at !== null) return ok({ code });
  await tx
    .updateTable('library_link')
    .set({ removed_by: actor.personId, removed_at: now })
    .where('from_code', '=', code)
    .where('relation', '=', relation)
    .where('to_code', '=', to)
    .execute();
  const subject = { kind: 'library_document', id: code };
  await record({ permit: allowed.value, kind: 'library.unlinked', subject, before: { relation, to } });
  return ok({ code });
}

function newest({ tx, actor }: Context, code: string) {
  return tx
    .selectFrom('library_edition as e')
    .innerJoin('library_document', 'library_document.code', 'e.document_code')
    .select(['e.issued_on as issuedOn', 'e.in_force_from as inForceFrom'])
    .where('library_document.code', '=', code)
    .where(visibleTo(actor))
    .orderBy('e.edition', 'desc')
    .executeTakeFirst();
}

async function pairsNow({ tx }: Context): Promise<readonly Pair[]> {
  const rows = await tx
    .selectFrom('library_link')
    .select(['from_code', 'relation', 'to_code'])
    .where('removed_at', 'is', null)
    .execute();
  return rows.map(({ from_code, relation, to_code }) => ({
    from: from_code,
    relation: relation as Relation,
    to: to_code,
  }));
}

const isSame = (a: Pair, b: Pair) => a.from === b.from && a.relation === b.relation && a.to === b.to;
