/**
 * Which indicators tell of a scheme: the directive does not say, so the province does, with the paper it stands on. A
 * scheme under the rules on state secrets takes none and answers as not there.
 */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { PermitRefusal } from '../../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { permitAtRoot } from '../rights.server.ts';

export type Link = { readonly indicatorCode: string; readonly basis: string };
export type BasisMissing = { readonly kind: 'basis_missing'; readonly codes: readonly string[] };
export type LinkRefusal = PermitRefusal | NotThere | LostRace | BasisMissing;
export type LinkCommand = {
  readonly schemeCode: string;
  readonly version: number;
  readonly links: readonly Link[];
};

export async function linkScheme(context: Context, command: LinkCommand): Promise<Result<undefined, LinkRefusal>> {
  const { tx, actor, record } = context;
  const permit = await permitAtRoot(tx, 'scheme.link', actor);
  if (!permit.ok) return permit;
  await sql`select from scheme where code = ${command.schemeCode} for update`.execute(tx);
  const scheme = await findLinks(tx, command.schemeCode);
  if (!scheme) return refuse(notThere);
  if (scheme.version !== command.version) return refuse({ kind: 'lost_race', current: scheme.version });
  const bare = command.links.filter(({ basis }) => basis.trim() === '').map(({ indicatorCode }) => indicatorCode);
  if (bare.length > 0) return refuse({ kind: 'basis_missing', codes: bare });
  const known = new Set((await tx.selectFrom('indicator').select('code').execute()).map(({ code }) => code));
  if (command.links.some(({ indicatorCode }) => !known.has(indicatorCode))) return refuse(notThere);
  await keepLinks(context, command, scheme.links);
  await sql`update scheme set version = version + 1 where code = ${command.schemeCode}`.execute(tx);
  await record({
    permit: permit.value,
    kind: 'scheme.changed',
    subject: { kind: 'scheme', id: command.schemeCode },
    before: { indicators: scheme.links },
    after: { indicators: command.links },
  });
  return ok();
}

/** What is no longer said is superseded, what is new is added; a link that stays as it is keeps its row. */
async function keepLinks(
  { tx, now }: Context,
  { schemeCode, links }: LinkCommand,
  was: readonly Link[],
): Promise<void> {
  const wanted = links.map(({ indicatorCode, basis }) => ({ indicatorCode, basis: basis.trim() }));
  const isIn = (some: readonly Link[], { indicatorCode, basis }: Link) =>
    some.some((link) => link.indicatorCode === indicatorCode && link.basis === basis);
  const gone = was.filter((link) => !isIn(wanted, link)).map(({ indicatorCode }) => indicatorCode);
  const added = wanted.filter((link) => !isIn(was, link));
  if (gone.length > 0)
    await tx
      .updateTable('scheme_indicator')
      .set({ superseded_at: now })
      .where('scheme_code', '=', schemeCode)
      .where('indicator_code', 'in', gone)
      .where('superseded_at', 'is', null)
      .execute();
  if (added.length > 0)
    await tx
      .insertInto('scheme_indicator')
      .values(
        added.map(({ indicatorCode, basis }) => ({
          id: newId(),
          scheme_code: schemeCode,
          indicator_code: indicatorCode,
          basis,
          known_at: now,
        })),
      )
      .execute();
}

export type SchemeLinks = {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly links: readonly Link[];
};

/** Undefined for a scheme that is not there or may not be linked. */
export async function findLinks(db: Kysely<DB>, code: string): Promise<SchemeLinks | undefined> {
  const scheme = await db
    .selectFrom('scheme')
    .select(['code', 'name', 'version'])
    .where('code', '=', code)
    .where('is_secret', '=', false)
    .executeTakeFirst();
  if (!scheme) return undefined;
  const links = await db
    .selectFrom('scheme_indicator')
    .select(['indicator_code as indicatorCode', 'basis'])
    .where('scheme_code', '=', code)
    .where('superseded_at', 'is', null)
    .orderBy('indicator_code')
    .execute();
  return { ...scheme, links };
}
