/** The one way in which a file that hangs on a case goes out. */
import type { Kysely } from 'kysely';
import type { LoaderFunctionArgs } from 'react-router';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../db-types.ts';
import { edgeOf, pageNotFound } from '../http.server.ts';
import type { FoundFile } from './attachments.server.ts';
import { fileAnswer } from './attachments.server.ts';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'> & { readonly params: { readonly attachmentId: string } };
type Find = (db: Kysely<DB>, actor: Actor, id: string) => Promise<FoundFile | undefined>;

/** To whoever may read it, in the browser where `?xem` asks for that; to anybody else it is not there. */
export async function handOut(args: Args, find: Find): Promise<Response> {
  const { services, actor } = edgeOf(args);
  const found = (await find(services.db, actor, args.params.attachmentId)) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  return (await fileAnswer(services, found, inline)) ?? pageNotFound();
}
