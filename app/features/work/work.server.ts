/** What waits for a person: what their units owe, as urging knows it, and what others wait for. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { waitingFor } from '../actuals/due.server.ts';
import type { ProvisionToConfirm } from '../awards/waiting.server.ts';
import { provisionsToConfirm } from '../awards/waiting.server.ts';
import type { AppraisalWork } from '../appraisal/waiting.server.ts';
import { appraisalWaiting, countAppraisalWork } from '../appraisal/waiting.server.ts';
import type { CentreWork } from '../centre/waiting.server.ts';
import { centreWaiting, countCentreWork } from '../centre/waiting.server.ts';
import { consolidationsToIssue } from '../consolidation/list.server.ts';
import type { DossierWork } from '../dossiers/waiting.server.ts';
import { countDossierWork, dossiersWaiting } from '../dossiers/waiting.server.ts';
import type { CouncilWork } from '../council/waiting.server.ts';
import { councilWaiting, countCouncilWork } from '../council/waiting.server.ts';
import type { ListedDecision } from '../decisions/list.server.ts';
import { decisionsWaiting, dossiersToDecide } from '../decisions/list.server.ts';
import type { InitiativeWork } from '../initiatives/waiting.server.ts';
import { countInitiativeWork, initiativesWaiting } from '../initiatives/waiting.server.ts';
import type { InspectionWork } from '../inspections/waiting.server.ts';
import { countInspectionWork, inspectionsWaiting } from '../inspections/waiting.server.ts';
import type { OwnDraft } from '../movements/list.server.ts';
import { ownDrafts } from '../movements/list.server.ts';
import type { PlanWork } from '../plans/waiting.server.ts';
import { countPlanWork, plansWaiting } from '../plans/waiting.server.ts';
import { countPledgesToAccept } from '../pledges/list.server.ts';
import type { ResultWork } from '../ranking/waiting.server.ts';
import { countResultWork, resultsWaiting } from '../ranking/waiting.server.ts';
import type { ComplaintWork } from '../revocations/complaints/waiting.server.ts';
import { complaintsWaiting, countComplaintWork } from '../revocations/complaints/waiting.server.ts';
import type { RevocationWork } from '../revocations/waiting.server.ts';
import { countRevocationWork, revocationsWaiting } from '../revocations/waiting.server.ts';
import type { OfferToSettle } from '../register/offers.server.ts';
import { offersToSettle } from '../register/offers.server.ts';
import type { ReportsToReceive } from '../rounds/waiting.server.ts';
import { reportsOwedBy, reportsToReceive } from '../rounds/waiting.server.ts';
import type { BlockWork } from '../blocks/waiting.server.ts';
import { blocksWaiting, countBlockWork } from '../blocks/waiting.server.ts';
import type { ScoringWork } from '../scoring/waiting.server.ts';
import { countScoringWork, scoringWaiting } from '../scoring/waiting.server.ts';
import type { ToReceive } from '../secrecy/list.server.ts';
import { papersToReceive } from '../secrecy/list.server.ts';
import { dutiesAtDeskOf } from '../urging/gather.server.ts';
import type { UrgingWork } from '../urging/waiting.server.ts';
import { countUrgingWork, urgingWaiting } from '../urging/waiting.server.ts';
import type { WaitingList } from '../yearly-levels/case.server.ts';
import { listsWaiting } from '../yearly-levels/case.server.ts';
import { begunBy } from './begun.server.ts';
import type { Deeds } from './deeds.ts';
import { deedsOf } from './deeds.ts';

export type Work = Deeds & {
  readonly personId: string;
  readonly year: number;
  readonly today: PlainDate;
  /** Values to verify. */
  readonly toVerify: number;
  readonly pledgesToAccept: number;
  /** Movements that own units have drafted. */
  readonly drafts: readonly OwnDraft[];
  readonly plans: PlanWork;
  readonly inspections: InspectionWork;
  readonly scoring: ScoringWork;
  readonly blocks: BlockWork;
  readonly urging: UrgingWork;
  readonly initiatives: InitiativeWork;
  /** Of which this person has the next step; dossiers that wait for one to be drafted. */
  readonly decisions: readonly ListedDecision[];
  readonly toDraft: number;
  /** Versions of rules of commendation that somebody else proposed. */
  readonly provisions: readonly ProvisionToConfirm[];
  /** Results that say otherwise than what is noted in the register. */
  readonly offers: readonly OfferToSettle[];
  /** Of people's levels, to confirm or to mend. */
  readonly levelLists: readonly WaitingList[];
  readonly dossiers: DossierWork;
  readonly revocations: RevocationWork;
  readonly complaints: ComplaintWork;
  readonly results: ResultWork;
  /** Packages to send up, or again. */
  readonly centre: CentreWork;
  readonly appraisal: AppraisalWork;
  readonly council: CouncilWork;
  /** Reports of others that wait to be received; consolidated ones that wait to be signed off. */
  readonly sentReports: readonly ReportsToReceive[];
  readonly toIssue: readonly { readonly id: string; readonly title: string }[];
  /** Handled under the rules on state secrets, to be receipted in the register. */
  readonly secretPapers: readonly ToReceive[];
};

