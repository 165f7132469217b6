/** At every start: the documents that come with the pack are there. Read through only when something in their folder changed. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { permitSystem } from '../../kernel/permit.ts';
import { expectOk, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { findPackFolder } from '../directive/load-pack.server.ts';
import { listClauses } from '../directive/reading.server.ts';
import type { EditionContent, PackDocument } from './document.ts';
import { libraryIndex } from './document.ts';
import { digestOf, insertEdition } from './editions.server.ts';
import type { Part } from './parts.ts';
import { clauseHeading } from './text.ts';

export type LoadedLibrary = { readonly documents: number; readonly editions: number };

/** A pack without a library has none. */
export async function prepareLibrary(services: Services): Promise<LoadedLibrary> {
  const folder = join(await findPackFolder(services.config.pack), 'library');
  const text = await readFile(join(folder, 'index.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return { documents: 0, editions: 0 };
  const { documents } = libraryIndex.parse(JSON.parse(text.normalize('NFC')));
  const clauses = await clausesOf(services);
  const words = clauses.map(({ heading, body }) => `${heading}\n${body}`).join('\n');
  const bodies = await Promise.all(
    documents.map(async (one) => {
      if (one.isDirective) return words;
      return one.text === undefined ? '' : await readFile(join(folder, one.text), 'utf8');
    }),
  );
  const digest = hash('sha256', JSON.stringify([documents, bodies]));
  const edge = { services, actor: { kind: 'system', name: 'setup' }, via: 'setup', address: null } as const;
  return expectOk(await act(edge, (context) => load(context, { documents, bodies, clauses, digest })));
}

/** The directive's own words as its page shows them: each clause where that page has it. */
async function clausesOf({ db }: Services): Promise<readonly Part[]> {
  const clauses = await listClauses(db);
  return clauses.map(({ code, heading, wording }) => ({
    anchor: code,
    kind: 'article',
    heading: clauseHeading(code, heading),
    body: wording,
  }));
}

type Given = {
  readonly documents: readonly PackDocument[];
  readonly bodies: readonly string[];
  readonly clauses: readonly Part[];
  readonly digest: string;
};

async function load(context: Context, { documents, bodies, clauses, digest }: Given): Promise<Result<LoadedLibrary>> {
  const { tx, actor, now, record } = context;
  const before = await tx.selectFrom('library_pack').select('digest').where('pack', '=', 'pack').executeTakeFirst();
  if (before?.digest === digest) return ok({ documents: 0, editions: 0 });
  let editions = 0;
  for (const [position, one] of documents.entries()) {
    const { code, kind, title } = one;
    const row = { code, kind, title, position, from_pack: true, is_public: true };
    await tx
      .insertInto('library_document')
      .values(row)
      .onConflict((conflict) => conflict.column('code').doUpdateSet({ kind, title, position }))
      .execute();
    const content = contentOf(one, bodies[position] ?? '');
    if (await isAdded(context, one, content, one.isDirective ? clauses : undefined)) editions += 1;
  }
  const links = documents.flatMap(({ code, links: own }) =>
    own.map(({ relation, to }) => ({ from_code: code, relation, to_code: to })),
  );
  await tx
    .insertInto('library_link')
    .values(links)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const loaded = { digest, loaded_at: now };
  await tx
    .insertInto('library_pack')
    .values({ pack: 'pack', ...loaded })
    .onConflict((conflict) => conflict.column('pack').doUpdateSet(loaded))
    .execute();
  const done = { documents: documents.length, editions };
  const subject = { kind: 'library', id: digest.slice(0, 16) };
  await record({ permit: permitSystem('library.load', actor), kind: 'library.loaded', subject, after: done });
  return ok(done);
}

/** What says something else than the last edition is the next one. */
async function isAdded(
  { tx, now }: Context,
  one: PackDocument,
  content: EditionContent,
  parts: readonly Part[] | undefined,
): Promise<boolean> {
  const page = one.page ?? null;
  const last = await tx
    .selectFrom('library_edition')
    .select(['edition', 'digest'])
    .where('document_code', '=', one.code)
    .orderBy('edition', 'desc')
    .executeTakeFirst();
  if (last?.digest === digestOf(content, page)) return false;
  const place = { id: newId(), code: one.code, edition: (last?.edition ?? 0) + 1 };
  return insertEdition(tx, { ...place, content, page, parts, addedBy: null, addedAt: now });
}

function contentOf(one: PackDocument, body: string): EditionContent {
  const { number, issuer, state, source, note } = one;
  const { issuedOn = null, inForceFrom = null, inForceUntil = null } = one;
  return { number, issuer, state, source, note, issuedOn, inForceFrom, inForceUntil, body: body.normalize('NFC') };
}
