/** At every start: what comes with the product is there. A release that says something else adds a version; nothing is overwritten. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { permitSystem } from '../../../kernel/permit.ts';
import { expectOk, ok } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { act } from '../../../platform/command.server.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Services } from '../../../platform/services.server.ts';
import { PRODUCT_PROVISIONS } from './product.ts';
import type { Provision } from './provision.ts';

export type LoadedLaw = {
  readonly added: number;
  readonly renewed: number;
  /** Of another content than the product's now, but people put their own in its place. */
  readonly left: number;
};

export async function prepareLaw(services: Services): Promise<LoadedLaw> {
  const edge = { services, actor: { kind: 'system', name: 'setup' }, via: 'setup', address: null } as const;
  return expectOk(await act(edge, (context) => loadLaw(context, PRODUCT_PROVISIONS)));
}

type Row = { readonly id: string; readonly key: string; readonly digest: string; readonly isReplaced: boolean };

/** @param provisions with their keys as ids. Twice is once. */
export async function loadLaw(
  { tx, actor, now, record }: Context,
  provisions: readonly Provision[],
): Promise<Result<LoadedLaw>> {
  await sql`select pg_advisory_xact_lock(hashtext('provision.load'))`.execute(tx);
  const { rows } = await sql<Row>`
    select p.id, p.product_key as key, p.digest,
      exists (select from provision q where q.replaces = p.id and q.stage = 'confirmed' and q.product_key is null) as "isReplaced"
    from provision p where p.product_key is not null
      and not exists (select from provision q where q.replaces = p.id and q.product_key = p.product_key)`.execute(tx);
  const last = new Map(rows.map((row) => [row.key, row]));
  const taken = await datesOfPeople(tx);
  const fresh = provisions.flatMap((one) => {
    const before = last.get(one.id);
    const digest = digestOf(one);
    if (before?.digest === digest) return [];
    const isPeoples = before ? before.isReplaced : taken.has(placeOf(one));
    return [{ one, digest, before, isPeoples }];
  });
  const toAdd = fresh.filter(({ isPeoples }) => !isPeoples);
  const done = {
    added: toAdd.filter(({ before }) => !before).length,
    renewed: toAdd.filter(({ before }) => before).length,
    left: fresh.length - toAdd.length,
  };
  if (toAdd.length === 0) return ok(done);
  const values = toAdd.map(({ one, digest, before }) => rowOf(one, { digest, replaces: before?.id ?? null, now }));
  await tx.insertInto('provision').values(values).execute();
  const subject = { kind: 'provision', id: hash('sha256', toAdd.map(({ digest }) => digest).join()).slice(0, 16) };
  await record({ permit: permitSystem('award.load', actor), kind: 'award.rules_loaded', subject, after: done });
  return ok(done);
}

const placeOf = ({ kind, award, item, forYearsFrom, validFrom }: Omit<Provision, 'content' | 'id'>) =>
  [kind, award ?? '', item, forYearsFrom ?? '', validFrom ?? ''].join('|');

/** Where people confirmed a version of their own before the product had one for that day. */
async function datesOfPeople(tx: Context['tx']): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Parameters<typeof placeOf>[0]>`
    select kind, award_code as award, item, for_years_from as "forYearsFrom", valid_from as "validFrom"
    from provision where product_key is null and stage = 'confirmed'`.execute(tx);
  return new Set(rows.map(placeOf));
}

function digestOf({ id: _id, replaces: _replaces, ...said }: Provision): string {
  return hash('sha256', JSON.stringify(said));
}

type Marks = { readonly digest: string; readonly replaces: string | null; readonly now: Date };

function rowOf(one: Provision, { digest, replaces, now }: Marks) {
  return {
    id: newId(),
    kind: one.kind,
    award_code: one.award,
    item: one.item,
    for_years_from: one.forYearsFrom,
    valid_from: one.validFrom,
    valid_until: one.validUntil,
    article: one.article,
    source: one.source,
    basis: one.basis,
    state: one.state,
    content: JSON.stringify(one.content),
    replaces,
    stage: 'confirmed',
    product_key: one.id,
    digest,
    created_at: now,
  };
}
