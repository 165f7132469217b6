/** The appraiser's desk: dossiers that lie with them, how far each is, what is late. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import { visibleTo } from '../dossiers/visible.server.ts';
import { reaches } from '../organisation/reach.server.ts';
import { appraisalDays } from './asked-body.ts';
import type { DeskQuery, DeskStage, DeskView } from './desk-views.ts';
import { deskStages } from './desk-views.ts';
import type { Clock } from './opinion.ts';
import { clockOf, lastDayOf } from './opinion.ts';
import { insideRoles } from './rights.ts';

export type DeskRow = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unitName: string;
  readonly toUnitName: string;
  readonly kind: string;
  readonly simplified: string | null;
  readonly year: number;
  readonly stage: DeskStage;
  readonly receivedOn: PlainDate | null;
  readonly awardCodes: readonly string[];
  readonly holderIds: readonly string[];
  readonly nominees: number;
  readonly concluded: number;
  readonly flags: number;
  /** Bodies that have not answered yet. */
  readonly waiting: number;
  readonly closesOn: PlainDate | null;
  readonly opinions: number;
  /** Undefined where no term is known, or where it has not begun. */
  readonly dueOn: PlainDate | undefined;
  readonly clock: Clock | undefined;
};

export type Desk = { readonly rows: readonly DeskRow[]; readonly counts: Readonly<Record<DeskStage, number>> };

const most = 2000;

/** All that lies there, the most urgent first; nothing for whoever does not appraise, decide or look on. */
export async function appraisalDesk(
  db: Kysely<DB>,
  actor: Actor,
  query: DeskQuery & { readonly today: PlainDate },
): Promise<Desk> {
  const { today } = query;
  const [found, book, calendar] = await Promise.all([lyingThere(db, actor, query), ruleBook(db), readCalendar(db)]);
  const all = found.map((row): DeskRow => {
    const { receivedOn, simplified } = row;
    const asked = row.awardCodes.map((awardCode) => ({ ...nobody, awardCode }));
    const days =
      receivedOn && simplified === null ? appraisalDays(book, { day: receivedOn, nominees: asked }) : undefined;
    const dueOn = receivedOn && days !== undefined ? lastDayOf(receivedOn, days, calendar) : undefined;
    return { ...row, dueOn, clock: dueOn === undefined ? undefined : clockOf(dueOn, today, calendar) };
  });
  const rows = all.filter(
    (row) => (query.stage ? row.stage === query.stage : true) && isInView(row, query.view, today),
  );
  const count = (stage: DeskStage) => all.filter((row) => row.stage === stage).length;
  return {
    rows: rows.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')),
    counts: { submitted: count('submitted'), appraising: count('appraising'), consulting: count('consulting') },
  };
}

const nobody = { nomineeId: '', awardLevel: '', dossierKind: '', holderGroup: null };

function isInView(row: DeskRow, view: DeskView | undefined, today: PlainDate): boolean {
  switch (view) {
    case undefined:
      return true;
    case 'flagged':
      return row.flags > 0;
    case 'unconcluded':
      return row.stage !== 'submitted' && row.concluded < row.nominees;
    case 'late':
      return row.clock?.isOver ?? false;
    case 'ready':
      return (
        row.stage !== 'submitted' &&
        row.concluded === row.nominees &&
        row.flags + row.waiting + row.opinions === 0 &&
        (row.closesOn === null || today > row.closesOn)
      );
  }
}

type Lying = Omit<DeskRow, 'dueOn' | 'clock'>;

async function lyingThere(
  db: Kysely<DB>,
  actor: Actor,
  { year, words, ids, today }: DeskQuery & { readonly today: PlainDate },
): Promise<readonly Lying[]> {
  const folded = fold(words ?? '')
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
  const said = folded.map(
    (
      word,
    ) => sql`and (fold_vi(dossier.title) like ${`%${word}%`} or lower(dossier.code) like ${`%${word}%`} or u.name_fold like ${`%${word}%`}
      or exists (select from nominee n join holder h on h.id = n.holder_id where n.dossier_id = dossier.id and h.name_fold like ${`%${word}%`}))`,
  );
  const { rows } = await sql<Lying>`
    select dossier.id, dossier.code, dossier.title, u.name as "unitName", r.name as "toUnitName", dossier.kind, dossier.simplified, dossier.year, dossier.stage,
      dossier.received_on as "receivedOn",
      array(select distinct n.award_code from nominee n where n.dossier_id = dossier.id and n.outcome = 'open' order by 1) as "awardCodes",
      array(select n.holder_id::text from nominee n where n.dossier_id = dossier.id and n.outcome = 'open') as "holderIds",
      (select count(*)::int from nominee n where n.dossier_id = dossier.id and n.outcome = 'open') as nominees,
      (select count(*)::int from nominee n join nominee_appraisal a on a.nominee_id = n.id and a.conclusion is not null
        and (dossier.submitted_at is null or a.concluded_at >= dossier.submitted_at)
        where n.dossier_id = dossier.id and n.outcome = 'open') as concluded,
      (select count(*)::int from nominee n join holder h on h.id = n.holder_id
        join holder k on coalesce(k.merged_into, k.id) = coalesce(h.merged_into, h.id)
        join flag f on f.holder_id = k.id and f.withdrawn_at is null and (f.expires_on is null or f.expires_on >= ${today})
        where n.dossier_id = dossier.id and n.outcome = 'open' and not exists (
          select from flag_decision x where x.flag_id = f.id and x.nominee_id = n.id)) as flags,
      (select count(*)::int from opinion_request q where q.dossier_id = dossier.id and q.state = 'waiting' and q.due_on >= ${today}) as waiting,
      (select l.closes_on from public_list l where l.dossier_id = dossier.id and l.state = 'open') as "closesOn",
      (select count(*)::int from public_list l join public_opinion o on o.list_id = l.id and o.handled_at is null
        where l.dossier_id = dossier.id and l.state <> 'withdrawn') as opinions
    from dossier join unit_now u on u.id = dossier.unit_id join unit_now r on r.id = unit_acting(dossier.to_unit_id)
    where ${visibleTo(actor)} and ${reaches(actor, 'dossier.to_unit_id', insideRoles)} and dossier.stage = any(${[...deskStages]})
      ${year === undefined ? sql`` : sql`and dossier.year = ${year}`}
      ${ids === undefined ? sql`` : sql`and dossier.id = any(${[...ids]}::uuid[])`}
      ${sql.join(said, sql` `)}
    order by dossier.stage_since, dossier.id limit ${most}`.execute(db);
  return rows;
}
