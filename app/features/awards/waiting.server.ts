/** What waits for a person about rules: versions that somebody else proposed. Asked only for whoever could confirm one. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { provisionRights } from './law/procedure.ts';
import type { Line } from './law/provision.ts';
import { nameOfProvision } from './law/law.text.ts';
import { listVersions } from './law/versions.server.ts';

export type ProvisionToConfirm = {
  readonly id: string;
  readonly line: Pick<Line, 'kind' | 'item'>;
  readonly award: string;
};

export async function provisionsToConfirm(db: Kysely<DB>, person: Person): Promise<readonly ProvisionToConfirm[]> {
  if (!holdsRole(person, ...provisionRights['award.propose_provision'].by)) return [];
  const proposed = await listVersions(db, person, { stage: 'proposed' });
  return proposed
    .filter(({ moves }) => moves.includes('confirm'))
    .map(({ provision }) => ({
      id: provision.id,
      line: { kind: provision.kind, item: provision.item },
      award: nameOfProvision(provision),
    }));
}
