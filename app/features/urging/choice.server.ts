/** Whether a person wants the daily digest by mail too, where the province lets them choose. The message always comes. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { NotAllowed } from '../../kernel/permit.ts';
import { permitOwn } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { readSettings } from '../../platform/settings.server.ts';

export type DigestChoice = { readonly byMail: boolean; readonly mayChoose: boolean };

export async function digestChoice(db: Kysely<DB>, person: Person): Promise<DigestChoice> {
  const { digest_opt_out } = await readSettings(db);
  const row = await db
    .selectFrom('digest_choice')
    .select('by_mail')
    .where('person_id', '=', person.personId)
    .executeTakeFirst();
  return { byMail: !digest_opt_out || (row?.by_mail ?? true), mayChoose: digest_opt_out };
}

/** Of these people, those who get it by mail. */
export async function digestReaders(db: Kysely<DB>, people: readonly string[]): Promise<readonly string[]> {
  const { digest_opt_out } = await readSettings(db);
  if (!digest_opt_out || people.length === 0) return people;
  const out = await db
    .selectFrom('digest_choice')
    .select('person_id')
    .where('by_mail', '=', false)
    .where('person_id', 'in', [...people])
    .execute();
  return people.filter((id) => !out.some(({ person_id }) => person_id === id));
}

export type NoChoice = { readonly kind: 'no_choice' };

export async function chooseDigest(
  { tx, actor, now, record }: Context,
  person: Person,
  byMail: boolean,
): Promise<Result<undefined, NotAllowed | NoChoice>> {
  const permit = permitOwn('digest.choose', actor, person.personId);
  if (!permit.ok) return permit;
  const { byMail: before, mayChoose } = await digestChoice(tx, person);
  if (!mayChoose) return refuse({ kind: 'no_choice' });
  if (before === byMail) return ok();
  const row = { by_mail: byMail, changed_at: now };
  await tx
    .insertInto('digest_choice')
    .values({ person_id: person.personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
  await record({
    permit: permit.value,
    kind: 'digest.chosen',
    subject: { kind: 'person', id: person.personId },
    unitId: person.homeUnitId,
    before: { byMail: before },
    after: { byMail },
  });
  return ok();
}
