/** Which note of which holder an address means; not there for who may not write it. */
import type { Route } from './+types/note.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { noteKinds, notesOf } from '../note.ts';
import { noteAddress } from '../note.text.ts';
import { notesOfHolder } from '../notes.server.ts';
import { findHolder } from '../one.server.ts';

type Asked = Pick<Route.LoaderArgs, 'context' | 'request'> & {
  readonly params: { readonly holderId: string; readonly part: string };
};

export async function noteAsked(args: Asked) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = await findHolder(db, person, askedId(args.params.holderId));
  const kind = noteKinds.find((each) => noteAddress[each] === args.params.part);
  if (!one?.may.note || !kind || !notesOf[one.holder.kind].includes(kind)) return pageNotFound();
  const key = new URL(args.request.url).searchParams.get('dong');
  const notes = key === null ? [] : await notesOfHolder(db, kind, one.holder.id);
  return { holder: one.holder, kind, note: notes.find((each) => each.key === key) };
}
