/**
 * What not everybody may know: words that stand nowhere else, planted in rows of one commune (planted.ts), and who may meet them.
 * The walk (answers.e2e.ts) goes everywhere as everybody and looks for these words.
 */
import type { PersonName } from '../world.ts';
import { people } from '../world.ts';
import type { Who } from './browser.ts';
import { councilNames, usernameOf } from './cast.ts';

export type Zone = keyof typeof zones;

const ofBinh = ['officerOfBinh', 'headOfBinh'] as const;
const signedIn = [...(Object.keys(people) as PersonName[]), ...councilNames] as const;
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
  'a dossier that was handed in': {
    words: /zqSentDossier/,
    may: [...inside, 'decidingAuthority', 'councilSecretary'],
  },
  'whoever stands in the register, what they hold and what is looked into': {
    words: /zqHolder|zqPending|zqHonour|zqMerge/,
    may: [...inside, 'decidingAuthority', 'councilSecretary'],
  },
  'a draft criteria set': {
    words: /zqCriteria/,
    may: ['appraiser', 'auditor', 'decidingAuthority', 'councilSecretary'],
  },
  'a warning of another body': { words: /zqFlag/, may: ['appraiser', 'auditor', 'decidingAuthority'] },
  'the fund of a commune': { words: /zqFund/, may: [...inside, 'decidingAuthority'] },
  'a revocation that is being written': { words: /zqRevocation/, may: [...ofBinh, 'appraiser'] },
  'a complaint about an award': { words: /zqComplaint/, may: ['appraiser', 'auditor', 'decidingAuthority'] },
  'a session of the council that is only planned': { words: /zqPlannedSession/, may: ['councilSecretary'] },
  'a session of the council': {
    words: /zqCouncilSession/,
    may: ['councilSecretary', 'councilMember', 'appraiser', 'auditor', 'decidingAuthority'],
  },
  'why a member of the council abstains': { words: /zqInterest/, may: [] },
  'a decision that is being drafted': { words: /zqDecision/, may: ['appraiser', 'auditor', 'decidingAuthority'] },
  'what the people say about those who are shown': { words: /zqOpinion/, may: ['appraiser'] },
  'what another body answers, and its paper': {
    words: /zqAnswer/,
    may: ['officerOfDepartment', 'appraiser', 'auditor', 'decidingAuthority', 'councilSecretary'],
  },
  // Said nowhere but in the record.
  'why a list was shown by mistake': { words: /zqWithdrawnList/, may: ['auditor'] },
  'a pact that is drafted, a meeting that is planned, minutes that are written': {
    words: /zqPact|zqPlannedMeeting|zqBlockMinutes/,
    may: ['headOfBinh'],
  },
  'a meeting of a block and its papers': {
    words: /zqCalledMeeting/,
    may: [...inside, 'decidingAuthority', 'councilSecretary'],
  },
  'points and evidence of a card that is not handed in': { words: /zqSelfScore|zqScoreFile/, may: ofBinh },
  'an appeal that is not concluded': {
    words: /zqAppeal/,
    may: [...inside, 'decidingAuthority', 'councilSecretary', 'councilMember'],
  },
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
