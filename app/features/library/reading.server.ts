/** The library as its pages read it: the list, what is found in the texts, one document with its editions. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isAllowed } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile, FoundFile } from '../../platform/files/attachments.server.ts';
import { filesOn, findHung } from '../../platform/files/attachments.server.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { DocumentKind, Relation, Verification } from './document.ts';
import { libraryRights } from './document.ts';
import type { Change } from './links.ts';
import type { Part, Snippet } from './parts.ts';
import { snippetOf } from './parts.ts';
import { articleIn, wordsIn } from './query.ts';
import { visibleTo } from './visible.server.ts';

export type ListedDocument = {
  readonly code: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly editionId: string;
  readonly edition: number;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly state: Verification;
  readonly source: string;
  readonly note: string;
  readonly page: string | null;
  readonly hasText: boolean;
  readonly isFromFile: boolean;
  readonly changes: readonly Change[];
  /** To take away: the first file of this edition. */
  readonly file: { readonly id: string; readonly name: string } | null;
};

export type LibraryQuery = {
  readonly words?: string;
  readonly kind?: DocumentKind | undefined;
  readonly year?: number | undefined;
};

/** Names what is not the asker's to know of nowhere: of a document that changes this one, too. */
const columnsFor = (
  actor: Actor,
) => sql`library_document.code, library_document.kind, library_document.title, e.id as "editionId", e.edition, e.number,
  e.issuer, e.issued_on as "issuedOn", e.in_force_from as "inForceFrom", e.in_force_until as "inForceUntil", e.state, e.source,
  e.note, e.page, e.body <> '' as "hasText", e.text_from_file as "isFromFile",
  coalesce((select json_agg(json_build_object('relation', l.relation, 'code', c.code, 'title', c.title, 'number', y.number,
      'since', y.in_force_from) order by y.in_force_from nulls last, c.code)
    from library_link l join (select * from library_document where ${visibleTo(actor)}) c on c.code = l.from_code
      join lateral (select x.number, x.in_force_from from library_edition x where x.document_code = c.code order by x.edition desc limit 1) y on true
    where l.to_code = library_document.code and l.relation in ('amends', 'replaces') and l.removed_at is null), '[]') as changes,
  (select json_build_object('id', f.id, 'name', f.name) from attachment f
    where f.subject_kind = 'library_edition' and f.subject_id = e.id and f.detached_at is null order by f.attached_at, f.id limit 1) as file`;

const latest = sql`library_document join lateral (
  select * from library_edition x where x.document_code = library_document.code order by x.edition desc limit 1) e on true`;

/** By title, number, issuer, with or without marks; the newest edition of each. */
export async function listDocuments(
  db: Kysely<DB>,
  actor: Actor,
  { words = '', kind, year }: LibraryQuery,
): Promise<readonly ListedDocument[]> {
  const named = wordsIn(words).map(
    (word) =>
      sql<boolean>`fold_vi(library_document.title || ' ' || e.number || ' ' || e.issuer) like ${`%${escaped(word)}%`}`,
  );
  const asked = [
    visibleTo(actor),
    ...named,
    ...(kind ? [sql<boolean>`library_document.kind = ${kind}`] : []),
    ...(year ? [sql<boolean>`extract(year from coalesce(e.issued_on, e.in_force_from)) = ${year}`] : []),
  ];
  const { rows } = await sql<ListedDocument>`
    select ${columnsFor(actor)} from ${latest} where ${sql.join(asked, sql` and `)}
    order by library_document.position, library_document.title collate "vi-x-icu" limit 500`.execute(db);
  return rows;
}

export type FoundPart = {
  readonly code: string;
  readonly title: string;
  readonly anchor: string;
  /** The page of the product where it is read instead. */
  readonly page: string | null;
  readonly heading: string;
  readonly snippet: Snippet;
};

const most = 40;

