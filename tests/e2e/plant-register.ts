/** Of what follows an award: a holder of one commune with an award, the commune's fund, a revocation and a complaint about it. */
import { enterFlag } from '../../app/features/appraisal/flags.server.ts';
import { enterEntry } from '../../app/features/fund/entering.server.ts';
import { openFund } from '../../app/features/fund/opening.server.ts';
import { registerComplaint } from '../../app/features/revocations/complaints/handling.server.ts';
import { beginRevocation } from '../../app/features/revocations/drafting.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { typedFlag } from '../appraisal.ts';
import { typedEntry } from '../funds.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

export type PlantedRegister = Readonly<
  Record<'holder' | 'namesake' | 'honour' | 'flag' | 'fund' | 'fundEntry' | 'revocation' | 'complaint', string>
>;

export async function plantRegister(app: App, cast: Cast): Promise<PlantedRegister> {
  const { people, units } = cast;
  const today = new Date().toISOString().slice(0, 10);
  const year = Number(today.slice(0, 4));
  const [holder, namesake] = [await enterHolder(app, cast), await enterHolder(app, cast)];
  await app.db
    .insertInto('holder_pending')
    .values({ id: newId(), holder_id: holder, kind: 'other', note: 'zqPending', source: 'thử', entered_at: new Date() })
    .execute();
  const honour = newId();
  await app.db
    .insertInto('honour')
    .values({
      id: honour,
      holder_id: holder,
      award_code: 'giay-khen',
      year: year - 1,
      kind: 'merit',
      decision_number: '98/QĐ-zqHonour',
      decided_on: `${year - 1}-12-20`,
      decided_by: 'Chủ tịch Ủy ban nhân dân xã',
      source: 'thử',
      entered_at: new Date(),
    })
    .execute();
  const flag = newId();
  const about = { name: 'Người Mẫu zqHolder', unit: '', what: 'zqFlag', date: today };
  await as(app, people.appraiser, (context) => enterFlag(context, app.seal, { id: flag, typed: typedFlag(about) }));
  const fund = newId();
  await as(app, people.headOfBinh, (context) => openFund(context, { id: fund, unitId: units.communeBinh, year }));
  const entry = { id: newId(), fundId: fund, typed: typedEntry({ onDate: today, what: 'zqFund' }) };
  await as(app, people.officerOfBinh, (context) => enterEntry(context, entry));
  const revocation = newId();
  const typed = { ground: 'a', statement: 'zqRevocation' };
  await as(app, people.officerOfBinh, (context) =>
    beginRevocation(context, { id: revocation, honourId: honour, typed }),
  );
  const complaint = newId();
  const received = {
    id: complaint,
    handlerId: units.province,
    honourId: honour,
    typed: { kind: 'complaint', about: 'zqComplaint', content: 'zqComplaint', receivedOn: today },
  };
  await as(app, people.appraiser, (context) => registerComplaint(context, app.seal, received));
  return { holder, namesake, honour, flag, fund, fundEntry: entry.id, revocation, complaint };
}

async function enterHolder({ db }: App, { units }: Cast): Promise<string> {
  const id = newId();
  const at = { unit_id: units.communeBinh, source: 'thử', entered_at: new Date() };
  await db
    .insertInto('holder')
    .values({ id, kind: 'person', name: 'Người Mẫu zqHolder', ...at })
    .execute();
  return id;
}
