/** The page of duties: narrowed by its address, counted, cut to a page; the same list whole for files and for reminding all. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
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

const columns: readonly FileColumn<ListedDuty>[] = [
  { heading: urgingText.unit, width: 24, of: ({ unit }) => unit.name },
  { heading: urgingText.duty, width: 24, of: dutyText },
  { heading: urgingText.due, width: 24, of: dueText },
  { heading: urgingText.standing, width: 24, of: standingText },
  {
    heading: urgingText.owner,
    width: 24,
    of: ({ owners }) => owners.map(({ name }) => name).join('; ') || urgingText.nobody,
  },
  {
    heading: urgingText.reminded,
    width: 24,
    of: ({ remindedAt }) => (remindedAt === null ? '' : momentText(remindedAt)),
  },
  { heading: urgingText.letter, width: 24, of: ({ letter }) => letter?.number ?? '' },
];

type FileAsked = { readonly today: PlainDate; readonly query: DutyQuery; readonly ending: Ending };

/** Exactly what is seen, every page of it. */
export async function dutyFile(db: Kysely<DB>, actor: Actor, { today, query, ending }: FileAsked): Promise<Response> {
  const { duties } = await gatherDuties(db, actor, { today });
  const rows = await withReminders(db, narrowed(duties, query));
  const named = { name: urgingText.files, title: urgingText.caption, sheet: urgingText.area };
  return listFile(ending, { ...named, columns, rows });
}
