/**
 * A client that has the statements of its transactions prepared by name, and those that every page asks: they are few, short and
 * always the same, and most of what they cost the database was reading and planning them anew (ADR 0041, 0214). Other
 * queries outside of transactions (lists, searches, sums) are planned each time for what they are asked.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import pg from 'pg';

/** Longer ones of a transaction hold many rows at once, and hardly come twice. */
const longest = 4000;
/** However a feature has laid its text out. */
const question = /^\s*(?:select|with)\b/;
/** A connection keeps no more: whoever makes ever new statements gets no names for them. */
const most = 600;
const names = new Map<string, string>();
const everyPage = new AsyncLocalStorage<true>();

/** What is asked in here has its statements prepared: for what whole pages have in common, whoever they are drawn for. */
export function askedOnEveryPage<Value>(ask: () => Promise<Value>): Promise<Value> {
  return everyPage.run(true, ask);
}

export class PreparingClient extends pg.Client {
  #isInTransaction = false;

  override query(...given: readonly unknown[]): never {
    const [text, values] = given;
    if (typeof text === 'string') {
      if (/^(begin|start transaction)/.test(text)) this.#isInTransaction = true;
      else if (/^(commit|rollback)$/.test(text)) this.#isInTransaction = false;
    }
    const name =
      typeof text === 'string' && Array.isArray(values) && this.#isOften(text, values.length) && nameOf(text);
    const args = name ? [{ name, text, values }, ...given.slice(2)] : given;
    return super.query(...(args as unknown as Parameters<pg.Client['query']>)) as never;
  }

  #isOften(text: string, values: number): boolean {
    if (everyPage.getStore() === true && question.test(text)) return true;
    return this.#isInTransaction && values > 0 && text.length <= longest;
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = hash('sha1', text, 'base64url');
  names.set(text, name);
  return name;
}
