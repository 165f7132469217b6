/**
 * Counting again what was published of a session: every signature, every serial once, no more ballots than were handed out, the digest that the
 * minutes print, the sums and the outcome. Used by the page in the reader's browser, by `./thidua recount` and by the count itself.
 */
import type { Ballot, PublicKey } from './ballot.ts';
import { ballotIn, canonical, digestOf, isGenuine } from './ballot.ts';
import type { Choice, Counts } from './tally.ts';
import { countsOf, passes } from './tally.ts';

export const publishedFormat = 'thidua.recount.1';

export type NamedVote = { readonly name: string; readonly choice: Choice };
export type PublishedPoll = {
  readonly pollId: string;
  readonly title: string;
  readonly isSecret: boolean;
  readonly publicKey: PublicKey | null;
  readonly members: number;
  readonly atLeastPercent: number | null;
  /** Of a secret ballot: how many members took theirs. */
  readonly issued: number;
  /** Of those, envelopes with papers, read by two people; which ballots they became is not told. Left out before they could be. */
  readonly papers?: number;
  readonly ballots: readonly Ballot[];
  readonly votes: readonly NamedVote[];
  readonly counts: Counts;
  readonly passed: boolean;
  readonly digest: string;
};
export type Published = {
  readonly format: typeof publishedFormat;
  readonly sessionId: string;
  readonly title: string;
  readonly polls: readonly PublishedPoll[];
};

export const recountFaults = [
  'malformed',
  'bad_signature',
  'serial_twice',
  'more_than_issued',
  'more_papers_than_ballots',
  'more_than_members',
  'name_twice',
  'digest_differs',
  'sums_differ',
  'outcome_differs',
] as const;
export type RecountFault = (typeof recountFaults)[number];
export type Recounted = {
  readonly pollId: string;
  readonly title: string;
  readonly counts: Counts;
  readonly notCast: number;
  readonly papers: number;
  readonly passed: boolean;
  readonly faults: readonly RecountFault[];
};

export async function recount({ polls }: Published): Promise<readonly Recounted[]> {
  return Promise.all(polls.map(recountPoll));
}

export async function recountPoll(poll: PublishedPoll): Promise<Recounted> {
  const { pollId, title, members, issued, papers = 0 } = poll;
  const cast = poll.isSecret ? poll.ballots : poll.votes;
  const counts = countsOf(cast.map(({ choice }) => choice));
  const passed = passes(poll, counts.for, members);
  const faults: RecountFault[] = [...(await (poll.isSecret ? secretFaults(poll) : openFaults(poll)))];
  if (cast.length > issued) faults.push('more_than_issued');
  if (papers > cast.length) faults.push('more_papers_than_ballots');
  if (issued > members) faults.push('more_than_members');
  if (!sameCounts(counts, poll.counts)) faults.push('sums_differ');
  if (passed !== poll.passed) faults.push('outcome_differs');
  return { pollId, title, counts, notCast: issued - cast.length, papers, passed, faults };
}

async function secretFaults({ pollId, publicKey, ballots, digest }: PublishedPoll): Promise<readonly RecountFault[]> {
  if (!publicKey || ballots.some((each) => !ballotIn(each))) return ['malformed'];
  const genuine = await Promise.all(ballots.map((each) => isGenuine(publicKey, pollId, each)));
  const faults: RecountFault[] = genuine.every(Boolean) ? [] : ['bad_signature'];
  if (new Set(ballots.map(({ serial }) => serial)).size < ballots.length) faults.push('serial_twice');
  if ((await digestOf(canonical(pollId, ballots))) !== digest) faults.push('digest_differs');
  return faults;
}

async function openFaults({ pollId, votes, digest }: PublishedPoll): Promise<readonly RecountFault[]> {
  const faults: RecountFault[] = new Set(votes.map(({ name }) => name)).size < votes.length ? ['name_twice'] : [];
  return (await digestOf(canonicalVotes(pollId, votes))) === digest ? faults : [...faults, 'digest_differs'];
}

export function canonicalVotes(pollId: string, votes: readonly NamedVote[]): string {
  const sorted = votes.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return ['thidua.votes.1', pollId, ...sorted.map(({ name, choice }) => `${choice} ${name}`)].join('\n');
}

function sameCounts(one: Counts, other: Counts): boolean {
  return one.for === other.for && one.against === other.against && one.blank === other.blank;
}

/** A file as it was handed in: undefined unless it has the shape that is published. */
export function publishedIn(given: unknown): Published | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { format, sessionId, title, polls } = given as Readonly<Record<string, unknown>>;
  const isWhole = format === publishedFormat && typeof sessionId === 'string' && typeof title === 'string';
  if (!isWhole || !Array.isArray(polls) || !polls.every(isPoll)) return undefined;
  return { format: publishedFormat, sessionId, title, polls };
}

function isPoll(given: unknown): given is PublishedPoll {
  if (typeof given !== 'object' || given === null) return false;
  const {
    pollId,
    title,
    members,
    issued,
    papers = 0,
    ballots,
    votes,
    counts,
  } = given as Readonly<Record<string, unknown>>;
  const hasNames = typeof pollId === 'string' && typeof title === 'string';
  const hasNumbers = [members, issued, papers].every(Number.isInteger) && typeof counts === 'object' && counts !== null;
  return hasNames && hasNumbers && Array.isArray(ballots) && Array.isArray(votes);
}
