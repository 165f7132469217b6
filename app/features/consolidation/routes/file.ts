/** A consolidated report as Word or PDF: a frozen edition by its number, or the draft as it stands. */
import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { findDraft, findEdition } from '../content.server.ts';
import { fileName, paperOf } from '../paper.text.ts';
import type { Route } from './+types/file.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const found =
    (await (args.params.number === 'thao'
      ? draft(edge, person, args.params.id)
      : edition(edge, person, args.params))) ?? pageNotFound();
  const sent = await sendPaper({ ...found, format });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: 503 });
  return sent.value;
}

type Edge = ReturnType<typeof edgeOf>;
type Person = ReturnType<typeof personAt>;

async function draft({ services: { db, clock } }: Edge, person: Person, id: string) {
  const made = clock();
  const content = await findDraft(db, person, { id, today: plainDateIn(made) });
  return content && { paper: paperOf(content, { number: null, day: null }), name: fileName(content.title, made), made };
}

async function edition({ services: { db } }: Edge, person: Person, { id, number }: { id: string; number: string }) {
  const found = await findEdition(db, person, { id, number: Number(number) || 0 });
  if (!found) return undefined;
  const { content, documentNumber, documentDate, frozenAt } = found;
  const paper = paperOf(content, { number: documentNumber, day: documentDate });
  return { paper, name: fileName(content.title, frozenAt), made: frozenAt };
}
