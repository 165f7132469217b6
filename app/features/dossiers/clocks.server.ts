/** The clocks that run on dossiers today, by the provisions of the day, and which have run out. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { plainDateIn, TIME_ZONE } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { allAwards } from '../awards/award.ts';
import type { LawBook } from '../awards/law/law-book.ts';
import { clockOf } from '../awards/law/law-book.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { Running, Term } from './clock.ts';
import { latestLate, runningOn, stageClocks } from './clock.ts';
import type { DossierStage } from './procedure.ts';

export type Clocks = { readonly book: LawBook; readonly calendar: WorkCalendar; readonly today: PlainDate };

export async function clocksOn(db: Kysely<DB>, today: PlainDate): Promise<Clocks> {
  const [book, calendar] = await Promise.all([ruleBook(db), readCalendar(db)]);
  return { book, calendar, today };
}

type Standing = { readonly stage: DossierStage; readonly stageSince: Date; readonly awardCodes: readonly string[] };

/** The shortest of its awards; undefined where nothing is laid down. */
export function runningFor({ book, calendar, today }: Clocks, row: Standing): Running | undefined {
  const terms = (row.awardCodes.length === 0 ? [null] : row.awardCodes).flatMap(
    (award) => termFor(book, row.stage, award, today) ?? [],
  );
  const [term] = terms.toSorted((a, b) => a.days - b.days);
  return term && runningOn(term, plainDateIn(row.stageSince), today, calendar);
}

function termFor(book: LawBook, stage: DossierStage, award: string | null, on: PlainDate): Term | undefined {
  const clock = stageClocks[stage];
  const found = clock && clockOf(book, clock, on, award);
  if (!found) return undefined;
  const { article, source, state, content } = found;
  return { days: content.workingDays, article, source, state };
}

/** For a query that reads `dossier`: whose clock has run out. Held against `runningFor` by a test. */
export function isLate({ book, calendar, today }: Clocks): RawBuilder<boolean> {
  const rows = (Object.keys(stageClocks) as DossierStage[]).flatMap((stage) =>
    allAwards().flatMap(({ code }) => {
      const term = termFor(book, stage, code, today);
      return term ? [{ stage, code, cut: latestLate(term.days, today, calendar) }] : [];
    }),
  );
  return sql<boolean>`exists (
    select from nominee n join json_to_recordset(${JSON.stringify(rows)}::json) as late(stage text, code text, cut date)
      on late.code = n.award_code
    where n.dossier_id = dossier.id and late.stage = dossier.stage
      and (dossier.stage_since at time zone ${TIME_ZONE})::date <= late.cut)`;
}
