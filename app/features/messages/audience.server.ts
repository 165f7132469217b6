/** Whom an event concerns, and what they need to know of it. Read when the job runs: who left meanwhile hears nothing. */
import type { Selectable } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { Database } from '../../platform/db.server.ts';
import type { RecordEntry } from '../../platform/db-types.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { Told } from './message.ts';

export type Recorded = Pick<Selectable<RecordEntry>, 'id' | 'kind' | 'subject_id' | 'actor_id' | 'reason'>;
type Teller = (db: Database, entry: Recorded, today: string) => Promise<Told | undefined>;

export async function audienceOf(db: Database, entry: Recorded, today: string): Promise<Told | undefined> {
  const told = await tellerOf(entry.kind)?.(db, entry, today);
  if (!told) return undefined;
  const isOwnAccount = told.facts.about === 'account' || told.facts.about === 'import';
  return { ...told, people: [...new Set(told.people)].filter((id) => isOwnAccount || id !== entry.actor_id) };
}

function tellerOf(kind: string): Teller | undefined {
  if (kind.startsWith('account.') || kind.startsWith('api_token.')) return tellAccount;
  if (kind === 'role.granted') return tellRole;
  if (kind === 'role.delegated') return tellDelegate;
  if (kind === 'actual.moved') return tellValue;
  if (kind === 'pledge.moved') return tellPledge;
  if (kind === 'target.assigned') return tellTarget;
  if (kind === 'import.finished') return tellImport;
  if (kind === 'snapshot.taken') return tellSnapshot;
  return undefined;
}

const tellAccount: Teller = async (db, entry) => {
  const owner = await db
    .selectFrom('account')
    .select('person_id')
    .where('id', '=', entry.subject_id)
    .executeTakeFirst();
  return owner && { facts: { about: 'account', event: entry.kind }, link: '/tai-khoan', people: [owner.person_id] };
};

