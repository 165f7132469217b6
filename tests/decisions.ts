/** Decisions on any stage of their way, on a desk of their own: signing takes several transactions. Keys are trial ones. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerLine } from '../app/features/decisions/judging.server.ts';
import { approveDecision, sendOn } from '../app/features/decisions/approving.server.ts';
import type { DecisionRow } from '../app/features/decisions/case.server.ts';
import { findDecisionRow, linesOf } from '../app/features/decisions/case.server.ts';
import type { DecisionLine } from '../app/features/decisions/decision.ts';
import { draftDecision } from '../app/features/decisions/drafting.server.ts';
import { issueDecision } from '../app/features/decisions/issuing.server.ts';
import { runSigning } from '../app/features/decisions/run-signing.server.ts';
import { decisionDesk } from '../app/features/decisions/signing-desk.server.ts';
import { prepareSigning } from '../app/features/decisions/signing.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import type { Refusal, Result } from '../app/kernel/result.ts';
import { expectOk, ok } from '../app/kernel/result.ts';
import type { Context } from '../app/platform/command.server.ts';
import { act } from '../app/platform/command.server.ts';
import { newId } from '../app/platform/id.server.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { givenDossier, givenHolder } from './dossiers.ts';
import { people, system } from './world.ts';

const { headOfAn, appraiser, decidingAuthority } = people;

export function openDecisionDesk(env: Readonly<Record<string, string>> = {}): Promise<Desk> {
  return openDesk({ SIGNING: 'development', DATA_DIR: mkdtempSync(join(tmpdir(), 'decisions-')), ...env });
}

export type Proposed = {
  readonly name?: string;
  readonly kind?: string;
  readonly awardCode?: string;
  /** Of somebody who is in the register already. */
  readonly holderId?: string;
};

/** A dossier that lies before the chairman by the simplified procedure (Điều 85), which needs no council. */
export async function givenDeciding(desk: Desk, proposed: readonly Proposed[] = [{}]): Promise<string> {
  return desk.services.db.transaction().execute(async (tx) => {
    const list = [];
    for (const { awardCode = 'bang-khen-tinh', holderId, ...holder } of proposed)
      list.push({ holderId: holderId ?? (await givenHolder(tx, holder)), awardCode });
    return givenDossier(
      tx,
      { typed: { simplified: 'a' }, proposed: list },
      ['submit', headOfAn],
      ['receive', appraiser],
      ['to_authority', appraiser],
    );
  });
}

export const doAs = <Value>(
  desk: Desk,
  person: Person,
  command: (context: Context) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> => act<Value, Refusal>(desk.edge(person), command);

export async function givenDraft(desk: Desk, proposed?: readonly Proposed[]): Promise<string> {
  const id = newId();
  const dossierIds = [await givenDeciding(desk, proposed)];
  expectOk(await doAs(desk, appraiser, (context) => draftDecision(context, { id, dossierIds })));
  return id;
}

export async function row(desk: Desk, id: string): Promise<DecisionRow> {
  const found = await findDecisionRow(desk.services.db, system, id);
  if (!found) throw new Error(`there is no decision ${id}`);
  return found;
}

export const linesIn = (desk: Desk, id: string): Promise<readonly DecisionLine[]> => linesOf(desk.services.db, id);

export const asked = async (desk: Desk, id: string) => ({
  id,
  version: (await row(desk, id)).version,
  reason: 'Lý do mẫu',
});

export async function submit(desk: Desk, id: string): Promise<void> {
  const order = await asked(desk, id);
  expectOk(await doAs(desk, appraiser, (context) => sendOn(context, order, 'submit')));
}

export async function approve(desk: Desk, id: string, more: { number?: string; day?: string } = {}) {
  const order = { ...(await asked(desk, id)), ...more };
  return doAs(desk, decidingAuthority, (context) => approveDecision(context, desk.services, order));
}

export async function sign(desk: Desk, id: string, part: 'person' | 'seal', by?: Person) {
  const edge = desk.edge(by ?? (part === 'person' ? decidingAuthority : appraiser));
  const order = { ...(await asked(desk, id)), part, desk: decisionDesk };
  const prepared = await act<Prepared, Refusal>(edge, (context) => prepareSigning(context, desk.services, order));
  return prepared.ok ? runSigning(edge, { desk: decisionDesk, signing: prepared.value }) : prepared;
}
type Prepared = Parameters<typeof runSigning>[1]['signing'];

export async function issue(desk: Desk, id: string) {
  const order = await asked(desk, id);
  return doAs(desk, appraiser, (context) => issueDecision(context, order));
}

/** All the way. */
export async function givenIssued(desk: Desk, proposed?: readonly Proposed[]): Promise<string> {
  const id = await givenDraft(desk, proposed);
  await submit(desk, id);
  expectOk(await approve(desk, id));
  expectOk(await sign(desk, id, 'person'));
  expectOk(await sign(desk, id, 'seal'));
  expectOk(await issue(desk, id));
  return id;
}

export async function answer(desk: Desk, id: string, given: { lineId: string; posthumous: boolean; answer: string }) {
  const order = { ...(await asked(desk, id)), ...given };
  return doAs(desk, decidingAuthority, (context) => answerLine(context, order));
}

/** As something else writes in the register meanwhile. */
export async function meanwhile(desk: Desk, write: (tx: Context['tx']) => Promise<unknown>): Promise<void> {
  await desk.services.db.transaction().execute(async (tx) => {
    await write(tx);
    return ok();
  });
}
