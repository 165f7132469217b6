import type { PlainDate } from '../../kernel/calendar.ts';
import type { DutyKind, Judged } from '../urging/duty.ts';

/** What somebody is told. A message holds facts, never sentences: its words are found when it is read. */
export type MessageFacts = CaseFacts | ManyFacts | DutiesFacts | OtherFacts;

/** One case that moved. */
export type CaseFacts =
  | {
      readonly about: 'value';
      readonly stage: string;
      readonly indicator: string;
      readonly unit: string;
      readonly period: string;
      readonly reason: string | null;
    }
  | {
      readonly about: 'pledge';
      readonly stage: string;
      readonly what: string;
      readonly unit: string;
      readonly year: number;
      readonly reason: string | null;
    }
  | { readonly about: 'target'; readonly indicator: string; readonly unit: string; readonly year: number };

/** Many cases of one deed, told at once. `unit` when they are all of one. */
export type ManyFacts = {
  readonly about: 'many';
  readonly of: CaseFacts['about'];
  readonly stage: string;
  readonly count: number;
  readonly units: number;
  readonly unit: string | null;
  readonly reason: string | null;
  /** The file they came with. */
  readonly fileName: string | null;
};

/** A duty as it stood when it was told. */
export type DutyLine = Judged & {
  readonly kind: DutyKind;
  readonly about: string;
  readonly unit: string;
  readonly dueOn: PlainDate | null;
  readonly href: string;
};
/** Why somebody is told of duties: reminded by a person, the day's digest, or what was passed up to them. */
export type DutiesFacts = {
  readonly about: 'duties';
  readonly why: 'reminder' | 'digest' | 'head' | 'appraiser';
  readonly from: string | null;
  readonly count: number;
  readonly late: number;
  readonly units: number;
  /** The most urgent ones. */
  readonly lines: readonly DutyLine[];
};

type OtherFacts =
  | { readonly about: 'account'; readonly event: string }
  | { readonly about: 'role'; readonly role: string; readonly unit: string; readonly delegated: boolean }
  | { readonly about: 'import'; readonly fileName: string; readonly stage: string; readonly total: number }
  | { readonly about: 'snapshot'; readonly title: string }
  | { readonly about: 'consolidation'; readonly stage: string; readonly title: string; readonly reason: string | null }
  | {
      readonly about: 'initiative';
      readonly stage: string;
      readonly title: string;
      readonly unit: string;
      readonly reason: string | null;
    }
  | {
      readonly about: 'dossier';
      readonly stage: string;
      readonly title: string;
      readonly code: string;
      readonly unit: string;
      /** Told to whoever has the next step; else to its unit. */
      readonly isNext: boolean;
      readonly reason: string | null;
    }
  | {
      readonly about: 'dossier_paper';
      readonly title: string;
      readonly code: string;
      readonly unit: string;
      readonly paper: string;
      readonly file: string;
    }
  | {
      readonly about: 'opinion';
      readonly why: 'asked' | 'reminded' | 'answered' | 'silent';
      readonly title: string;
      readonly body: string;
      readonly by: string;
      readonly due: PlainDate;
    }
  | {
      readonly about: 'council';
      readonly what:
        | 'called'
        | 'voting'
        | 'suspended'
        | 'concluded'
        | 'cancelled'
        | 'reminded'
        | 'paper_received'
        | 'paper_given_back';
      readonly title: string;
      readonly day: PlainDate;
      readonly time: string;
      readonly place: string;
    }
  | {
      readonly about: 'decision';
      readonly stage: string;
      readonly title: string;
      readonly number: number | null;
      readonly reason: string | null;
    }
  | { readonly about: 'result'; readonly stage: string; readonly title: string }
  | { readonly about: 'result_appeal'; readonly stage: string; readonly title: string; readonly unit: string }
  | {
      readonly about: 'levels';
      readonly move: 'submit' | 'return' | 'confirm';
      readonly unit: string;
      readonly year: number;
      readonly reason: string | null;
    }
  | { readonly about: 'movement'; readonly name: string; readonly unit: string }
  | {
      readonly about: 'letter';
      readonly number: string;
      readonly day: PlainDate;
      readonly subject: string;
      readonly issuer: string;
    }
  | {
      readonly about: 'named';
      readonly kind: DutyKind;
      readonly what: string | null;
      readonly unit: string;
    }
  | {
      readonly about: 'judgement';
      readonly move: 'open' | 'announce';
      readonly title: string;
      readonly day: PlainDate | null;
    }
  | {
      readonly about: 'score_card';
      readonly what: 'return' | 'drop' | 'to_cross' | 'to_appraise' | 'reminded';
      readonly unit: string;
      readonly day: PlainDate | null;
      readonly reason: string | null;
    }
  | { readonly about: 'objection'; readonly stage: string; readonly unit: string; readonly code: string | null }
  | { readonly about: 'round'; readonly name: string; readonly due: string }
  | {
      readonly about: 'block';
      readonly what:
        | 'seated'
        | 'stood_in'
        | 'pact_open'
        | 'pact_closed'
        | 'pact_unsigned'
        | 'pact_declined'
        | 'called'
        | 'meeting_changed'
        | 'cancelled'
        | 'minutes';
      readonly block: string;
      readonly year: number;
      readonly title: string;
      readonly day: PlainDate | null;
      readonly time: string;
      readonly place: string;
    }
  | { readonly about: 'programme'; readonly title: string; readonly by: string }
  | {
      readonly about: 'criteria';
      readonly title: string;
      readonly year: number;
      readonly edition: number;
      readonly number: string;
    }
  | {
      readonly about: 'inspection';
      readonly stage: string;
      readonly title: string;
      readonly unit: string;
      readonly by: string;
      readonly day: string;
      readonly reason: string | null;
    }
  | {
      readonly about: 'finding';
      readonly stage: string;
      readonly unit: string;
      readonly position: number;
      readonly reason: string | null;
    }
  | {
      readonly about: 'plan';
      /** `joined`: told to a unit that has a task in it. */
      readonly stage: string;
      readonly title: string;
      readonly unit: string;
      readonly reason: string | null;
    }
  | {
      readonly about: 'progress';
      readonly isPart: boolean;
      readonly unit: string;
      readonly what: string;
      readonly percent: number;
    }
  | {
      readonly about: 'round_amended';
      readonly what: 'due' | 'form' | 'unit_out';
      readonly was: string;
      readonly became: string;
      readonly name: string;
      readonly reason: string | null;
    }
  | {
      readonly about: 'report';
      readonly stage: string;
      readonly round: string;
      readonly unit: string;
      readonly reason: string | null;
    };

export type Told = {
  readonly entryId: string;
  readonly facts: MessageFacts;
  readonly link: string;
  readonly people: readonly string[];
};

export const messagesPerPage = 30;
