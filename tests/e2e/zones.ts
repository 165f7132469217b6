/**
 * What not everybody may know: rows of one commune planted with words that stand nowhere else, and who may meet them.
 * The walk (answers.e2e.ts) goes everywhere as everybody and looks for these words.
 */
import { createApiToken } from '../../app/features/identity/tokens/api-tokens.server.ts';
import { enterPledge } from '../../app/features/pledges/pledges.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { PersonName } from '../world.ts';
import { people } from '../world.ts';
import type { App } from './app.ts';
import type { Who } from './browser.ts';
import type { Cast } from './cast.ts';
import { usernameOf } from './cast.ts';
import { plantOffice } from './office.ts';
import type { PlantedInitiatives } from './plant-initiatives.ts';
import { plantInitiatives, plantKnownInitiatives } from './plant-initiatives.ts';
import type { PlantedDossiers } from './plant-dossiers.ts';
import { plantDossiers } from './plant-dossiers.ts';
import type { PlantedRegister } from './plant-register.ts';
import { plantRegister } from './plant-register.ts';
import type { PlantedInspections } from './plant-inspections.ts';
import { plantInspections } from './plant-inspections.ts';
import { plantConsolidations } from './plant-consolidations.ts';
import { plantSecretPaper } from './plant-secret.ts';
import { plantOpenPlans, plantRunningPlan } from './plant-plans.ts';
import { plantHiddenReports } from './plant-rounds.ts';
import { plantProvision } from './plant-provisions.ts';
import { plantLetter } from './plant-urging.ts';
import { as, attach, attachToMovement, draftMovement, keptMovement, enterAs, move } from './plant.ts';

export type Zone = keyof typeof zones;

const ofBinh = ['officerOfBinh', 'headOfBinh'] as const;
const signedIn = Object.keys(people) as PersonName[];
const inside = [...ofBinh, 'appraiser', 'auditor'] as const;

/** role × zone: who may meet the words. Whoever is not named must never meet them, in whatever answer. */
export const zones = {
  'a draft value, its source and note': { words: /9\.?871\.?234[.,]5|zqDraftSource|zqDraftNote/, may: inside },
  'the reason of a return': { words: /zqReturnReason/, may: inside },
  'evidence: name and content': { words: /zqFileName|zqFileContent/, may: inside },
  'the note of a verified value': { words: /zqVerifiedNote/, may: inside },
  'evidence of a verified value': { words: /zqVerifiedFile/, may: inside },
  'e-mail and telephone': { words: /zqmail@|0987\s?650\s?123/, may: ['officerOfBinh', 'administrator'] },
  'a user name': { words: new RegExp(`\\b${usernameOf('officerOfBinh')}\\b`), may: ['officerOfBinh', 'administrator'] },
  'a message': { words: /zqMessage/, may: ['officerOfBinh'] },
  'a draft pledge': { words: /zqPledge/, may: inside },
  'a draft movement': { words: /zqMovement/, may: [...inside, 'decidingAuthority'] },
  'a movement kept to its units': { words: /zqKept/, may: [...inside, 'decidingAuthority'] },
  'the paper of a draft movement': { words: /zqPaper/, may: [...inside, 'decidingAuthority'] },
  'a draft movement of the province': {
    words: /zqProvinceMovement/,
    may: ['appraiser', 'auditor', 'decidingAuthority'],
  },
  'a draft report': { words: /zqReport\b/, may: ofBinh },
  'a paper of a draft report': { words: /zqReportFile/, may: ofBinh },
  'a form that is being made': { words: /zqForm/, may: ['appraiser'] },
  'a round that is being prepared': { words: /zqRound/, may: ['appraiser'] },
  'a draft consolidated report': {
    words: /zqConsolidation/,
    may: ['appraiser', 'auditor', 'decidingAuthority'],
  },
  'a draft plan': { words: /zqPlan\b/, may: inside },
  'a plan that waits for its head': { words: /zqSentPlan/, may: inside },
  'a report of progress': { words: /zqProgressNote/, may: inside },
  'evidence of progress': { words: /zqPlanFile/, may: inside },
  'a draft initiative': { words: /zqInitiative/, may: ofBinh },
  'an initiative under review': { words: /zqSentInitiative/, may: [...inside, 'decidingAuthority'] },
  'points of a panel': { words: /zqPanelRemark/, may: ['appraiser', 'auditor', 'decidingAuthority'] },
  'an adoption that waits': { words: /zqAdoption/, may: [...inside, 'decidingAuthority'] },
  'a programme of inspections in preparation': {
    words: /zqProgramme/,
    may: ['appraiser', 'auditor', 'decidingAuthority'],
  },
  'a finding that is being written': { words: /zqDraftFinding/, may: ['appraiser', 'auditor', 'decidingAuthority'] },
  'an inspection, its minutes and findings': {
    words: /zqInspection|zqMinutes|zqFinding|zqRemedy/,
    may: [...inside, 'decidingAuthority'],
  },
  'a dossier that is being written': { words: /zqDossier/, may: ofBinh },
  'a dossier that was handed in': { words: /zqSentDossier/, may: [...inside, 'decidingAuthority'] },
  'whoever stands in the register, what they hold and what is looked into': {
    words: /zqHolder|zqPending|zqHonour/,
    may: [...inside, 'decidingAuthority'],
  },
  'a warning of another body': { words: /zqFlag/, may: ['appraiser', 'auditor', 'decidingAuthority'] },
  'the fund of a commune': { words: /zqFund/, may: [...inside, 'decidingAuthority'] },
  'a revocation that is being written': { words: /zqRevocation/, may: [...ofBinh, 'appraiser'] },
  'a complaint about an award': { words: /zqComplaint/, may: ['appraiser', 'auditor'] },
  'a letter in draft': { words: /zqLetter/, may: ['appraiser', 'auditor'] },
  'guidance for those signed in': { words: /zqGuidance/, may: signedIn },
  'a line of the register of secret papers': {
    words: /98\/ZQ-ZQPAPER/,
    may: [...inside, 'officerOfDepartment'],
  },
  'an import': { words: /zqImport/, may: ['officerOfBinh'] },
  'an API token': { words: /zqToken/, may: ['officerOfBinh'] },
  'a delegation': { words: /zqDelegation/, may: ['officerOfBinh', 'administrator'] },
} as const satisfies Readonly<Record<string, { readonly words: RegExp; readonly may: readonly Who[] }>>;

