/** The rights on indicators stand at the root of the tree: whoever holds the role there. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { IndicatorDeed } from './rights.ts';
import { indicatorRights } from './rights.ts';

export async function permitAtRoot(
  db: Kysely<DB>,
  deed: IndicatorDeed,
  actor: Actor,
): Promise<Result<Permit<IndicatorDeed>, PermitRefusal>> {
  return permitTo(indicatorRights, deed, actor, await rootPath(db));
}

export async function mayDecide(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return actor.kind === 'person' && isAllowed(indicatorRights, 'indicator.decide', actor, await rootPath(db));
}
