/**
 * What must be answered before somebody signs: what the register knows by now, what has changed since appraisal, and what the council came
 * to. A title of a year is given once; a form given again must not be for the same achievement (Luật Điều 5.2.c). Where a rule that was read lays down the share of votes (Nghị định 152/2025, Điều 33.5 for the titles it names), nobody may be granted
 * below it; else the council advises (Luật Điều 90.4) and a person decides and says why.
 */
import type { DecisionLine } from './decision.ts';

export const questions = [
  'died',
  'disciplined',
  'pending',
  'merged',
  'initiative_used',
  'title_held',
  'given_already',
  'below_share',
  'not_passed',
  'changed',
  'elsewhere',
] as const;
export type Question = (typeof questions)[number];

/** By the rule of the day of receipt. `isLaid`: read in a text in force, not a default and not amended by what nobody has read. */
export type Advised = {
  readonly sessionId: string;
  readonly passed: boolean;
  readonly isLaid: boolean;
  readonly article: string;
  readonly atLeastPercent: number | null;
};

/** The same award of the same year, by this decision or dossier. */
export type Held = { readonly number: string; readonly isTitle: boolean };

/** What was found out about a line beside what it says itself. */
export type Found = {
  readonly held: Held | undefined;
  readonly advised: Advised | undefined;
  /** Of all that has changed since appraisal; undefined where nothing has. Death and dissolution of a person are asked about for themselves. */
  readonly changesKey: string | undefined;
  /** The asker is related to the nominee: they learn nothing that rests on the council's result (ADR 0185). */
  readonly isNear: boolean;
};
export type AskedLine = DecisionLine & Found;

/** Each by a key of its own, so that an answer stands for what was there when it was given. */
type Matter = { readonly kind: Question; readonly key: string };

function reasoned(line: AskedLine): readonly Matter[] {
  const { disciplinedFrom, isPending, pendingSince, held, advised, changesKey } = line;
  return [
    ...(disciplinedFrom !== null ? [{ kind: 'disciplined', key: `disciplined:${disciplinedFrom}` } as const] : []),
    ...(isPending ? [{ kind: 'pending', key: `pending:${pendingSince ?? ''}` } as const] : []),
    ...(held && !held.isTitle ? [{ kind: 'given_already', key: `held:${held.number}` } as const] : []),
    ...(advised && !advised.passed && !advised.isLaid
      ? [{ kind: 'not_passed', key: `council:${advised.sessionId}` } as const]
      : []),
    ...(changesKey !== undefined ? [{ kind: 'changed', key: `changed:${changesKey}` } as const] : []),
  ];
}

/** What an answer of this asker answers: not what they may not know of. */
export function answeredBy(line: AskedLine): readonly string[] {
  const mine = reasoned(line).filter(({ kind }) => !(line.isNear && kind === 'not_passed'));
  return [...new Set([...line.answered, ...mine.map(({ key }) => key)])];
}

/** What is still open of a nominee who is to be granted, in the words that this asker may read. */
export function questionsOf(line: AskedLine): readonly Question[] {
  const open = openOf(line);
  return [...new Set(open.map((kind) => (line.isNear && restsOnCouncil(kind) ? 'elsewhere' : kind)))];
}

export const restsOnCouncil = (question: Question) => question === 'not_passed' || question === 'below_share';

function openOf(line: AskedLine): readonly Question[] {
  if (line.verdict === 'refuse') return [];
  const isAnswered = ({ key }: Matter) => line.answer !== null && line.answered.includes(key);
  return [
    ...(line.endedOn !== null && line.holderKind === 'person' && !line.posthumous ? (['died'] as const) : []),
    ...(line.isMerged ? (['merged'] as const) : []),
    ...(line.isInitiativeUsed ? (['initiative_used'] as const) : []),
    ...(line.held?.isTitle ? (['title_held'] as const) : []),
    ...(line.advised && !line.advised.passed && line.advised.isLaid ? (['below_share'] as const) : []),
    ...reasoned(line)
      .filter((matter) => !isAnswered(matter))
      .map(({ kind }) => kind),
  ];
}

/** What no answer settles: the nominee is refused, or the dossier goes back. */
export const isBeyondAnswer = (question: Question) => outside.includes(question);

const outside: readonly Question[] = ['merged', 'initiative_used', 'title_held', 'below_share', 'elsewhere'];

/** Asked, not yet answered. */
export type Unanswered = {
  readonly kind: 'unanswered';
  readonly open: readonly { readonly name: string; readonly questions: readonly Question[] }[];
};
/** Granted against a share of votes that the law lays down. */
export type ShareNotReached = {
  readonly kind: 'share_not_reached';
  readonly below: readonly {
    readonly name: string;
    readonly article: string;
    readonly atLeastPercent: number | null;
  }[];
};

export function unansweredIn(lines: readonly AskedLine[]): Unanswered | ShareNotReached | undefined {
  const asked = lines.map((line) => ({ line, open: questionsOf(line) })).filter(({ open }) => open.length > 0);
  const below = asked.flatMap(({ line: { name, advised }, open }) =>
    advised && open.includes('below_share')
      ? [{ name, article: advised.article, atLeastPercent: advised.atLeastPercent }]
      : [],
  );
  if (below.length > 0) return { kind: 'share_not_reached', below };
  const open = asked.map(({ line: { name }, open: questionsLeft }) => ({ name, questions: questionsLeft }));
  return open.length > 0 ? { kind: 'unanswered', open } : undefined;
}