export type Planted = Readonly<
  Record<
    | 'draft'
    | 'returned'
    | 'waiting'
    | 'verified'
    | 'attachment'
    | 'verifiedAttachment'
    | 'pledge'
    | 'movement'
    | 'paper'
    | 'provinceMovement'
    | 'keptMovement'
    | 'directiveMovement'
    | 'importRun'
    | 'entry'
    | 'snapshot'
    | 'block'
    | 'round'
    | 'consolidation'
    | 'frozenConsolidation'
    | 'piece'
    | 'form'
    | 'reportPaper'
    | 'draftForm'
    | 'draftRound'
    | 'plan'
    | 'task'
    | 'sentPlan'
    | 'runningPlan'
    | 'runningTask'
    | 'planFile'
    | 'letter'
    | 'knownInitiative'
    | 'adoptedInitiative'
    | keyof PlantedInitiatives
    | keyof PlantedDossiers
    | 'provision'
    | keyof PlantedRegister,
    string
  >
> &
  PlantedInspections &
  Readonly<Record<'secretPaper', string>>;

type Open = Pick<
  Planted,
  | 'verified'
  | 'verifiedAttachment'
  | 'snapshot'
  | 'block'
  | 'directiveMovement'
  | 'round'
  | 'form'
  | 'runningPlan'
  | 'runningTask'
  | 'planFile'
  | 'knownInitiative'
  | 'adoptedInitiative'
  | 'provision'
>;

/** The verified value that everybody signed in may know, with a note and evidence that they may not. */
export async function plantVerified(app: App, cast: Cast): Promise<Open> {
  const { officerOfBinh, headOfBinh, appraiser } = cast.people;
  await plantDelegation(app, officerOfBinh, headOfBinh);
  const value = { indicatorCode: 'KT-12', unitId: cast.units.communeBinh };
  const verified = await enterAs(app, officerOfBinh, value, { value: '5', note: 'zqVerifiedNote' });
  const verifiedAttachment = await attach(app, officerOfBinh, verified, 'zqVerifiedFile.txt');
  await move(app, officerOfBinh, verified, 'submit');
  await move(app, appraiser, verified, 'verify');
  const running = { ...(await plantRunningPlan(app, cast)), ...(await plantKnownInitiatives(app, cast)) };
  const { id: directiveMovement } = await app.db.selectFrom('movement').select('id').executeTakeFirstOrThrow();
  const provision = await plantProvision(app, cast);
  const office = await plantOffice(app, cast);
  return { verified, verifiedAttachment, directiveMovement, provision, ...running, ...office };
}

