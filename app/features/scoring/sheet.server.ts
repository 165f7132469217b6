/** The form of a whole card as it is drawn and as it comes back. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { permit } from '../../kernel/procedure.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { DB } from '../../platform/db-types.ts';
import type { CardLine, CardPage } from './card-page.server.ts';
import { cardPage } from './card-page.server.ts';
import { atField } from './case.server.ts';
import type { Evidence } from './evidence.server.ts';
import { evidenceOn } from './evidence.server.ts';
import { beforeOf, maySpeak } from './giving.server.ts';
import type { Scored } from './points.ts';
import type { ScoreStep } from './procedure.ts';
import { cardProcedure } from './procedure.ts';
import type { TypedScore } from './score-form.ts';
import { isBlank } from './score-form.ts';
import type { GiveScores } from './scores.server.ts';
import { codesIn, sheetField, typedAt } from './sheet.ts';

export type SheetRow = CardLine & {
  /** Null: read only at this step. */
  readonly mine: {
    readonly typed: TypedScore;
    readonly version: number;
    readonly was: string;
    readonly byName: string | null;
    readonly at: string | null;
  } | null;
  /** What the last step before gave. */
  readonly before: Scored | null;
  readonly evidence: readonly Evidence[];
};
export type ScoreSheet = CardPage & { readonly step: ScoreStep; readonly rows: readonly SheetRow[] };

/** Undefined where the asker may not know of the card, or may not take this step on it now. */
export async function scoreSheet(
  db: Kysely<DB>,
  actor: Actor,
  { id, step, today }: { readonly id: string; readonly step: ScoreStep; readonly today: PlainDate },
): Promise<ScoreSheet | undefined> {
  const page = await cardPage(db, actor, { id, today });
  if (!page?.content || !page.steps.includes(step)) return undefined;
  const [versions, mine, files] = await Promise.all([
    versionsOf(db, id, step),
    codesOf(db, actor, page, step),
    evidenceOn(db, id),
  ]);
  const evidence = Map.groupBy(files, ({ code }) => code);
  const rows = page.content.lines.map((line) => ({
    ...rowOf(line, { step, versions, isMine: mine.has(line.one.code) }),
    evidence: evidence.get(line.one.code) ?? [],
  }));
  return { ...page, step, rows };
}

/** Criteria at which the asker speaks at this step. */
async function codesOf(
  db: Kysely<DB>,
  actor: Actor,
  { card, content }: CardPage,
  step: ScoreStep,
): Promise<ReadonlySet<string>> {
  const lines = (content?.lines ?? []).filter(
    ({ one, measured }) =>
      maySpeak(one, step, card.unitId) && (one.way !== 'data' || measured === null || measured.state === 'missing'),
  );
  if (step !== 'expert') return new Set(lines.map(({ one }) => one.code));
  const may = await Promise.all(
    lines.map(async ({ one }) =>
      permit(cardProcedure, await atField(db, card, one.expertUnitId), actor, 'score_field').ok ? [one.code] : [],
    ),
  );
  return new Set(may.flat());
}

async function versionsOf(db: Kysely<DB>, cardId: string, step: ScoreStep): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; version: number }>`
    select code, version from card_score where card_id = ${cardId} and step = ${step}`.execute(db);
  return new Map(rows.map(({ code, version }) => [code, version]));
}

type Drawn = {
  readonly step: ScoreStep;
  readonly versions: ReadonlyMap<string, number>;
  readonly isMine: boolean;
};

function rowOf(line: CardLine, { step, versions, isMine }: Drawn): Omit<SheetRow, 'evidence'> {
  const { one, given } = line;
  const mine = given.find((each) => each.step === step);
  const typed: TypedScore = mine
    ? {
        state: mine.scored.state === 'not_applicable' ? 'not_applicable' : one.way === 'data' ? 'least' : '',
        points: mine.scored.state === 'points' && one.way !== 'data' ? pointsText(mine.scored.points) : '',
        reason: mine.reason,
      }
    : { state: '', points: '', reason: '' };
  const stored = given.map((each) => ({ step: each.step, scored: each.scored, version: 0 }));
  return {
    ...line,
    mine: isMine
      ? {
          typed,
          version: versions.get(one.code) ?? 0,
          was: fingerprint(typed),
          byName: mine?.byName ?? null,
          at: mine?.at ?? null,
        }
      : null,
    before: beforeOf(stored, step) ?? null,
  };
}

/** Of what a row showed when it was drawn: what comes back the same was not touched. */
export function fingerprint({ state, points, reason }: TypedScore): string {
  const text = JSON.stringify([state, points.trim(), reason.trim().replaceAll('\r\n', '\n')]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

type Fields = Readonly<Record<string, string>>;

/** What the step before gave, where this one has said nothing yet: what somebody else gave meanwhile is left alone. */
export function agreedIn({ rows }: Pick<ScoreSheet, 'rows'>): ReadonlyMap<string, Scored> {
  return new Map(rows.flatMap(({ one, mine, before }) => (before && mine?.version === 0 ? [[one.code, before]] : [])));
}

/** Rows that were touched. `agree`: where nothing was typed, what the step before gave is given again. */
export function rowsIn(fields: Fields, agree: ReadonlyMap<string, Scored> = new Map()): GiveScores['rows'] {
  return codesIn(fields).flatMap((code) => {
    const names = { version: sheetField('version', code), choice: sheetField('keep', code) };
    if (keepsTheirs(fields, names)) return [];
    const typed = typedAt(fields, code);
    const before = isBlank(typed) ? agree.get(code) : undefined;
    const version = versionIn(fields, names);
    if (before) return [{ code, version, typed: typedOf(before) }];
    return fingerprint(typed) === fields[sheetField('was', code)] ? [] : [{ code, version, typed }];
  });
}

function typedOf(scored: Scored): TypedScore {
  return scored.state === 'points'
    ? { state: '', points: pointsText(scored.points), reason: '' }
    : { state: scored.state, points: '', reason: '' };
}
