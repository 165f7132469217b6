/** Whom a deed concerns, and what they need to know of it. Read when the job runs: who left meanwhile hears nothing. */
import type { Selectable } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Database } from '../../platform/db.server.ts';
import type { ImportRun, RecordEntry } from '../../platform/db-types.ts';
import { assignedTargets, movedPledges, movedValues, verifiersOf } from './cases.server.ts';
import { tellDecision } from './decisions.server.ts';
import { tellInitiative } from './initiatives.server.ts';
import { tellDigest, tellEscalated, tellLetter, tellNamed, tellReminder } from './duties.server.ts';
import { tellDossier, tellSupplement } from './dossiers.server.ts';
import { tellCriteria } from './criteria.server.ts';
import { tellCouncil } from './council.server.ts';
import { tellConsolidation } from './consolidations.server.ts';
import type { Piece } from './gather.ts';
import { gather, linkOf } from './gather.ts';
import type { Holders } from './holders.server.ts';
import { holdersOn } from './holders.server.ts';
import { tellLaunched } from './launched.server.ts';
import { tellOpinion } from './opinions.server.ts';
import { tellPlan, tellProgress } from './plans.server.ts';
import { tellBlock, tellMeeting, tellPact } from './blocks.server.ts';
import { tellFinding, tellInspection, tellProgramme } from './inspections.server.ts';
import { tellLevels } from './levels.server.ts';
import { tellAppeal, tellResult } from './results.server.ts';
import { tellAssigned, tellCard, tellJudgement, tellObjection, tellReminded } from './scoring.server.ts';
import { tellAmended, tellReport, tellRound } from './reports.server.ts';
import type { Told } from './message.ts';

export type Recorded = Pick<Selectable<RecordEntry>, 'id' | 'kind' | 'subject_id' | 'actor_id'>;
type Asked = { readonly holders: Holders; readonly today: PlainDate };
type Teller = (db: Database, entry: Recorded, holders: Holders) => Promise<readonly Omit<Told, 'entryId'>[]>;
type DutyTeller = (db: Database, entry: Recorded, asked: Asked) => Promise<readonly Omit<Told, 'entryId'>[]>;
type CaseTeller = (db: Database, entries: readonly Recorded[], holders: Holders) => Promise<readonly Piece[]>;

export async function audienceOf(
  db: Database,
  entries: readonly Recorded[],
  today: PlainDate,
): Promise<readonly Told[]> {
  const holders = holdersOn(db, today);
  const told: Told[] = [];
  for (const [kind, some] of Map.groupBy(entries, (entry) => entry.kind)) {
    const cases = caseTellers[kind];
    if (cases) told.push(...gather(await cases(db, some, holders)));
    if (kind === 'duty.escalated') told.push(...(await tellEscalated(db, some, { holders, today })));
    const teller = tellerOf(kind);
    const dutyTeller = dutyTellers[kind];
    for (const entry of teller || dutyTeller ? some : []) {
      const heard = teller ? teller(db, entry, holders) : dutyTeller?.(db, entry, { holders, today });
      for (const one of (await heard) ?? []) told.push({ ...one, entryId: entry.id });
    }
  }
  const actorOf = new Map(entries.map(({ id, actor_id }) => [id, actor_id]));
  return told.map((one) => ({ ...one, people: othersThan(actorOf.get(one.entryId), one) }));
}

/** Nobody is told what they did themselves, but for their own account and their own import. */
function othersThan(actorId: string | null | undefined, { facts, people }: Told): readonly string[] {
  const isOwn = facts.about === 'account' || facts.about === 'import';
  return [...new Set(people)].filter((id) => isOwn || id !== actorId);
}

const caseTellers: Readonly<Partial<Record<string, CaseTeller>>> = {
  'actual.moved': movedValues,
  'pledge.moved': movedPledges,
  'target.assigned': assignedTargets,
};

const dutyTellers: Readonly<Partial<Record<string, DutyTeller>>> = {
  'reminder.sent': tellReminder,
  'digest.made': tellDigest,
  'duty.owner_named': tellNamed,
  'letter.issued': tellLetter,
};

function tellerOf(kind: string): Teller | undefined {
  if (kind.startsWith('account.') || kind.startsWith('api_token.')) return tellAccount;
  if (kind === 'role.granted') return tellRole;
  if (kind === 'role.delegated') return tellDelegate;
  if (kind === 'import.finished') return tellImport;
  if (kind === 'snapshot.taken') return tellSnapshot;
  if (kind === 'movement.launched' || kind === 'movement.followed') return tellLaunched;
  if (kind === 'round.moved') return tellRound;
  if (kind === 'round.amended') return tellAmended;
  if (kind === 'report.moved') return tellReport;
  if (kind === 'plan.moved') return tellPlan;
  if (kind === 'plan.progressed') return tellProgress;
  if (kind === 'block.decided' || kind === 'block.rotated' || kind === 'block.stood_in') return tellBlock;
  if (kind.startsWith('block_pact.')) return tellPact;
  if (kind.startsWith('block_meeting.')) return tellMeeting;
  if (kind.startsWith('inspection_programme.')) return tellProgramme;
  if (kind.startsWith('inspection.')) return tellInspection;
  if (kind.startsWith('finding.')) return tellFinding;
  if (kind === 'criteria_set.moved') return tellCriteria;
  if (kind === 'initiative.moved') return tellInitiative;
  if (kind === 'decision.moved' || kind === 'decision.issued') return tellDecision;
  if (kind === 'dossier.moved') return tellDossier;
  if (kind === 'dossier.supplemented') return tellSupplement;
  if (kind.startsWith('opinion.')) return tellOpinion;
  if (kind.startsWith('council.')) return tellCouncil;
  if (kind === 'judgement.moved' || kind === 'judgement.frozen') return tellJudged;
  if (kind === 'level_list.moved') return tellLevels;
  if (kind === 'score_card.moved') return tellCard;
  if (kind === 'score_card.assigned') return tellAssigned;
  if (kind === 'score_card.reminded') return tellReminded;
  if (kind.startsWith('objection.')) return tellObjection;
  if (kind.startsWith('result_appeal.')) return tellAppeal;
  if (kind === 'consolidation.moved') return tellConsolidation;
  return undefined;
}

