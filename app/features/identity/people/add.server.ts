/** Somebody new, with or without an account, in one step: all of it or nothing. */
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { createAccount } from './accounts.server.ts';
import type { PersonInput } from './person.ts';
import { createPerson } from './people.server.ts';

export type Added = { readonly personId: string; readonly link: string | undefined };
type Refused<Command extends (...given: never) => Promise<Result<unknown>>> = Exclude<
  Awaited<ReturnType<Command>>,
  { readonly ok: true }
>['refusal'];
export type AddRefusal = Refused<typeof createPerson> | Refused<typeof createAccount>;

/** An empty username makes no account. */
export async function addPerson(
  context: Context,
  seal: Seal,
  { person, username }: { readonly person: PersonInput; readonly username: string },
): Promise<Result<Added, AddRefusal>> {
  const made = await createPerson(context, seal, person);
  if (!made.ok) return made;
  if (username === '') return ok({ personId: made.value, link: undefined });
  const account = await createAccount(context, { personId: made.value, username });
  return account.ok ? ok({ personId: made.value, link: account.value.link }) : account;
}
