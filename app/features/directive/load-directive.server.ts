/**
 * Loads a pack into the database, once or again: the same pack changes nothing, a new one changes what differs and
 * records each definition before and after. Refused whole when it would take away a code on which work hangs.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { permitTo } from '../../kernel/permit.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { loadIndicators, loadSchemes, loadTexts, vanishedCodes } from './load-definitions.server.ts';
import type { Definition } from './load-definitions.server.ts';
import { loadUnits } from './load-units.server.ts';
import type { Pack } from './pack.ts';

/** Only the product's own set-up and whoever runs the machine load a directive. */
const rights = { 'directive.load': { by: [], system: true } } as const;

export type LoadOutcome = {
  readonly isUnchanged: boolean;
  readonly unitsAdded: number;
  readonly indicatorsChanged: readonly string[];
  readonly schemesChanged: readonly string[];
};

export type LoadRefusal =
  | PermitRefusal
  /** Another province's directive is in this database already. */
  | { readonly kind: 'other_pack'; readonly loaded: string }
  | { readonly kind: 'code_removed'; readonly codes: readonly string[] };

export async function loadDirective(context: Context, pack: Pack): Promise<Result<LoadOutcome, LoadRefusal>> {
  const { tx, actor } = context;
  const permit = permitTo(rights, 'directive.load', actor, []);
  if (!permit.ok) return permit;

  await sql`lock table directive_pack in share row exclusive mode`.execute(tx);
  const loaded = await tx.selectFrom('directive_pack').select(['code', 'version', 'digest']).executeTakeFirst();
  if (loaded !== undefined && loaded.code !== pack.name) return refuse({ kind: 'other_pack', loaded: loaded.code });
  const digest = digestOf(pack);
  if (loaded?.digest === digest) {
    return ok({ isUnchanged: true, unitsAdded: 0, indicatorsChanged: [], schemesChanged: [] });
  }
  const codes = await vanishedCodes(tx, pack);
  if (codes.length > 0) return refuse({ kind: 'code_removed', codes });

  const units = await loadUnits(context, permit.value, pack);
  await loadTexts(tx, pack);
  const indicators = await loadIndicators(context, pack, units.ids);
  const schemes = await loadSchemes(tx, pack, units.ids);
  await savePack(context, pack, digest);

  await recordLoad(context, permit.value, { pack, digest, loaded, indicators, schemes });
  return ok({
    isUnchanged: false,
    unitsAdded: units.added,
    indicatorsChanged: indicators.map(({ code }) => code),
    schemesChanged: [...new Set(schemes.map(({ code }) => code))],
  });
}

type Load = {
  readonly pack: Pack;
  readonly digest: string;
  readonly loaded: unknown;
  readonly indicators: readonly Definition[];
  readonly schemes: readonly Definition[];
};

async function recordLoad({ record }: Context, permit: Permit, load: Load): Promise<void> {
  const { pack, digest, loaded, indicators, schemes } = load;
  const changes = [
    ...indicators.map((one) => ({ ...one, kind: 'indicator.changed', subject: 'indicator' }) as const),
    ...schemes.map((one) => ({ ...one, kind: 'scheme.changed', subject: 'scheme' }) as const),
  ];
  await record(
    {
      permit,
      kind: 'directive.loaded',
      subject: { kind: 'directive', id: pack.name },
      before: loaded,
      after: { code: pack.name, version: pack.version, digest },
    },
    ...changes.map(({ code, before, after, kind, subject }) => ({
      permit,
      kind,
      subject: { kind: subject, id: code },
      before,
      after,
    })),
  );
}

async function savePack({ tx, now }: Context, pack: Pack, digest: string): Promise<void> {
  const { name, version, productTitle, province, years, standingBody, document, movement, slips, unitSources } = pack;
  const facts = { productTitle, province, years, standingBody, document, slips, unitSources };
  const { name: movementName, clause, wording, from, to, reviews } = movement;
  const row = {
    version,
    digest,
    title: productTitle,
    facts: JSON.stringify({ ...facts, movement: { name: movementName, clause, wording, from, to, reviews } }),
    loaded_at: now,
  };
  await tx
    .insertInto('directive_pack')
    .values({ code: name, ...row })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
    .execute();
}

function digestOf(pack: Pack): string {
  return createHash('sha256').update(JSON.stringify(pack)).digest('hex');
}
