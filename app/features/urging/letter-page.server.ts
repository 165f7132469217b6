/** Letters as their pages read them. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { LetterRow } from './letter-rows.server.ts';
import { dutiesIn, letterRows } from './letter-rows.server.ts';
import type { LetterDuty, LetterMove } from './letter.ts';
import { letterProcedure } from './letter.ts';
import { stillOwed } from './reminders.server.ts';

export type LetterPage = LetterRow & {
  readonly list: readonly LetterDuty[];
  readonly moves: readonly LetterMove[];
  /** Of a draft: how many of its duties have been done since. */
  readonly fulfilled: number;
};

export async function findLetter(
  db: Kysely<DB>,
  actor: Actor,
  { id, today }: { readonly id: string; readonly today: PlainDate },
): Promise<LetterPage | undefined> {
  const row = await letterRows(db, actor).where('urging_letter.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const [list, root] = await Promise.all([dutiesIn(db, id), rootPath(db)]);
  const moves = movesFor(letterProcedure, { stage: row.stage, places: { root }, submittedBy: null }, actor);
  if (row.stage !== 'draft') return { ...row, list, moves, fulfilled: 0 };
  const owed = await stillOwed(db, actor, { keys: list.map(({ key }) => key), today });
  const late = owed.filter(({ state }) => state === 'late').length;
  return { ...row, list, moves, fulfilled: list.length - late };
}

type Page = { readonly page: number; readonly size: number };

/** Newest first; those put away are left out. */
export async function listLetters(db: Kysely<DB>, actor: Actor, { page, size }: Page) {
  const wanted = letterRows(db, actor).where('urging_letter.stage', '!=', 'withdrawn');
  const { total } = await wanted
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .orderBy('urging_letter.drafted_at', 'desc')
    .orderBy('urging_letter.id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

export async function mayWriteLetters(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  const start = { stage: 'draft', places: { root: await rootPath(db) }, submittedBy: null } as const;
  return movesFor(letterProcedure, start, actor).includes('change');
}

/** The last issued letter in which each of these duties is named. */
export async function lettersNaming(
  db: Kysely<DB>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: string }>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('letter_duty as d')
    .innerJoin('urging_letter as l', 'l.id', 'd.letter_id')
    .where('l.stage', '=', 'issued')
    .where('d.duty_key', 'in', [...keys])
    .select(['d.duty_key as key', 'l.id', 'l.number', 'l.symbol'])
    .orderBy('l.issued_at')
    .execute();
  return new Map(rows.map(({ key, id, number, symbol }) => [key, { id, number: `${number ?? ''}/${symbol}` }]));
}
