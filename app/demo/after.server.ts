/**
 * What comes after a decision, in the demonstration: a fund of two years with bonuses paid, one award taken back, one complaint being
 * looked into. The holders and their honours are of this story alone, plainly made up.
 */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { closeFund } from '../features/fund/closing.server.ts';
import { duesIn } from '../features/fund/dues.server.ts';
import { enterEntry } from '../features/fund/entering.server.ts';
import { openFund } from '../features/fund/opening.server.ts';
import { payBonuses } from '../features/fund/paying.server.ts';
import { findFund } from '../features/fund/list.server.ts';
import { createHolder } from '../features/register/holders.server.ts';
import { enterPastHonour } from '../features/register/honours.server.ts';
import { registerComplaint, moveComplaint } from '../features/revocations/complaints/handling.server.ts';
import { beginRevocation } from '../features/revocations/drafting.server.ts';
import { moveRevocation } from '../features/revocations/moving.server.ts';
import { afterWords as said } from './after.text.ts';
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
  await revoke(stage, honours[0], `${year}-06-01`);
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
  const typed = { number: said.revoked, on: addDays(day, 8), by: said.decidedBy, items: said.items };
  await play(stage, { at: instantOf(addDays(day, 8), 9), by: authorityOf(stage) }, async (context) => {
    expectOk(await moveRevocation(context, { id, version: 3, move: 'decide', typed }));
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
