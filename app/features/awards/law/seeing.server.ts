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
import type { LawBook } from './law-book.ts';
import { ruleBook } from './law-book.server.ts';
import type { Place, PlacingRefusal } from './placing.ts';
import { placeOf } from './placing.ts';
import type { Preview } from './preview.ts';
import { previewOf } from './preview.ts';
import type { RuleSet } from '../standards/rule.ts';
import type { Provision } from './provision.ts';
import { isInForce } from './provision.ts';
import { listVersions } from './versions.server.ts';

export type Seen = {
  readonly provision: Provision;
  readonly place: Place;
  readonly preview: Preview | undefined;
  /** The law in force on its first day was not read: dossiers received since stay for a person to judge. */
  readonly unread: RuleSet | undefined;
};

export async function seeDraft(
  db: Kysely<DB>,
  actor: Actor,
  { id, typed }: { readonly id: string; readonly typed: TypedProvision },
): Promise<Result<Seen, ProvisionWrong | PlacingRefusal>> {
  const sets = (await ruleBook(db)).ruleSets.map(({ code }) => code);
  // Why it is proposed need not be said to see what it would do.
  const value = (name: string) => typed.value(name) || (name === 'ly-do' ? '-' : '');
  const read = readDraft({ ...typed, value }, { id, sets });
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
  if (provision.kind !== 'rule') return ok({ provision, place: placed.value, preview: undefined, unread: undefined });
  const book = await ruleBook(db);
  const preview = previewOf(book, ruleOf(provision), RECORDED_CASES, WORDS);
  return ok({ provision, place: placed.value, preview, unread: unreadOn(book, provision) });
}

function unreadOn({ ruleSets }: LawBook, { item, validFrom }: Provision): RuleSet | undefined {
  const set = ruleSets.find((one) =>
    isInForce({ validFrom: one.inForceFrom, validUntil: one.inForceUntil }, validFrom ?? ''),
  );
  return set?.state === 'not_read' && set.code !== item ? set : undefined;
}
