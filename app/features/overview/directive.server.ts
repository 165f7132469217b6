/** The directive's wording as loaded: clauses in order, and the slips of the scan that were mended. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type Paragraph = { readonly isItem: boolean; readonly text: string };
export type ClausePage = {
  readonly code: string;
  readonly parent: string | null;
  readonly heading: string | null;
  readonly paragraphs: readonly Paragraph[];
};
export type Slip = { readonly clause: string; readonly found: string; readonly mended: string; readonly why: string };
export type DirectivePage = {
  readonly clauses: readonly ClausePage[];
  readonly slips: readonly Slip[];
  readonly subject: string;
};

type Facts = {
  readonly slips?: readonly Slip[];
  readonly document?: { readonly kind?: string; readonly subject?: string };
};

export async function directivePage(db: Kysely<DB>): Promise<DirectivePage> {
  const rows = await db.selectFrom('clause').selectAll().orderBy('position').execute();
  const pack = await db.selectFrom('directive_pack').select('facts').executeTakeFirst();
  const facts = (pack?.facts ?? {}) as Facts;
  const clauses = rows.map(({ code, parent_code: parent, heading, wording }) => ({
    code,
    parent,
    heading,
    paragraphs: wording.split('\n').filter(Boolean).map(paragraphOf),
  }));
  const { kind = '', subject = '' } = facts.document ?? {};
  return { clauses, slips: facts.slips ?? [], subject: [kind, subject].join(' ').trim() };
}

function paragraphOf(line: string): Paragraph {
  return line.startsWith('- ') ? { isItem: true, text: line.slice(2) } : { isItem: false, text: line };
}
