/**
 * What comes after a decision, in the demonstration: a fund of two years with bonuses paid and a line struck, one award taken back whose money came back
 * and whose certificate did not, one complaint being looked into within the days that the province has set. The holders and their honours are of this story alone, plainly made up.
 */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { changeSetting } from '../features/administration/settings.server.ts';
import { closeFund } from '../features/fund/closing.server.ts';
import { duesIn } from '../features/fund/dues.server.ts';
import { correctEntry, enterEntry } from '../features/fund/entering.server.ts';
import { openFund } from '../features/fund/opening.server.ts';
import { payBonuses } from '../features/fund/paying.server.ts';
import { findFund } from '../features/fund/list.server.ts';
import { createHolder } from '../features/register/holders.server.ts';
import { enterPastHonour } from '../features/register/honours.server.ts';
import { registerComplaint, moveComplaint } from '../features/revocations/complaints/handling.server.ts';
import { beginRevocation } from '../features/revocations/drafting.server.ts';
import { decideRevocation } from '../features/revocations/deciding.server.ts';
import { moveRevocation } from '../features/revocations/moving.server.ts';
import { returnItem } from '../features/revocations/recalling.server.ts';
import { revocationDesk } from '../features/revocations/signing-desk.server.ts';
import { afterWords as said } from './after.text.ts';
import { signPaper } from './decisions.server.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

export async function playAfter(stage: Stage, starring: readonly string[]): Promise<void> {
  const year = Number(stage.today.slice(0, 4));
  const unit = starring.flatMap((code) => stage.places.get(code) ?? [])[0] ?? stage.province;
  const honours = await grantAll(stage, { unitId: unit.id, year });
  const before = await keepYear(stage, year - 1);
  await payAll(stage, before, `${year - 1}-04-15`, said.vouchers[0]);
  await play(stage, { at: instantOf(`${year}-01-12`, 9), by: authorityOf(stage) }, async (context) => {
    const version = (await findFund(context.tx, context.actor, before))?.fund.version ?? 0;
    expectOk(await closeFund(context, { fundId: before, version }));
  });
  const now = await keepYear(stage, year);
  await payAll(stage, now, `${year}-03-20`, said.vouchers[1], 2);
  await strike(stage, now, year);
  await revoke(stage, honours[4], `${year}-06-01`);
  await setTerms(stage, `${year}-01-05`);
  await complain(stage, honours[1]);
}

const appraiserOf = (stage: Stage) => personOf(stage, 'appraiser', stage.province.code);
const authorityOf = (stage: Stage) => personOf(stage, 'deciding_authority', stage.province.code);

/** Of this story's own people, last year's and this year's. */
async function grantAll(
  stage: Stage,
  { unitId, year }: { readonly unitId: string; readonly year: number },
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [at, { kind, name, award, late }] of said.honours.entries()) {
    const given = late ? year : year - 1;
    const scene = { at: instantOf(`${given}-02-${10 + at}`, 9), by: appraiserOf(stage) };
    const [holderId, id] = [newId(), newId()];
    await play(stage, scene, async (context) => {
      const typed = { kind, name, source: said.source };
      expectOk(await createHolder(context, stage.services.seal, { id: holderId, unitId, typed }));
      const honour = {
        award,
        year: String(given - 1),
        kind: 'merit',
        achievement: said.achievement,
        number: said.number(at),
        date: `${given}-02-${10 + at}`,
        decidedBy: said.decidedBy,
        source: said.source,
      };
      expectOk(await enterPastHonour(context, { id, holderId, typed: honour }));
    });
    ids.push(id);
  }
  return ids;
}

/** Opened with what it was given; of a year that is kept already its own. */
async function keepYear(stage: Stage, year: number): Promise<string> {
  const by = appraiserOf(stage);
  let fundId = '';
  await play(stage, { at: instantOf(`${year}-01-20`, 9), by }, async (context) => {
    fundId = expectOk(await openFund(context, { id: newId(), unitId: stage.province.id, year })).id;
    for (const { day, ...typed } of said.entries)
      expectOk(await enterEntry(context, { id: newId(), fundId, typed: { ...typed, onDate: `${year}-${day}` } }));
  });
  return fundId;
}

