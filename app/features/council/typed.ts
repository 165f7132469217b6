/** Forms of the council as they are typed, and what of them is right. */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Post } from './tally.ts';
import { posts } from './tally.ts';

export type Fields = Readonly<Record<string, string>>;
export const councilFields = [
  'name',
  'decisionNumber',
  'decidedOn',
  'quorumNum',
  'quorumDen',
  'votingPercent',
  'ruleSource',
  'person',
  'post',
  'title',
  'from',
  'until',
  'sessionTitle',
  'manner',
  'plannedOn',
  'plannedTime',
  'place',
  'notes',
  'reason',
  'items',
  'paperNumber',
  'paperDate',
  'choice',
] as const;
export type CouncilField = (typeof councilFields)[number];
export type FieldProblem = 'missing' | 'too_long' | 'bad_date' | 'bad_number' | 'unknown';
export type Wrong = { readonly field: CouncilField; readonly problem: FieldProblem };
export type FormWrong = { readonly kind: 'form_wrong'; readonly wrongs: readonly Wrong[] };

export type CouncilContent = {
  readonly name: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly quorumNum: number;
  readonly quorumDen: number;
  readonly votingPercent: number;
  /** Without one the numbers are a default of the product, and say so. */
  readonly ruleSource: string | null;
};

export function readCouncil(fields: Fields): Result<CouncilContent, FormWrong> {
  const wrongs: Wrong[] = [];
  const content = {
    name: textIn(fields, 'name', wrongs),
    decisionNumber: textIn(fields, 'decisionNumber', wrongs),
    decidedOn: dayIn(fields, 'decidedOn', wrongs),
    quorumNum: wholeIn(fields, 'quorumNum', wrongs, 2),
    quorumDen: wholeIn(fields, 'quorumDen', wrongs, 3),
    votingPercent: wholeIn(fields, 'votingPercent', wrongs, 80),
    ruleSource: fields['ruleSource']?.trim() || null,
  };
  if (content.quorumNum > content.quorumDen) wrongs.push({ field: 'quorumNum', problem: 'bad_number' });
  return done(content, wrongs);
}

export type MemberContent = {
  readonly personId: string;
  readonly post: Post;
  readonly title: string;
  readonly hasVote: boolean;
  readonly from: string;
};

export function readMember(fields: Fields): Result<MemberContent, FormWrong> {
  const wrongs: Wrong[] = [];
  const post = posts.find((each) => each === fields['post']);
  if (!post) wrongs.push({ field: 'post', problem: 'missing' });
  const content = {
    personId: textIn(fields, 'person', wrongs),
    post: post ?? 'member',
    title: (fields['title'] ?? '').trim().slice(0, 200),
    hasVote: fields['noVote'] !== 'on',
    from: dayIn(fields, 'from', wrongs),
  };
  return done(content, wrongs);
}

export type SessionContent = {
  readonly title: string;
  readonly manner: 'meeting' | 'written';
  readonly plannedOn: string;
  readonly plannedTime: string;
  readonly place: string;
  readonly notes: string;
};

export function readSession(fields: Fields): Result<SessionContent, FormWrong> {
  const wrongs: Wrong[] = [];
  const content = {
    title: textIn(fields, 'sessionTitle', wrongs),
    manner: fields['manner'] === 'written' ? ('written' as const) : ('meeting' as const),
    plannedOn: dayIn(fields, 'plannedOn', wrongs),
    plannedTime: (fields['plannedTime'] ?? '').trim().slice(0, 60),
    place: (fields['place'] ?? '').trim().slice(0, 300),
    notes: (fields['notes'] ?? '').trim().slice(0, 20_000),
  };
  return done(content, wrongs);
}

export function dayIn(fields: Fields, field: CouncilField, wrongs: Wrong[]): string {
  const typed = (fields[field] ?? '').trim();
  if (typed === '') wrongs.push({ field, problem: 'missing' });
  else if (!isPlainDate(typed)) wrongs.push({ field, problem: 'bad_date' });
  return typed;
}

export function textIn(fields: Fields, field: CouncilField, wrongs: Wrong[]): string {
  const typed = (fields[field] ?? '').trim();
  if (typed === '') wrongs.push({ field, problem: 'missing' });
  if (typed.length > 500) wrongs.push({ field, problem: 'too_long' });
  return typed;
}

function wholeIn(fields: Fields, field: CouncilField, wrongs: Wrong[], otherwise: number): number {
  const typed = (fields[field] ?? '').trim();
  if (typed === '') return otherwise;
  const number = Number(typed);
  const isRight = /^\d{1,3}$/.test(typed) && number >= 1 && number <= 100;
  if (!isRight) wrongs.push({ field, problem: 'bad_number' });
  return isRight ? number : otherwise;
}

function done<Content>(content: Content, wrongs: readonly Wrong[]): Result<Content, FormWrong> {
  return wrongs.length > 0 ? refuse({ kind: 'form_wrong', wrongs }) : ok(content);
}
