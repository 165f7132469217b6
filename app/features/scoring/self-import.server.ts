/** A unit's self-score by Excel: the sheet as it is handed out, and as it comes back, previewed before anything is written. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { permit } from '../../kernel/procedure.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Reader } from '../../platform/db.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { Drawing, ImportFacts, ImportKind, Plan } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { criteriaOf } from '../criteria/sets.server.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import type { CardPage } from './card-page.server.ts';
import { cardPage } from './card-page.server.ts';
import { findCard } from './case.server.ts';
import { cardProcedure } from './procedure.ts';
import { scoringProblems, selfProblemText } from './refusals.text.ts';
import { giveScores } from './scores.server.ts';
import type { SelfColumn, SelfStored } from './self-sheet.ts';
import { planSelf, selfColumns, selfNeeded } from './self-sheet.ts';
import { scoredText, selfHeadings, selfSheetText as said } from './text.ts';

export const selfScoresImport: ImportKind = {
  name: 'self_scores',
  permit: permitSelf,
  plan: planOfSheets,
  refusalText: (refusal) =>
    scoringProblems(refusal)
      .map(({ label, message }) => (label ? `${label}: ${message}` : message))
      .join(' '),
};

async function permitSelf(db: Reader, actor: Actor, { card: id }: ImportFacts): Promise<Result<Permit>> {
  const card = await findCard(db as Kysely<DB>, actor, id ?? '');
  if (!card) return refuse(notThere);
  if (card.judgementStage !== 'scoring') return refuse({ kind: 'not_scoring', stage: card.judgementStage });
  return permit(cardProcedure, card, actor, 'score_self');
}

const numbers: ReadonlySet<SelfColumn> = new Set(['points', 'max']);

async function planOfSheets(db: Reader, sheets: readonly Sheet[], { facts, actor }: Drawing): Promise<Plan> {
  const found = findTable(sheets, selfHeadings, [...selfNeeded]);
  const table = found.table?.rows ?? [];
  const cardId = facts['card'] ?? '';
  const card = await findCard(db as Kysely<DB>, actor, cardId);
  const criteria = card ? await criteriaOf(db as Kysely<DB>, card.setId) : [];
  const plan = planSelf(
    table.map((row) => asTyped(row, numbers)),
    { criteria, stored: await storedOn(db, cardId) },
  );
  const at = new Map(table.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: selfProblemText(problem),
  }));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: ({ before }) => (before.state === 'missing' ? 'created' : 'changed'),
    line: ({ code, title, before, after, typed }) => ({
      name: `${code} ${title}`,
      cells: [
        {
          heading: selfHeadings.points,
          before: before.state === 'missing' ? null : scoredText(before),
          after: scoredText(after),
        },
        { heading: selfHeadings.reason, before: null, after: typed.reason || null },
      ],
    }),
    apply: async (context, changes) => {
      const rows = changes.map(({ code, version, typed }) => ({ code, version, typed }));
      const given = await giveScores(context, { cardId, step: 'self', rows });
      return given.ok ? ok() : given;
    },
  });
}

async function storedOn(db: Reader, cardId: string): Promise<ReadonlyMap<string, SelfStored>> {
  const rows = await db
    .selectFrom('card_score')
    .select(['code', 'state', 'points', 'reason', 'version'])
    .where('card_id', '=', cardId)
    .where('step', '=', 'self')
    .execute();
  return new Map(
    rows.map(({ code, state, points, reason, version }) => [
      code,
      {
        scored:
          state === 'points'
            ? { state, points: points ?? 0 }
            : { state: state === 'not_applicable' ? 'not_applicable' : 'missing' },
        reason,
        version,
      },
    ]),
  );
}

/** Undefined where the asker does not score the card itself now. */
export async function selfSheet(
  db: Kysely<DB>,
  actor: Actor,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<{ readonly page: CardPage; readonly bytes: Uint8Array } | undefined> {
  const page = await cardPage(db, actor, { id, today: plainDateIn(now) });
  if (!page?.content || !page.steps.includes('self')) return undefined;
  const rows = page.content.lines.map(({ one, given }) => {
    const mine = given.find(({ step }) => step === 'self');
    const cells: Readonly<Record<SelfColumn, string>> = {
      code: one.code,
      title: one.title,
      max: pointsText(one.max),
      points: mine?.scored.state === 'points' ? pointsText(mine.scored.points) : '',
      notApplicable: mine?.scored.state === 'not_applicable' ? 'x' : '',
      reason: mine?.reason ?? '',
    };
    return selfColumns.map((column) => cells[column]);
  });
  const inputs: ReadonlySet<SelfColumn> = new Set(['points', 'notApplicable', 'reason']);
  const wide: ReadonlySet<SelfColumn> = new Set(['title', 'reason']);
  const bytes = await writeWorkbook({
    title: said.title(page.names.unitName),
    sheets: [
      {
        name: said.sheet,
        preface: [said.title(page.names.unitName), page.names.judgementTitle, ...said.guide],
        columns: selfColumns.map((column) => ({
          heading: selfHeadings[column],
          kind: 'text',
          width: wide.has(column) ? 48 : 16,
          isInput: inputs.has(column),
        })),
        rows,
        isProtected: true,
      },
    ],
  });
  return { page, bytes };
}
