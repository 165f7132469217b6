/** Documents that people add: a new one, or the next edition of one that is there. */
import { permitTo } from '../../kernel/permit.ts';
import type { NotAllowed, NotScoped, Permit } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { DocumentWrong, EditionContent } from './document.ts';
import { codeFor, libraryRights, readDocument, readEdition } from './document.ts';
import { insertEdition } from './editions.server.ts';
import type { LinkRefusal, SetLink } from './linking.server.ts';
import { setLink } from './linking.server.ts';
import { visibleTo } from './visible.server.ts';

export type AddRefusal =
  | NotAllowed
  | NotScoped
  | NotThere
  | LostRace
  | DocumentWrong
  | LinkRefusal
  | { readonly kind: 'nothing_to_read' | 'code_taken' };
type Added = Result<{ readonly code: string }, AddRefusal>;

export type AddDocument = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly isPublic: boolean;
  /** What it does to one that is there already. */
  readonly link?: Omit<SetLink, 'code'> | undefined;
  readonly file: FileGiven | undefined;
};

/** `words`: what could be read in it; taken for the text where none was typed. */
export type FileGiven = { readonly kept: KeptFile; readonly words: string | undefined };

export async function addDocument(
  context: Context,
  { id, fields, isPublic, file, link: first }: AddDocument,
): Promise<Added> {
  const allowed = await mayAdd(context);
  if (!allowed.ok) return allowed;
  const read = readDocument(fields);
  if (!read.ok) return read;
  const { title, kind, edition } = read.value;
  if (edition.body === '' && !file) return refuse({ kind: 'nothing_to_read' });
  if (kind === 'form' && !file) return refuse(fileMissing);
  const { tx } = context;
  const code = codeFor(title, edition.number);
  const sent = await tx.selectFrom('library_edition').select('id').where('id', '=', id).executeTakeFirst();
  if (sent) return ok({ code });
  const row = { code, kind, title, position: 10_000, is_public: isPublic };
  const added = await tx
    .insertInto('library_document')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst();
  if (!added) return refuse({ kind: 'code_taken' });
  await keep(context, { permit: allowed.value, id, code, number: 1, content: edition, file });
  return first === undefined ? ok({ code }) : setLink(context, { code, ...first });
}

/** A form is there to be taken away and filled in. */
const fileMissing: DocumentWrong = { kind: 'document_wrong', problems: [{ field: 'file', problem: 'missing' }] };

export type AddEdition = Omit<AddDocument, 'isPublic' | 'link'> & {
  readonly code: string;
  /** The newest edition that was seen. */
  readonly after: number;
};

export async function addEdition(context: Context, command: AddEdition): Promise<Added> {
  const { tx, actor } = context;
  const { id, code, after, fields, file } = command;
  const document = await tx
    .selectFrom('library_document')
    .select(['code', 'kind'])
    .where('code', '=', code)
    .where(visibleTo(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!document) return refuse(notThere);
  const allowed = await mayAdd(context);
  if (!allowed.ok) return allowed;
  const read = readEdition(fields);
  if (!read.ok) return read;
  if (read.value.body === '' && !file) return refuse({ kind: 'nothing_to_read' });
  if (document.kind === 'form' && !file) return refuse(fileMissing);
  const editions = await tx
    .selectFrom('library_edition')
    .select(['id', 'edition'])
    .where('document_code', '=', code)
    .execute();
  if (editions.some((one) => one.id === id)) return ok({ code });
  const current = Math.max(0, ...editions.map(({ edition }) => edition));
  if (current !== after) return refuse({ kind: 'lost_race', current });
  await keep(context, { permit: allowed.value, id, code, number: current + 1, content: read.value, file });
  return ok({ code });
}

async function mayAdd({ tx, actor }: Context) {
  return permitTo(libraryRights, 'library.add', actor, await rootPath(tx));
}

type Keep = {
  readonly permit: Permit;
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly content: EditionContent;
  readonly file: FileGiven | undefined;
};

async function keep(context: Context, { permit, id, code, number, content: typed, file }: Keep): Promise<void> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people add documents');
  const isFromFile = typed.body === '' && file?.words !== undefined;
  const content = isFromFile ? { ...typed, body: file.words } : typed;
  const by = { page: null, isFromFile, addedBy: actor.personId, addedAt: now };
  await insertEdition(tx, { id, code, edition: number, content, ...by });
  const subject = { kind: 'library_document', id: code };
  const { body, ...known } = content;
  const after = { edition: number, ...known, letters: body.length, isFromFile };
  await record({ permit, kind: 'library.added', subject, after });
  if (!file) return;
  const [unitId = ''] = await rootPath(tx);
  await hang(context, {
    permit,
    id: newId(),
    hook: { kind: 'library_edition', id, unitId },
    file: file.kept,
    about: subject,
  });
}