export async function plantHidden(app: App, cast: Cast, open: Open): Promise<Omit<Planted, keyof Open>> {
  const reports = await plantHiddenReports(app, cast);
  const { people, units } = cast;
  const { officerOfBinh, appraiser } = people;
  const unitId = units.communeBinh;
  const said = { value: '9871234,5', source: 'zqDraftSource', note: 'zqDraftNote' };
  const draft = await enterAs(app, officerOfBinh, { indicatorCode: 'KT-10', unitId }, said);
  const attachment = await attach(app, officerOfBinh, draft, 'zqFileName.txt');
  const returned = await enterAs(app, officerOfBinh, { indicatorCode: 'KT-06', unitId }, { value: '7' });
  await move(app, officerOfBinh, returned, 'submit');
  await move(app, appraiser, returned, 'return', { reason: 'zqReturnReason' });
  await as(app, officerOfBinh, (context) =>
    createApiToken(context, officerOfBinh, { name: 'zqToken', scopes: ['actuals:read'], days: 30 }),
  );
  const pledge = newId();
  const pledged = { wording: 'zqPledge', value: '12', unitOfMeasure: 'tỷ đồng' };
  const about = { schemeCode: null, indicatorCode: 'KT-10', criterionCode: null };
  await as(app, officerOfBinh, (context) =>
    enterPledge(context, { id: pledge, unitId, year: new Date().getFullYear(), typed: pledged, ...about }),
  );
  const movement = await draftMovement(app, officerOfBinh, { unitId, name: 'zqMovement' });
  const paper = await attachToMovement(app, officerOfBinh, movement);
  const ofProvince = { unitId: units.province, name: 'zqProvinceMovement' };
  const provinceMovement = await draftMovement(app, appraiser, ofProvince);
  const waiting = await enterAs(app, officerOfBinh, { indicatorCode: 'KT-13', unitId }, { value: '8' });
  await move(app, officerOfBinh, waiting, 'submit');
  await plantPerson(app, officerOfBinh);
  const importRun = await plantImport(app, officerOfBinh, unitId);
  const entry = await app.db
    .selectFrom('record_entry')
    .select('id')
    .where('reason', '=', 'zqReturnReason')
    .executeTakeFirstOrThrow();
  const kept = await keptMovement(app, people.headOfBinh, { unitId, name: 'zqKept' });
  const others = await plantConsolidations(app, cast);
  const drafts = { movement, paper, provinceMovement, keptMovement: kept, ...others };
  const plans = {
    ...(await plantOpenPlans(app, cast)),
    ...(await plantInitiatives(app, cast, open.adoptedInitiative)),
    ...(await plantInspections(app, cast)),
    ...(await plantDossiers(app, cast)),
    ...(await plantRegister(app, cast)),
    letter: await plantLetter(app, cast),
    ...(await plantSecretPaper(app, cast)),
  };
  return {
    draft,
    returned,
    waiting,
    attachment,
    pledge,
    importRun,
    ...drafts,
    ...plans,
    ...reports,
    entry: String(entry.id),
  };
}

async function plantPerson({ db, seal }: App, person: Person): Promise<void> {
  const email = 'zqmail@mau.vn';
  await db
    .updateTable('person')
    .set({
      email_sealed: seal.seal('person.email', email),
      email_lookup: seal.lookup('person.email', email),
      phone_sealed: seal.seal('person.phone', '0987650123'),
    })
    .where('id', '=', person.personId)
    .execute();
  const facts = { about: 'snapshot', title: 'zqMessage' };
  await db
    .insertInto('message')
    .values({
      id: newId(),
      person_id: person.personId,
      entry_id: newId(),
      kind: 'snapshot.created',
      facts: JSON.stringify(facts),
      link: '/so-lieu-chot',
      created_at: new Date(),
    })
    .execute();
}

/** That a role is lent is told to colleagues; why, only to whom it concerns. */
async function plantDelegation({ db }: App, person: Person, to: Person): Promise<void> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const holding_id = person.holdings[0]?.holdingId ?? '';
  const lent = { id: newId(), holding_id, to_person_id: to.personId, reason: 'zqDelegation' };
  await db
    .insertInto('delegation')
    .values({ ...lent, valid_from: day(-1), valid_until: day(5) })
    .execute();
}

async function plantImport({ db }: App, person: Person, unit_id: string): Promise<string> {
  const hash = '0'.repeat(63) + '1';
  await db
    .insertInto('stored_file')
    .values({ hash, size: 1, media_type: 'text/plain', stored_at: new Date() })
    .execute();
  const id = newId();
  const summary = { counts: {}, faultCount: 0, faults: [], lines: [], digest: '' };
  await db
    .insertInto('import_run')
    .values({
      id,
      kind: 'actuals',
      hash,
      file_name: 'zqImport.xlsx',
      unit_id,
      stage: 'discarded',
      uploaded_by: person.personId,
      created_at: new Date(),
      summary: JSON.stringify(summary),
    })
    .execute();
  return id;
}
