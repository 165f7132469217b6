/** What a new version would come to, before it is proposed and before it is confirmed: what it ends, and what it would say of recorded cases. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { RECORDED_CASES } from '../standards/recorded.ts';
import { WORDS } from '../standards/text.ts';
import type { ProvisionWrong, TypedProvision } from './draft.ts';
import { readDraft } from './draft.ts';
import { ruleOf } from './law-book.ts';
import { ruleBook } from './law-book.server.ts';
import type { Place, PlacingRefusal } from './placing.ts';
import { placeOf } from './placing.ts';
import type { Preview } from './preview.ts';
import { previewOf } from './preview.ts';
import type { Provision } from './provision.ts';
import { listVersions } from './versions.server.ts';

export type Seen = { readonly provision: Provision; readonly place: Place; readonly preview: Preview | undefined };

export async function seeDraft(
  db: Kysely<DB>,
  actor: Actor,
  { id, typed }: { readonly id: string; readonly typed: TypedProvision },
): Promise<Result<Seen, ProvisionWrong | PlacingRefusal>> {
  const sets = (await ruleBook(db)).ruleSets.map(({ code }) => code);
  const read = readDraft(typed, { id, sets });
  return read.ok ? seeProvision(db, actor, read.value.provision) : read;
}

export async function seeProvision(
  db: Kysely<DB>,
  actor: Actor,
  provision: Provision,
): Promise<Result<Seen, PlacingRefusal>> {
  const confirmed = await listVersions(db, actor, { line: provision, stage: 'confirmed' });
  const placed = placeOf(
    provision,
    confirmed.map((version) => version.provision),
  );
  if (!placed.ok) return placed;
  const preview =
    provision.kind === 'rule' ? previewOf(await ruleBook(db), ruleOf(provision), RECORDED_CASES, WORDS) : undefined;
  return ok({ provision, place: placed.value, preview });
}
