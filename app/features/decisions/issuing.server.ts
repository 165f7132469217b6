/** Issued: the honours are in the register, dossiers are issued, initiatives are used, and everybody concerned hears of it. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { getAward } from '../awards/award.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import { permitAs } from '../dossiers/owners.ts';
import { useInitiative } from '../initiatives/using.server.ts';
import { enterHonour } from '../register/honours.server.ts';
import { awardKinds } from '../awards/standards/case.ts';
import { linesOf } from './case.server.ts';
import type { DecisionRow } from './case.server.ts';
import type { DecisionLine } from './decision.ts';
import { granted, inOrder, numberText } from './decision.ts';
import { takeGolden } from './numbering.server.ts';
import type { Asked, Moved, Open } from './opening.server.ts';
import { open, step } from './opening.server.ts';

export type HeldAlready = { readonly kind: 'held_already'; readonly name: string; readonly number: string };

export async function issueDecision(context: Context, asked: Asked): Promise<Result<Moved, Refusal>> {
  const opened = await open(context, asked, 'issue');
  if (!opened.ok) return opened;
  const { decision, allowed } = opened.value;
  const lines = await linesOf(context.tx, decision.id);
  const entered = await enterAll(context, opened.value, inOrder(granted(lines)));
  if (!entered.ok) return entered;
  const issued = await issueDossiers(context, lines, decision.id);
  if (!issued.ok) return issued;
  const set = { issued_by: context.actor.kind === 'person' ? context.actor.personId : null, issued_at: context.now };
  const moved = await step(context, { decision, allowed, set, after: { number: decision.number } });
  await context.record({
    permit: allowed,
    kind: 'decision.issued',
    subject: { kind: 'decision', id: decision.id },
    unitId: decision.unitId,
    after: { number: numberOf(decision), nominees: entered.value },
  });
  return ok(moved);
}

export function numberOf({ number, content }: Pick<DecisionRow, 'number' | 'content'>): string {
  return number === null ? '' : numberText(number, content.symbol);
}

async function enterAll(
  context: Context,
  { decision, allowed }: Open,
  lines: readonly DecisionLine[],
): Promise<Result<number, Refusal>> {
  const { unitId, year, decidedOn, content } = decision;
  if (decidedOn === null) return refuse(notThere);
  const kinds = await kindsOf(context, lines);
  let golden = await takeGolden(context, { unitId, year }, lines.length);
  for (const line of lines) {
    const kind = awardKinds.find((each) => each === kinds.get(line.dossierId)) ?? null;
    const entered = await enterHonour(context, {
      permit: allowed,
      holderId: line.holderId,
      awardCode: line.awardCode,
      year: line.year,
      kind,
      achievement: line.achievement,
      decisionNumber: numberOf(decision),
      decidedOn,
      decidedBy: content.enactedBy,
      goldenBookNumber: `${golden}/${year}`,
      nomineeId: line.nomineeId,
    });
    if (!entered.ok) {
      const held = 'held' in entered.refusal ? entered.refusal.held.decisionNumber : '';
      return refuse({ kind: 'held_already', name: line.name, number: held } satisfies HeldAlready);
    }
    golden += 1;
    const used = await use(context, line, allowed);
    if (!used.ok) return used;
  }
  return ok(lines.length);
}

async function use(
  context: Context,
  { initiativeId, nomineeId, awardCode, year, name }: DecisionLine,
  allowed: Open['allowed'],
): Promise<Result<unknown, Refusal>> {
  if (initiativeId === null) return ok();
  const usedFor = `${getAward(awardCode).name}: ${name}`;
  return useInitiative(context, {
    id: initiativeId,
    usedFor,
    usedId: nomineeId,
    year,
    useId: newId(),
    permit: allowed,
  });
}

async function kindsOf({ tx }: Context, lines: readonly DecisionLine[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.map(({ dossierId }) => dossierId))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('dossier').select(['id', 'kind']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** A dossier is issued when nothing of it waits for another decision. */
async function issueDossiers(
  context: Context,
  lines: readonly DecisionLine[],
  decisionId: string,
): Promise<Result<undefined, Refusal>> {
  for (const id of [...new Set(lines.map(({ dossierId }) => dossierId))].toSorted()) {
    const dossier = await lockDossier(context.tx, context.actor, id);
    if (!dossier) return refuse(notThere);
    if (dossier.stage !== 'decided' || (await waitsForOthers(context, id, decisionId))) continue;
    const allowed = permitAs('decisions', dossier, context.actor, 'issue');
    if (!allowed.ok) return allowed;
    await stepDossier(context, { dossier, permit: allowed.value, to: 'issued' });
  }
  return ok();
}

async function waitsForOthers({ tx }: Context, dossierId: string, decisionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('decision_line as l')
    .innerJoin('nominee as n', 'n.id', 'l.nominee_id')
    .innerJoin('decision as d', 'd.id', 'l.decision_id')
    .select('l.id')
    .where('n.dossier_id', '=', dossierId)
    .where('l.is_live', '=', true)
    .where('d.id', '<>', decisionId)
    .where('d.stage', '<>', 'issued')
    .executeTakeFirst();
  return row !== undefined;
}