/** What is certain and due on the day, or the first `most` of it. */
async function payAll(stage: Stage, fundId: string, day: PlainDate, voucher: string, most = 100): Promise<void> {
  await play(stage, { at: instantOf(day, 10), by: appraiserOf(stage) }, async (context) => {
    const fund = { unitId: stage.province.id, year: Number(day.slice(0, 4)) };
    const dues = await duesIn(context.tx, { fund });
    const open = dues.filter(({ due, payment, decidedOn }) => due.kind === 'amount' && !payment && decidedOn < day);
    const honourIds = open.slice(0, most).map(({ honourId }) => honourId);
    if (honourIds.length > 0)
      expectOk(await payBonuses(context, { id: newId(), fundId, honourIds, onDate: day, voucher }));
  });
}

/** Written twice, and taken back by a line against it. */
async function strike(stage: Stage, fundId: string, year: number): Promise<void> {
  await play(stage, { at: instantOf(`${year}-04-02`, 9), by: appraiserOf(stage) }, async (context) => {
    const id = newId();
    const typed = { ...said.twice, onDate: `${year}-04-02` };
    expectOk(await enterEntry(context, { id, fundId, typed }));
    expectOk(await correctEntry(context, { id: newId(), fundId, entryId: id, reason: said.struck }));
  });
}

async function setTerms(stage: Stage, day: PlainDate): Promise<void> {
  const by = personOf(stage, 'administrator', stage.province.code);
  await play(stage, { at: instantOf(day, 9), by }, async (context) => {
    expectOk(await changeSetting(context, { key: 'complaint_accept_days', value: said.terms.accept, version: 0 }));
    expectOk(await changeSetting(context, { key: 'complaint_answer_days', value: said.terms.answer, version: 0 }));
  });
}

async function revoke(stage: Stage, honourId: string | undefined, day: PlainDate): Promise<void> {
  if (honourId === undefined) return;
  const id = newId();
  const inspector = personOf(stage, 'inspector', stage.province.code);
  await play(stage, { at: instantOf(day, 9), by: inspector }, async (context) => {
    expectOk(await beginRevocation(context, { id, honourId, typed: { ground: 'a', statement: said.statement } }));
    expectOk(await moveRevocation(context, { id, version: 1, move: 'propose' }));
  });
  await play(stage, { at: instantOf(addDays(day, 5), 9), by: appraiserOf(stage) }, async (context) => {
    expectOk(await moveRevocation(context, { id, version: 2, move: 'appraise', reason: said.opinion }));
  });
  const [by, decided] = [authorityOf(stage), addDays(day, 8)];
  const typed = { by: said.decidedBy, signer: by.name, items: said.items };
  await play(stage, { at: instantOf(decided, 9), by }, async (context) => {
    expectOk(await decideRevocation(context, stage.services, { id, version: 3, typed }));
  });
  const paper = { desk: revocationDesk, id };
  await signPaper(stage, { ...paper, part: 'person', at: instantOf(decided, 10), by });
  await signPaper(stage, { ...paper, part: 'seal', at: instantOf(decided, 14), by: appraiserOf(stage) });
  await play(stage, { at: instantOf(decided, 15), by: appraiserOf(stage) }, async (context) => {
    expectOk(await moveRevocation(context, { id, version: 6, move: 'issue' }));
  });
  await moneyBack(stage, id, addDays(decided, 7));
}

async function moneyBack(stage: Stage, id: string, day: PlainDate): Promise<void> {
  await play(stage, { at: instantOf(day, 9), by: appraiserOf(stage) }, async (context) => {
    const item = await context.tx
      .selectFrom('recall_item')
      .where('revocation_id', '=', id)
      .where('payment_id', 'is not', null)
      .select(['id', 'version'])
      .executeTakeFirstOrThrow();
    const typed = { on: day, voucher: said.receipt };
    expectOk(await returnItem(context, { id, itemId: item.id, version: item.version, typed }));
  });
}

async function complain(stage: Stage, honourId: string | undefined): Promise<void> {
  const by = appraiserOf(stage);
  const day = addDays(stage.today, -6);
  const id = newId();
  await play(stage, { at: instantOf(day, 9), by }, async (context) => {
    const typed = { ...said.complaint, receivedOn: day };
    const asked = { id, handlerId: stage.province.id, honourId: honourId ?? null, typed };
    expectOk(await registerComplaint(context, stage.services.seal, asked));
    expectOk(await moveComplaint(context, { id, version: 1, move: 'accept' }));
  });
}
