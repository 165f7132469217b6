/**
 * A client that has the statements of its transactions prepared by name: they are few, short and always the same, and a
 * third of what they cost the database was reading and planning them anew. Queries outside of transactions (lists,
 * searches, sums) are planned each time for what they are asked.
 */
import { hash } from 'node:crypto';
import pg from 'pg';

/** Longer ones hold many rows at once, and hardly come twice. */
const longest = 4000;
/** A connection keeps no more: whoever makes ever new statements gets no names for them. */
const most = 300;
const names = new Map<string, string>();

export class PreparingClient extends pg.Client {
  #isInTransaction = false;

  override query(...given: readonly unknown[]): never {
    const [text, values] = given;
    if (typeof text === 'string') {
      if (/^(begin|start transaction)/.test(text)) this.#isInTransaction = true;
      else if (/^(commit|rollback)$/.test(text)) this.#isInTransaction = false;
    }
    const name = this.#isInTransaction && Array.isArray(values) && values.length > 0 && nameOf(text);
    const args = name ? [{ name, text, values }, ...given.slice(2)] : given;
    return super.query(...(args as unknown as Parameters<pg.Client['query']>)) as never;
  }
}

function nameOf(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = hash('sha1', text, 'base64url');
  names.set(text, name);
  return name;
}
