/**
 * What the minutes of a session and the counting record say, as data frozen when it is concluded. Both papers are drawn from it; its
 * digest stands in the record. The rate is written, over all members (Nghị định 152/2025, Điều 33.5).
 */
import type { SessionStage } from './procedure.ts';
import type { AttendanceState, Choice, Post } from './tally.ts';

export type MinutesSeat = {
  readonly name: string;
  readonly title: string;
  readonly post: Post;
  readonly hasVote: boolean;
  readonly state: AttendanceState | null;
  readonly reason: string | null;
};
export type MinutesVote = {
  readonly isSecret: boolean;
  readonly members: number;
  readonly takingPart: number;
  readonly issued: number;
  readonly for: number;
  readonly against: number;
  readonly blank: number;
  readonly written: number;
  readonly passed: boolean;
  readonly digest: string;
  readonly round: number;
  readonly annulled: readonly string[];
  readonly votes: readonly { readonly name: string; readonly choice: Choice; readonly manner: string }[];
  /** Of a secret vote with papers: who handed in, who read them. Not in minutes of before ADR 0209. */
  readonly papers?: { readonly from: readonly string[]; readonly enteredBy: string; readonly witnessedBy: string };
};
export type MinutesItem = {
  readonly id: string;
  readonly position: number;
  readonly holderName: string;
  readonly awardName: string;
  readonly dossierCode: string;
  readonly dossierUnit: string;
  readonly atLeastPercent: number | null;
  readonly ruleArticle: string;
  readonly ruleSource: string;
  readonly ruleState: string;
  readonly postponedReason: string | null;
  readonly interests: readonly { readonly name: string; readonly ground: 'own' | 'unit' | 'declared' }[];
  readonly vote: MinutesVote | null;
};
export type MinutesContent = {
  readonly format: 'thidua.council-minutes.1';
  readonly sessionId: string;
  readonly title: string;
  readonly manner: 'meeting' | 'written';
  readonly council: { readonly name: string; readonly decisionNumber: string; readonly decidedOn: string };
  readonly issuer: {
    readonly family: 'state' | 'party';
    readonly parent: string;
    readonly name: string;
    readonly short: string;
  };
  readonly plannedTime: string;
  readonly place: string;
  readonly openedAt: string;
  readonly closedAt: string;
  readonly rule: {
    readonly quorumNum: number;
    readonly quorumDen: number;
    readonly votingPercent: number;
    readonly state: 'default' | 'read';
    readonly source: string | null;
  };
  readonly seats: readonly MinutesSeat[];
  /** Stops and goings on, as they were recorded. */
  readonly course: readonly { readonly at: string; readonly stage: SessionStage; readonly reason: string | null }[];
  readonly items: readonly MinutesItem[];
  /** What the public said of those on the list, as the appraisal reports it; null where there is none. */
  readonly publicOpinion: string | null;
  readonly notes: string;
  /** Who concluded the session and so wrote the minutes. */
  readonly secretary: string;
};

/** For somebody related to some of its items: the rest of it, without what is said of all of them together. */
export function extractFor(content: MinutesContent, near: ReadonlySet<string>): MinutesContent {
  return { ...content, items: content.items.filter(({ id }) => !near.has(id)), notes: '', publicOpinion: null };
}