export async function workOf(db: Kysely<DB>, person: Person, now: Date): Promise<Work> {
  const today = plainDateIn(now);
  const [duties, reports, plans, initiatives, inspections, urging, appraisal, council] = await Promise.all([
    dutiesAtDeskOf(db, person, { today }),
    reportsOwedBy(db, person),
    plansWaiting(db, person, today),
    initiativesWaiting(db, person),
    inspectionsWaiting(db, person, today),
    urgingWaiting(db, person, today),
    appraisalWaiting(db, person, today),
    councilWaiting(db, person),
  ]);
  const [dossiers, provisions, revocations, complaints, centre, scoring, blocks, offers, results, levelLists] =
    await Promise.all([
      dossiersWaiting(db, person, today),
      provisionsToConfirm(db, person),
      revocationsWaiting(db, person, today),
      complaintsWaiting(db, person, today),
      centreWaiting(db, person, today),
      scoringWaiting(db, person),
      blocksWaiting(db, person, today),
      offersToSettle(db, person),
      resultsWaiting(db, person, today),
      listsWaiting(db, person),
    ]);
  const [toVerify, pledgesToAccept, drafts, sentReports, toIssue, secretPapers, begun, decisions, undrafted] =
    await Promise.all([
      waitingFor(db, person),
      countPledgesToAccept(db, person),
      ownDrafts(db, person),
      reportsToReceive(db, person),
      consolidationsToIssue(db, person),
      papersToReceive(db, person, unitsHeld(person, 'officer', 'head', 'appraiser')),
      begunBy(db, person, { reports, plans: plans.own, initiatives: initiatives.own }),
      decisionsWaiting(db, person),
      dossiersToDecide(db, person),
    ]);
  return {
    personId: person.personId,
    year: Number(today.slice(0, 4)),
    today,
    ...deedsOf(duties, begun),
    toVerify,
    pledgesToAccept,
    drafts,
    plans,
    inspections,
    scoring,
    blocks,
    urging,
    initiatives,
    provisions,
    offers,
    levelLists,
    dossiers,
    revocations,
    complaints,
    results,
    centre,
    appraisal,
    council,
    decisions,
    toDraft: undrafted.length,
    sentReports,
    toIssue,
    secretPapers,
  };
}

/** How many lines "my work" has. */
export function countOf({
  toVerify,
  pledgesToAccept,
  plans,
  inspections,
  scoring,
  blocks,
  urging,
  initiatives,
  dossiers,
  revocations,
  complaints,
  results,
  centre,
  appraisal,
  council,
  ...work
}: Work): number {
  const {
    deeds,
    beside,
    drafts,
    sentReports,
    toIssue,
    secretPapers,
    provisions,
    offers,
    levelLists,
    decisions,
    toDraft,
  } = work;
  const lists = [deeds, beside, drafts, sentReports, toIssue, secretPapers, provisions, offers, levelLists, decisions];
  const counted = Math.min(toDraft, 1) + Math.min(toVerify, 1) + Math.min(pledgesToAccept, 1) + countPlanWork(plans);
  const others =
    countInspectionWork(inspections) +
    countScoringWork(scoring) +
    countBlockWork(blocks) +
    countUrgingWork(urging) +
    countAppraisalWork(appraisal) +
    countInitiativeWork(initiatives) +
    countDossierWork(dossiers) +
    countRevocationWork(revocations) +
    countComplaintWork(complaints) +
    countResultWork(results) +
    countCentreWork(centre) +
    countCouncilWork(council);
  return lists.reduce((sum, { length }) => sum + length, counted + others);
}