/** Up to the announcement by who scores, from there on by who settles. */
const tellJudged: Teller = async (db, entry, holders) => [
  ...(await tellJudgement(db, entry, holders)),
  ...(await tellResult(db, entry, holders)),
];

const tellAccount: Teller = async (db, entry) => {
  const owner = await db
    .selectFrom('account')
    .select('person_id')
    .where('id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!owner) return [];
  return [{ facts: { about: 'account', event: entry.kind }, link: '/tai-khoan', people: [owner.person_id] }];
};

const tellRole: Teller = async (db, entry) => {
  const held = await db
    .selectFrom('role_holding as h')
    .innerJoin('unit_now as u', 'u.id', 'h.unit_id')
    .select(['h.role', 'u.name', 'h.person_id'])
    .where('h.id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!held) return [];
  const facts = { about: 'role', role: held.role, unit: held.name ?? '', delegated: false } as const;
  return [{ facts, link: '/tai-khoan', people: [held.person_id] }];
};

const tellDelegate: Teller = async (db, entry) => {
  const lent = await db
    .selectFrom('delegation as d')
    .innerJoin('role_holding as h', 'h.id', 'd.holding_id')
    .innerJoin('unit_now as u', 'u.id', 'h.unit_id')
    .select(['h.role', 'u.name', 'd.to_person_id'])
    .where('d.id', '=', entry.subject_id)
    .executeTakeFirst();
  if (!lent) return [];
  const facts = { about: 'role', role: lent.role, unit: lent.name ?? '', delegated: true } as const;
  return [{ facts, link: '/tai-khoan', people: [lent.to_person_id] }];
};

const tellImport: Teller = async (db, entry, holders) => {
  const run = await db.selectFrom('import_run').selectAll().where('id', '=', entry.subject_id).executeTakeFirst();
  if (!run) return [];
  const facts = { about: 'import', fileName: run.file_name, stage: run.stage, total: run.total } as const;
  const done = { facts, link: `/nap-tep/${run.id}`, people: [run.uploaded_by] };
  const brought = run.kind === 'actuals' && run.stage === 'done';
  return brought ? [done, ...(await broughtBy(db, run, holders))] : [done];
};

/** The values that a file brought and that wait: each verifier is told once, with how many wait for them. */
async function broughtBy(db: Database, run: Selectable<ImportRun>, holders: Holders) {
  const groups = await db
    .selectFrom('actual as a')
    .innerJoin('indicator as i', 'i.code', 'a.indicator_code')
    .innerJoin('unit_now as u', 'u.id', 'a.unit_id')
    .where('a.import_id', '=', run.id)
    .where('a.stage', '=', 'submitted')
    .groupBy(['a.unit_id', 'i.owner_unit_id', 'u.name'])
    .select((eb) => ['a.unit_id', 'i.owner_unit_id', 'u.name', eb.fn.countAll<number>().as('count')])
    .execute();
  const waiting = new Map<string, (typeof groups)[number][]>();
  for (const group of groups)
    for (const personId of new Set(await verifiersOf(holders, group.unit_id, group.owner_unit_id)))
      waiting.set(personId, [...(waiting.get(personId) ?? []), group]);
  return [...waiting].map(([personId, some]) => {
    const names = new Map(some.map(({ unit_id, name }) => [unit_id, name ?? '']));
    const facts = {
      about: 'many',
      of: 'value',
      stage: 'submitted',
      count: some.reduce((sum, { count }) => sum + Number(count), 0),
      units: names.size,
      unit: names.size === 1 ? ([...names.values()][0] ?? null) : null,
      reason: null,
      fileName: run.file_name,
    } as const;
    return { facts, link: linkOf(facts), people: personId === run.uploaded_by ? [] : [personId] };
  });
}

const tellSnapshot: Teller = async (db, entry, holders) => {
  const taken = await db.selectFrom('snapshot').select('title').where('id', '=', entry.subject_id).executeTakeFirst();
  const root = await db
    .selectFrom('unit_now')
    .select('id')
    .where('kind', '=', 'province')
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!taken || !root?.id) return [];
  const people = await holders(['appraiser', 'auditor', 'deciding_authority'], root.id);
  return [{ facts: { about: 'snapshot', title: taken.title }, link: `/so-lieu-chot/${entry.subject_id}`, people }];
};
