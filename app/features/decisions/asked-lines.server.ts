/** The lines of a decision with what must be asked about each before it is approved. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { changesSince } from '../appraisal/changed.server.ts';
import type { Change } from '../appraisal/facts.ts';
import { seesInside } from '../appraisal/one.server.ts';
import type { Advice } from '../council/dossier.server.ts';
import { adviceFor } from '../council/dossier.server.ts';
import type { CouncilResult } from '../council/result.server.ts';
import { councilResults, nearTo } from '../council/result.server.ts';
import type { DecisionRow } from './case.server.ts';
import { linesOf } from './case.server.ts';
import type { DecisionLine } from './decision.ts';
import { heldAlready } from './doubles.server.ts';
import type { Advised, AskedLine, Held } from './questions.ts';

/** All that there is, for the checks of a command; only `isNear` is the asker's. */
export async function askedLines(
  db: Kysely<DB>,
  actor: Actor,
  decisionId: string,
  today: PlainDate,
): Promise<readonly AskedLine[]> {
  const lines = await linesOf(db, decisionId);
  const found = await findOut(db, actor, lines, today);
  return lines.map((line) => asked(line, found));
}

/** `changes` only to whoever may know what appraisal found; null for others. */
export type ShownLine = AskedLine & { readonly advice: Advice; readonly changes: readonly Change[] | null };

export async function shownLines(
  db: Kysely<DB>,
  actor: Actor,
  { id, places }: Pick<DecisionRow, 'id' | 'places'>,
  today: PlainDate,
): Promise<readonly ShownLine[]> {
  const lines = await linesOf(db, id);
  const ids = lines.map(({ nomineeId }) => nomineeId);
  const [found, advice] = await Promise.all([findOut(db, actor, lines, today), adviceFor(db, actor, ids)]);
  const nowhere = { unit: [], self: [], via: [] };
  const isInside = seesInside(actor, { stage: 'deciding', places: { ...nowhere, ...places } });
  return lines.map((line) => ({
    ...asked(line, found),
    advice: advice.get(line.nomineeId) ?? { kind: 'none' },
    changes: isInside ? changesOf(line, found.changes) : null,
  }));
}

type FoundOut = {
  readonly results: ReadonlyMap<string, CouncilResult>;
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  readonly near: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, Held>;
};

async function findOut(
  db: Kysely<DB>,
  actor: Actor,
  lines: readonly DecisionLine[],
  today: PlainDate,
): Promise<FoundOut> {
  const ids = lines.map(({ nomineeId }) => nomineeId);
  const [results, changes, near, held] = await Promise.all([
    councilResults(db, ids),
    changesSince(db, ids, today),
    nearTo(db, actor, ids),
    heldAlready(db, ids),
  ]);
  return { results, changes, near, held };
}

function asked(line: DecisionLine, { results, changes, near, held }: FoundOut): AskedLine {
  const result = results.get(line.nomineeId);
  const changed = changesOf(line, changes);
  return {
    ...line,
    held: held.get(line.nomineeId),
    advised: result && advisedOf(result),
    changesKey: changed.length === 0 ? undefined : keyOf(changed),
    isNear: near.has(line.nomineeId),
  };
}

/** That a person died is a question of its own. */
function changesOf({ nomineeId, holderKind }: DecisionLine, all: FoundOut['changes']): readonly Change[] {
  return (all.get(nomineeId) ?? []).filter(({ kind }) => !(kind === 'ended' && holderKind === 'person'));
}

function advisedOf({ sessionId, passed, ruleState, ruleArticle, atLeastPercent }: CouncilResult): Advised {
  const isLaid = ruleState === 'read' && atLeastPercent !== null;
  return { sessionId, passed, isLaid, article: ruleArticle, atLeastPercent };
}

const keyOf = (changes: readonly Change[]) =>
  createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16);
