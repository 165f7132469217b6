/**
 * What is said of duties: a reminder that somebody sent, the daily digest, what was passed upwards, who was named. Read
 * when the job runs, so that what has been fulfilled meanwhile is left out.
 */
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Database } from '../../platform/db.server.ts';
import { loadPerson } from '../identity/session/load-actor.server.ts';
import { isPressing } from '../urging/digest.server.ts';
import type { DutyKind } from '../urging/duty.ts';
import { lateBy } from '../urging/duty.ts';
import { dutiesOwnedBy } from '../urging/gather.server.ts';
import type { GatheredDuty } from '../urging/gathered.ts';
import { headsBeside, headsOf } from '../urging/owner.ts';
import { stillOwed } from '../urging/reminders.server.ts';
import { staffOf } from '../urging/staff.server.ts';
import type { Recorded } from './audience.server.ts';
import type { Holders } from './holders.server.ts';
import type { DutiesFacts, DutyLine, Told } from './message.ts';

const product = { kind: 'system', name: 'job' } as const;
/** In one message; the rest is counted, and stands on the page it leads to. */
const mostLines = 40;

type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;
type Asked = { readonly holders: Holders; readonly today: PlainDate };

export async function tellReminder(db: Database, { subject_id }: Recorded, { today }: Asked): Heard {
  const lines = await db.selectFrom('reminder_line').select('duty_key').where('reminder_id', '=', subject_id).execute();
  const sender = await db
    .selectFrom('reminder as r')
    .innerJoin('person as p', 'p.id', 'r.sent_by')
    .innerJoin('unit_now as u', 'u.id', 'p.unit_id')
    .select(['p.full_name as person', 'u.name as unit'])
    .where('r.id', '=', subject_id)
    .executeTakeFirst();
  const keys = lines.map(({ duty_key }) => duty_key);
  const owed = await stillOwed(db, product, { keys, today });
  const from = sender ? `${sender.person}, ${sender.unit ?? ''}` : null;
  const heard = owed.flatMap((duty) => duty.owners.map(({ personId }) => ({ personId, duty })));
  return toldEach(heard, { why: 'reminder', from });
}

/** Of another day it is no use any more: the next one has come. */
export async function tellDigest(db: Database, { subject_id }: Recorded, { today }: Asked): Heard {
  const digest = await db
    .selectFrom('digest')
    .select(['person_id', 'day'])
    .where('id', '=', subject_id)
    .executeTakeFirst();
  if (!digest || digest.day !== today) return [];
  const person: Person | undefined = await loadPerson(db, digest.person_id);
  if (!person) return [];
  const duties = (await dutiesOwnedBy(db, person, { today })).filter(isPressing);
  const heard = duties.map((duty) => ({ personId: person.personId, duty }));
  return toldEach(heard, { why: 'digest', from: null });
}

/** All that was passed up in one run, each person once. */
export async function tellEscalated(
  db: Database,
  entries: readonly Recorded[],
  { holders, today }: Asked,
): Promise<readonly Told[]> {
  const rows = await db
    .selectFrom('escalation')
    .select(['duty_key', 'level', 'unit_id', 'batch_id'])
    .where(
      'batch_id',
      'in',
      entries.map(({ subject_id }) => subject_id),
    )
    .where('closed_at', 'is', null)
    .execute();
  const told: Told[] = [];
  for (const level of ['head', 'appraiser'] as const) {
    const some = rows.filter((row) => row.level === level);
    const owed = await stillOwed(db, product, { keys: some.map(({ duty_key }) => duty_key), today });
    const late = owed.filter(({ state }) => state === 'late');
    const { holders: staff } = await staffOf(db, [...new Set(late.map(({ unitId }) => unitId))], today);
    const heard = [];
    for (const duty of late) {
      const people =
        level === 'head'
          ? headsBeside(duty, headsOf(staff, duty.unitId)).map(({ personId }) => personId)
          : await holders(['appraiser'], duty.unitId);
      heard.push(...[...new Set(people)].map((personId) => ({ personId, duty })));
    }
    const batches = new Set(some.map(({ batch_id }) => batch_id));
    const entryId = entries.find(({ subject_id }) => batches.has(subject_id))?.id ?? '';
    told.push(...toldEach(heard, { why: level, from: null }).map((one) => ({ ...one, entryId })));
  }
  return told;
}

export async function tellNamed(db: Database, { subject_id }: Recorded, { today }: Asked): Heard {
  const [unitId = '', kind = '', key = ''] = subject_id.split(' ');
  const named = await db
    .selectFrom('duty_owner as o')
    .innerJoin('unit_now as u', 'u.id', 'o.unit_id')
    .select(['o.person_id', 'u.name'])
    .where('o.unit_id', '=', unitId)
    .where('o.kind', '=', kind)
    .where('o.duty_key', '=', key)
    .executeTakeFirst();
  if (!named?.person_id) return [];
  const [duty] = key === '' ? [] : await stillOwed(db, product, { keys: [key], today });
  const about = duty?.about ?? null;
  const facts = { about: 'named', kind: kind as DutyKind, what: about, unit: named.name ?? '' } as const;
  return [{ facts, link: duty?.href ?? '/don-doc', people: [named.person_id] }];
}

/** Whoever works in a unit that it names. */
export async function tellLetter(db: Database, { subject_id }: Recorded, { holders }: Asked): Heard {
  const letter = await db
    .selectFrom('urging_letter')
    .select(['number', 'symbol', 'signed_on', 'about', 'issuer'])
    .where('id', '=', subject_id)
    .where('stage', '=', 'issued')
    .executeTakeFirst();
  if (!letter?.signed_on) return [];
  const units = await db
    .selectFrom('letter_duty')
    .select('unit_id')
    .distinct()
    .where('letter_id', '=', subject_id)
    .execute();
  const people = await Promise.all(units.map(({ unit_id }) => holders(['officer', 'head'], unit_id, 'there only')));
  const number = `${letter.number ?? ''}/${letter.symbol}`;
  const said = { number, day: letter.signed_on, subject: letter.about, issuer: letter.issuer };
  return [{ facts: { about: 'letter', ...said }, link: `/don-doc/cong-van/${subject_id}`, people: people.flat() }];
}

type Hearing = { readonly personId: string; readonly duty: GatheredDuty };

function toldEach(heard: readonly Hearing[], said: Pick<DutiesFacts, 'why' | 'from'>): Awaited<Heard> {
  return [...Map.groupBy(heard, ({ personId }) => personId)].map(([personId, some]) => {
    const duties = some.map(({ duty }) => duty);
    const facts: DutiesFacts = {
      about: 'duties',
      ...said,
      count: duties.length,
      late: duties.filter(({ state }) => state === 'late').length,
      units: new Set(duties.map(({ unitId }) => unitId)).size,
      lines: duties.slice(0, mostLines).map(lineOf),
    };
    return { facts, link: duties.length === 1 ? (duties[0]?.href ?? '/don-doc') : '/don-doc', people: [personId] };
  });
}

function lineOf(duty: GatheredDuty): DutyLine {
  const { kind, about, unit, dueOn, lastDay, state, daysLeft, href } = duty;
  return {
    kind,
    about,
    unit: unit.name,
    dueOn,
    lastDay,
    state,
    daysLeft: state === 'late' ? -lateBy(duty) : daysLeft,
    href,
  };
}
