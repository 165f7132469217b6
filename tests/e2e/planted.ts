/** Rows of one commune and of the offices above it, for the walk and whoever else needs a product with something in it: first what everybody may know, then what not everybody may (zones.ts). */
import { createApiToken } from '../../app/features/identity/tokens/api-tokens.server.ts';
import { enterPledge } from '../../app/features/pledges/pledges.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { plantOffice } from './office.ts';
import type { PlantedBlock, PlantedPastBlock } from './plant-blocks.ts';
import { plantBlock, plantPastBlock } from './plant-blocks.ts';
import type { PlantedAnswers, ShownList } from './plant-consulting.ts';
import { plantAnswers, plantShownList } from './plant-consulting.ts';
import type { PlantedCouncil } from './plant-council.ts';
import { plantCouncil } from './plant-council.ts';
import type { DraftedDecision, IssuedDecision } from './plant-decisions.ts';
import { plantDraftDecision, plantHand, plantIssuedDecision } from './plant-decisions.ts';
import type { PlantedInitiatives } from './plant-initiatives.ts';
import { plantInitiatives, plantKnownInitiatives } from './plant-initiatives.ts';
import { plantDraftCriteria, plantPublishedCriteria } from './plant-criteria.ts';
import type { PlantedJudgements } from './plant-judgements.ts';
import { plantJudgements } from './plant-judgements.ts';
import type { PlantedDossiers } from './plant-dossiers.ts';
import { plantDossiers } from './plant-dossiers.ts';
import type { PlantedRegister } from './plant-register.ts';
import { plantRegister } from './plant-register.ts';
import type { PlantedInspections } from './plant-inspections.ts';
import { plantInspections } from './plant-inspections.ts';
import { plantConsolidations } from './plant-consolidations.ts';
import type { PlantedScores } from './plant-scores.ts';
import { plantScores } from './plant-scores.ts';
import { plantSecretPaper } from './plant-secret.ts';
import { plantOpenPlans, plantRunningPlan } from './plant-plans.ts';
import { plantHiddenReports } from './plant-rounds.ts';
import { plantDelegation, plantImport, plantPerson } from './plant-people.ts';
import { plantProvision } from './plant-provisions.ts';
import { plantLetter } from './plant-urging.ts';
import { as, attach, attachToMovement, draftMovement, keptMovement, enterAs, move } from './plant.ts';

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
    | 'criteriaSet'
    | 'draftCriteriaSet'
    | keyof PlantedJudgements
    | 'provision'
    | keyof PlantedRegister,
    string
  >
> &
  PlantedInspections &
  PlantedCouncil &
  DraftedDecision &
  IssuedDecision &
  ShownList &
  PlantedAnswers &
  PlantedBlock &
  PlantedPastBlock &
  PlantedScores &
  Readonly<Record<'secretPaper' | 'hand', string>>;

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
  | 'criteriaSet'
  | keyof PlantedJudgements
  | keyof IssuedDecision
  | keyof ShownList
  | keyof PlantedPastBlock
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
  const criteriaSet = await plantPublishedCriteria(app, cast, office.block);
  const judged = await plantJudgements(app, cast, { blockCode: office.block, setId: criteriaSet });
  const published = { ...(await plantIssuedDecision(app, cast)), ...(await plantShownList(app, cast)) };
  const known = { verified, verifiedAttachment, directiveMovement, provision, criteriaSet };
  const past = await plantPastBlock(app, cast, office.block);
  return { ...known, ...past, ...judged, ...running, ...office, ...published };
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
    draftCriteriaSet: await plantDraftCriteria(app, cast, open.block),
    ...(await plantRegister(app, cast)),
    ...(await plantCouncil(app, cast)),
    ...(await plantDraftDecision(app, cast)),
    ...(await plantHand(app, cast)),
    ...(await plantAnswers(app, cast, open)),
    ...(await plantBlock(app, cast, open.block)),
    ...(await plantScores(app, cast, open)),
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