const tellRole: Teller = async (db, entry) => {
  const held = await db
    .selectFrom('role_holding as h')
    .innerJoin('unit_now as u', 'u.id', 'h.unit_id')
    .select(['h.role', 'u.name', 'h.person_id'])
    .where('h.id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!held) return undefined;
  return {
    facts: { about: 'role', role: held.role, unit: held.name ?? '', delegated: false },
    link: '/tai-khoan',
    people: [held.person_id],
  };
};

const tellDelegate: Teller = async (db, entry) => {
  const lent = await db
    .selectFrom('delegation as d')
    .innerJoin('role_holding as h', 'h.id', 'd.holding_id')
    .innerJoin('unit_now as u', 'u.id', 'h.unit_id')
    .select(['h.role', 'u.name', 'd.to_person_id'])
    .where('d.id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!lent) return undefined;
  return {
    facts: { about: 'role', role: lent.role, unit: lent.name ?? '', delegated: true },
    link: '/tai-khoan',
    people: [lent.to_person_id],
  };
};

const tellValue: Teller = async (db, entry, today) => {
  const value = await db
    .selectFrom('actual as a')
    .innerJoin('indicator as i', 'i.code', 'a.indicator_code')
    .innerJoin('unit_now as u', 'u.id', 'a.unit_id')
    .select([
      'a.stage',
      'a.period',
      'a.unit_id',
      'a.submitted_by',
      'a.return_reason',
      'i.name as indicator',
      'i.owner_unit_id',
      'u.name as unit',
    ])
    .where('a.id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!value) return undefined;
  const { stage, indicator, period } = value;
  const facts = {
    about: 'value',
    stage,
    indicator,
    period,
    unit: value.unit ?? '',
    reason: value.return_reason,
  } as const;
  const link = `/nhap-so-lieu/${entry.subject_id}`;
  if (stage === 'returned' || stage === 'verified')
    return { facts, link, people: value.submitted_by ? [value.submitted_by] : [] };
  if (stage !== 'submitted') return undefined;
  const owners = value.owner_unit_id ? await holders(db, ['indicator_owner'], value.owner_unit_id, today) : [];
  const people = owners.length > 0 ? owners : await holders(db, ['appraiser'], value.unit_id, today);
  return { facts, link, people };
};

const tellPledge: Teller = async (db, entry, today) => {
  const pledge = await db
    .selectFrom('pledge as p')
    .innerJoin('unit_now as u', 'u.id', 'p.unit_id')
    .select(['p.stage', 'p.year', 'p.wording', 'p.unit_id', 'p.submitted_by', 'p.return_reason', 'u.name as unit'])
    .where('p.id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!pledge) return undefined;
  const { stage, year } = pledge;
  const facts = {
    about: 'pledge',
    stage,
    year,
    what: pledge.wording,
    unit: pledge.unit ?? '',
    reason: pledge.return_reason,
  } as const;
  const link = `/dang-ky-chi-tieu/${entry.subject_id}`;
  if (stage === 'submitted') return { facts, link, people: await holders(db, ['appraiser'], pledge.unit_id, today) };
  if (stage === 'draft' || stage === 'withdrawn') return undefined;
  return { facts, link, people: pledge.submitted_by ? [pledge.submitted_by] : [] };
};

const tellTarget: Teller = async (db, entry, today) => {
  const target = await db
    .selectFrom('assigned_target as t')
    .innerJoin('indicator as i', 'i.code', 't.indicator_code')
    .innerJoin('unit_now as u', 'u.id', 't.unit_id')
    .select(['t.year', 't.unit_id', 'i.name as indicator', 'u.name as unit'])
    .where('t.id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!target) return undefined;
  const people = await holders(db, ['officer', 'head'], target.unit_id, today, 'there only');
  return {
    facts: { about: 'target', indicator: target.indicator, unit: target.unit ?? '', year: target.year },
    link: '/giao-chi-tieu',
    people,
  };
};

const tellImport: Teller = async (db, entry) => {
  const run = await db.selectFrom('import_run').selectAll().where('id', '=', entry.subject_id).executeTakeFirst();
  if (!run) return undefined;
  const facts = { about: 'import', fileName: run.file_name, stage: run.stage, total: run.total } as const;
  return { facts, link: `/nap-tep/${run.id}`, people: [run.uploaded_by] };
};

const tellSnapshot: Teller = async (db, entry, today) => {
  const taken = await db.selectFrom('snapshot').select('title').where('id', '=', entry.subject_id).executeTakeFirst();
  const root = await db
    .selectFrom('unit_now')
    .select('id')
    .where('kind', '=', 'province')
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!taken || !root?.id) return undefined;
  const people = await holders(db, ['appraiser', 'auditor', 'deciding_authority'], root.id, today);
  return { facts: { about: 'snapshot', title: taken.title }, link: `/so-lieu-chot/${entry.subject_id}`, people };
};

/** Who holds one of the roles over the unit today, in their own name or lent to them. */
async function holders(
  db: Database,
  roles: readonly Role[],
  unitId: string,
  today: string,
  reach?: 'there only',
): Promise<readonly string[]> {
  const path = reach ? [unitId] : await pathOf(db, unitId);
  if (path.length === 0) return [];
  const held = db
    .selectFrom('role_holding as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .where('p.is_active', '=', true)
    .where('h.role', 'in', roles)
    .where('h.unit_id', 'in', path)
    .where('h.valid_from', '<=', today)
    .where((eb) => eb.or([eb('h.valid_until', 'is', null), eb('h.valid_until', '>', today)]));
  const own = await held.select('h.person_id as id').execute();
  const lent = await held
    .innerJoin('delegation as d', 'd.holding_id', 'h.id')
    .where('d.revoked_at', 'is', null)
    .where('d.valid_from', '<=', today)
    .where('d.valid_until', '>=', today)
    .select('d.to_person_id as id')
    .execute();
  return [...own, ...lent].map(({ id }) => id);
}
