/** The page of duties: narrowed by its address, counted, cut to a page; the same list whole for files and for reminding all. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { markedRows } from '../../platform/spreadsheet/file-mark.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { momentText } from '../../ui/moment.ts';
import type { DutyQuery, Group, Grouping, Sums } from './filter.ts';
import { groupsOf, narrowed, ofSubject, sumsOf } from './filter.ts';
import { gatherDuties } from './gather.server.ts';
import type { GatheredDuty } from './gathered.ts';
import { lettersNaming, mayWriteLetters } from './letter-page.server.ts';
import { remindedOf } from './reminders.server.ts';
import { dueText, dutyText, standingText, urgingText } from './text.ts';

export type ListedDuty = GatheredDuty & {
  readonly remindedAt: Date | null;
  /** The last letter issued that names it. */
  readonly letter: { readonly id: string; readonly number: string } | null;
};
export type DutyList = {
  readonly rows: readonly ListedDuty[];
  readonly total: number;
  /** Of the kind, unit and owner asked for, in whatever state. */
  readonly sums: Sums;
  readonly groups: readonly Group[];
  readonly ownerless: number;
  readonly nearDays: number;
  readonly mayRemind: boolean;
  readonly mayWrite: boolean;
  /** What the filters offer. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly owners: readonly { readonly id: string; readonly name: string }[];
};

type Asked = {
  readonly today: PlainDate;
  readonly query: DutyQuery;
  readonly by: Grouping;
  readonly page: number;
  readonly size: number;
};

export async function dutyList(
  db: Kysely<DB>,
  actor: Actor,
  { today, query, by, page, size }: Asked,
): Promise<DutyList> {
  const { duties, nearDays } = await gatherDuties(db, actor, { today });
  const wanted = narrowed(duties, query);
  const shown = wanted.slice((page - 1) * size, page * size);
  return {
    rows: await withReminders(db, shown),
    total: wanted.length,
    sums: sumsOf(ofSubject(duties, query)),
    groups: groupsOf(wanted, by),
    ownerless: duties.filter(({ owners }) => owners.length === 0).length,
    nearDays,
    mayRemind: holdsRole(actor, 'appraiser', 'head'),
    mayWrite: await mayWriteLetters(db, actor),
    units: byName([...new Map(duties.map(({ unit }) => [unit.code, unit])).values()]),
    owners: byName(
      [
        ...new Map(duties.flatMap(({ owners, unit }) => owners.map((one) => [one.personId, { one, unit }]))).values(),
      ].map(({ one, unit }) => ({ id: one.personId, name: `${one.name}, ${unit.name}` })),
    ),
  };
}

function byName<Named extends { readonly name: string }>(some: readonly Named[]): readonly Named[] {
  return some.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export async function withReminders(db: Kysely<DB>, duties: readonly GatheredDuty[]): Promise<readonly ListedDuty[]> {
  const keys = duties.map(({ key }) => key);
  const [at, letters] = await Promise.all([remindedOf(db, keys), lettersNaming(db, keys)]);
  return duties.map((duty) => ({
    ...duty,
    remindedAt: at.get(duty.key) ?? null,
    letter: letters.get(duty.key) ?? null,
  }));
}

const columns: readonly { readonly heading: string; readonly of: (row: ListedDuty) => string }[] = [
  { heading: urgingText.unit, of: ({ unit }) => unit.name },
  { heading: urgingText.duty, of: dutyText },
  { heading: urgingText.due, of: dueText },
  { heading: urgingText.standing, of: standingText },
  { heading: urgingText.owner, of: ({ owners }) => owners.map(({ name }) => name).join('; ') || urgingText.nobody },
  { heading: urgingText.reminded, of: ({ remindedAt }) => (remindedAt === null ? '' : momentText(remindedAt)) },
  { heading: urgingText.letter, of: ({ letter }) => letter?.number ?? '' },
];

type FileAsked = { readonly today: PlainDate; readonly query: DutyQuery; readonly kind: 'xlsx' | 'csv' };

/** Exactly what is seen, every page of it. */
export async function dutyFile(db: Kysely<DB>, actor: Actor, { today, query, kind }: FileAsked): Promise<Uint8Array> {
  const { duties } = await gatherDuties(db, actor, { today });
  const rows = await withReminders(db, narrowed(duties, query));
  const headings = columns.map(({ heading }) => heading);
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  if (kind === 'csv') return Buffer.from(writeCsv(headings, markedRows(headings, cells)));
  const described = headings.map((heading) => ({ heading, kind: 'text' as const, width: 24 }));
  return writeWorkbook({
    title: urgingText.caption,
    sheets: [{ name: urgingText.area, columns: described, rows: cells }],
  });
}