/** Articles that hold all the words, each whole; those in whose heading they stand together first, then in whose text; "điều 22" finds articles of that number. */
export async function findParts(
  db: Kysely<DB>,
  actor: Actor,
  { words: typed = '', kind, year }: LibraryQuery,
): Promise<readonly FoundPart[]> {
  const article = articleIn(typed);
  const words = wordsIn(typed, article !== undefined);
  if (words.length === 0 && article === undefined) return [];
  const both = sql`p.heading_fold || ' ' || p.body_fold`;
  const phrase = `%${words.map(escaped).join(' ')}%`;
  const asked = [
    visibleTo(actor),
    ...words.map(
      (word) => sql<boolean>`(p.body_fold like ${`%${escaped(word)}%`} or p.heading_fold like ${`%${escaped(word)}%`})
        and ${both} ~ ${`\\m${word}\\M`}`,
    ),
    ...(article === undefined ? [] : [sql<boolean>`p.anchor = ${article}`]),
    ...(kind ? [sql<boolean>`library_document.kind = ${kind}`] : []),
    ...(year ? [sql<boolean>`extract(year from coalesce(e.issued_on, e.in_force_from)) = ${year}`] : []),
  ];
  const { rows } = await sql<Omit<FoundPart, 'snippet'> & { body: string }>`
    select library_document.code, library_document.title, p.anchor, e.page, p.heading, p.body
    from ${latest} join library_part p on p.edition_id = e.id
    where ${sql.join(asked, sql` and `)}
    order by p.heading_fold like ${phrase} desc, ${both} like ${phrase} desc, library_document.position, p.position
    limit ${most}::int`.execute(db);
  const together = words.join(' ');
  return rows.map(({ body, ...row }) => ({
    ...row,
    snippet: snippetOf(body.replaceAll('\n', ' '), words.length > 1 ? [together, ...words] : words),
  }));
}

const escaped = (word: string) => word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

export type EditionName = { readonly edition: number; readonly number: string; readonly addedAt: Date };
export type Link = {
  readonly relation: Relation;
  readonly isFrom: boolean;
  readonly code: string;
  readonly title: string;
  /** Set by people, who may take it off again. */
  readonly isOwn: boolean;
};
export type OneDocument = {
  readonly document: ListedDocument;
  readonly parts: readonly Part[];
  /** Newest first. */
  readonly editions: readonly EditionName[];
  readonly links: readonly Link[];
  readonly files: readonly AttachedFile[];
};

export async function findDocument(
  db: Kysely<DB>,
  actor: Actor,
  { code, edition }: { readonly code: string; readonly edition?: number | undefined },
): Promise<OneDocument | undefined> {
  const { rows } = await sql<ListedDocument>`
    select ${columnsFor(actor)} from library_document join library_edition e on e.document_code = library_document.code
    where library_document.code = ${code} and ${visibleTo(actor)} and (${edition ?? null}::int is null or e.edition = ${edition ?? null}::int)
    order by e.edition desc limit 1`.execute(db);
  const [document] = rows;
  if (!document) return undefined;
  const [parts, editions, links, files] = await Promise.all([
    sql<Part>`select anchor, kind, heading, body from library_part where edition_id = ${document.editionId} order by position`.execute(
      db,
    ),
    sql<EditionName>`select edition, number, added_at as "addedAt" from library_edition where document_code = ${code}
      order by edition desc`.execute(db),
    sql<Link>`
      select l.relation, true as "isFrom", library_document.code, library_document.title, l.added_by is not null as "isOwn" from library_link l
        join library_document on library_document.code = l.to_code where l.from_code = ${code} and l.removed_at is null and ${visibleTo(actor)}
      union all
      select l.relation, false, library_document.code, library_document.title, l.added_by is not null from library_link l
        join library_document on library_document.code = l.from_code where l.to_code = ${code} and l.removed_at is null and ${visibleTo(actor)}
      order by 1, 3`.execute(db),
    filesOn(db, { kind: 'library_edition', id: document.editionId }),
  ]);
  return { document, parts: parts.rows, editions: editions.rows, links: links.rows, files };
}

export function findLibraryFile(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'library_edition' and exists (
      select from library_edition e join library_document on library_document.code = e.document_code where e.id = a.subject_id and ${visibleTo(actor)})`,
  });
}

export async function mayAddDocuments(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return isAllowed(libraryRights, 'library.add', actor, await rootPath(db));
}
