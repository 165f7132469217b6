/**
 * A document of the library (legal text, guidance, form) and its editions. What is known of it says how it is known: read in the
 * text, second-hand, or not verified; nothing that is not read decides anything in the product (docs/laws.md).
 */
import { z } from 'zod';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Rights } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export const documentKinds = [
  'law',
  'decree',
  'resolution',
  'decision',
  'directive',
  'circular',
  'annex',
  'regulation',
  'guidance',
  'form',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const verifications = ['read', 'second_hand', 'not_verified'] as const;
export type Verification = (typeof verifications)[number];
export const relations = ['amends', 'replaces', 'guides', 'part_of'] as const;
export type Relation = (typeof relations)[number];

export const libraryRights = {
  'library.add': { by: ['appraiser', 'administrator'] },
} as const satisfies Rights<string>;

const day = z.string().refine(isPlainDate);

/** `library/index.json` of a pack; `text` names a file beside it, `page` a page of the product where it is read. */
export const libraryIndex = z.strictObject({
  documents: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      kind: z.enum(documentKinds),
      title: z.string().min(1),
      number: z.string().default(''),
      issuer: z.string().min(1),
      issuedOn: day.optional(),
      inForceFrom: day.optional(),
      inForceUntil: day.optional(),
      state: z.enum(verifications),
      source: z.string().min(1),
      note: z.string().default(''),
      text: z.string().optional(),
      page: z.string().startsWith('/').optional(),
      /** Its text is the directive of the pack, clause by clause. */
      isDirective: z.boolean().default(false),
      links: z.array(z.strictObject({ relation: z.enum(relations), to: z.string() })).default([]),
    }),
  ),
});
export type PackDocument = z.output<typeof libraryIndex>['documents'][number];

export const editionFields = [
  'number',
  'issuer',
  'issuedOn',
  'inForceFrom',
  'inForceUntil',
  'state',
  'source',
  'note',
  'body',
] as const;
export type EditionField = (typeof editionFields)[number];
export type DocumentField = EditionField | 'title' | 'kind' | 'file';
export type DocumentProblem = 'missing' | 'too_long' | 'not_a_day' | 'backwards';
export type DocumentWrong = {
  readonly kind: 'document_wrong';
  readonly problems: readonly { readonly field: DocumentField; readonly problem: DocumentProblem }[];
};
export type EditionContent = Readonly<Record<'number' | 'issuer' | 'source' | 'note' | 'body', string>> & {
  readonly issuedOn: PlainDate | null;
  readonly inForceFrom: PlainDate | null;
  readonly inForceUntil: PlainDate | null;
  readonly state: Verification;
};
type Fields = Readonly<Record<string, string>>;

const longest = { number: 100, issuer: 200, source: 500, note: 2000, body: 1_500_000 } as const;

export function readEdition(fields: Fields): Result<EditionContent, DocumentWrong> {
  const text = (field: EditionField) => fields[field]?.trim() ?? '';
  const dayIn = (field: 'issuedOn' | 'inForceFrom' | 'inForceUntil') => text(field) || null;
  const [from, until] = [dayIn('inForceFrom'), dayIn('inForceUntil')];
  const state = verifications.find((each) => each === text('state'));
  const problems: DocumentWrong['problems'] = [
    ...(['issuer', 'source'] as const).flatMap((field) =>
      text(field) === '' ? [{ field, problem: 'missing' } as const] : [],
    ),
    ...(['number', 'issuer', 'source', 'note', 'body'] as const).flatMap((field) =>
      text(field).length > longest[field] ? [{ field, problem: 'too_long' } as const] : [],
    ),
    ...(['issuedOn', 'inForceFrom', 'inForceUntil'] as const).flatMap((field) =>
      text(field) !== '' && !isPlainDate(text(field)) ? [{ field, problem: 'not_a_day' } as const] : [],
    ),
    ...(from && until && until < from ? [{ field: 'inForceUntil', problem: 'backwards' } as const] : []),
    ...(state ? [] : [{ field: 'state', problem: 'missing' } as const]),
  ];
  if (problems.length > 0 || !state) return refuse({ kind: 'document_wrong', problems });
  const [number, issuer, source, note, body] = (['number', 'issuer', 'source', 'note', 'body'] as const).map(text);
  const words = { number, issuer, source, note, body } as Readonly<Record<keyof typeof longest, string>>;
  return ok({ ...words, state, issuedOn: dayIn('issuedOn'), inForceFrom: from, inForceUntil: until });
}

export type NewDocument = { readonly title: string; readonly kind: DocumentKind; readonly edition: EditionContent };

export function readDocument(fields: Fields): Result<NewDocument, DocumentWrong> {
  const title = fields['title']?.trim() ?? '';
  const kind = documentKinds.find((each) => each === fields['kind']);
  const edition = readEdition(fields);
  const problems: DocumentWrong['problems'] = [
    ...(title === '' ? [{ field: 'title', problem: 'missing' } as const] : []),
    ...(title.length > 300 ? [{ field: 'title', problem: 'too_long' } as const] : []),
    ...(kind ? [] : [{ field: 'kind', problem: 'missing' } as const]),
    ...(edition.ok ? [] : edition.refusal.problems),
  ];
  if (!kind || !edition.ok || problems.length > 0) return refuse({ kind: 'document_wrong', problems });
  return ok({ title, kind, edition: edition.value });
}

/** The address of a document: its title and number without marks. */
export function codeFor(title: string, number: string): string {
  const plain = fold(`${number === '' ? title : number}`)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 80).replace(/-+$/, '') || 'van-ban';
}
