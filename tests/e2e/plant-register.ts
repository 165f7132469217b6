/** Of what follows an award: a holder of one commune with an award, the commune's fund, a revocation and a complaint about it. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { enterFlag } from '../../app/features/appraisal/flags.server.ts';
import { enterEntry } from '../../app/features/fund/entering.server.ts';
import { openFund } from '../../app/features/fund/opening.server.ts';
import { registerComplaint } from '../../app/features/revocations/complaints/handling.server.ts';
import { mergeHolders } from '../../app/features/register/merging.server.ts';
import { beginRevocation } from '../../app/features/revocations/drafting.server.ts';
import { attachToRevocation } from '../../app/features/revocations/files.server.ts';
import { moveList } from '../../app/features/yearly-levels/moving.server.ts';
import { beginList, saveLevels } from '../../app/features/yearly-levels/entering.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { typedFlag } from '../appraisal.ts';
import { typedEntry } from '../funds.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as, fileOf } from './plant.ts';

export type PlantedRegister = Readonly<
  Record<
    | 'levelList'
    | 'sentLevels'
    | 'holder'
    | 'namesake'
    | 'honour'
    | 'pastHonour'
    | 'flag'
    | 'fund'
    | 'fundEntry'
    | 'revocation'
    | 'revocationFile'
    | 'keptHolder'
    | 'merge'
    | 'complaint',
    string
  >
>;

export async function plantRegister(app: App, cast: Cast): Promise<PlantedRegister> {
  const { people, units } = cast;
  const today = plainDateIn(new Date());
  const year = Number(today.slice(0, 4));
  const [holder, namesake] = [await enterHolder(app, cast), await enterHolder(app, cast)];
  await app.db
    .insertInto('holder_pending')
    .values({ id: newId(), holder_id: holder, kind: 'other', note: 'zqPending', source: 'thử', entered_at: new Date() })
    .execute();
  const [honour, pastHonour] = [
    await enterHonour(app, holder, { year: year - 1, number: '98/QĐ-zqHonour' }),
    await enterHonour(app, holder, { year: year - 2, number: '97/QĐ-zqHonour' }),
  ];
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
  const revocationFile = newId();
  const file = await fileOf(app, 'zqRevocationFile.txt');
  await as(app, people.officerOfBinh, (context) =>
    attachToRevocation(context, { id: revocation, attachmentId: revocationFile, file }),
  );
  const complaint = newId();
  const received = {
    id: complaint,
    handlerId: units.province,
    honourId: honour,
    typed: { kind: 'complaint', about: 'zqComplaint', content: 'zqComplaint', receivedOn: today },
  };
  await as(app, people.appraiser, (context) => registerComplaint(context, app.seal, received));
  const beginLevels = async (of: number) => {
    const id = newId();
    const begun = { id, unitId: units.communeBinh, year: String(of) };
    await as(app, people.officerOfBinh, (context) => beginList(context, begun));
    return id;
  };
  const [levelList, sentLevels] = [await beginLevels(year), await beginLevels(year - 1)];
  const lines = [{ holderId: holder, level: 'good' }] as const;
  await as(app, people.officerOfBinh, (context) => saveLevels(context, { id: sentLevels, version: 1, lines }));
  const sent = { id: sentLevels, version: 2, move: 'submit' } as const;
  await as(app, people.officerOfBinh, (context) => moveList(context, sent));
  const money = { fund, fundEntry: entry.id, revocation, revocationFile, complaint };
  return {
    levelList,
    sentLevels,
    holder,
    namesake,
    honour,
    pastHonour,
    flag,
    ...money,
    ...(await plantMerge(app, cast)),
  };
}

/** Two rows of one holder, become one. */
async function plantMerge(app: App, cast: Cast): Promise<Pick<PlantedRegister, 'keptHolder' | 'merge'>> {
  const name = 'Người Mẫu Đã Nhập zqHolder';
  const [keptHolder, mergedId] = [await enterHolder(app, cast, name), await enterHolder(app, cast, name)];
  const both = { keptId: keptHolder, mergedId, keptVersion: 1, mergedVersion: 1 };
  const merge = newId();
  await as(app, cast.people.appraiser, (context) => mergeHolders(context, { id: merge, ...both, reason: 'zqMerge' }));
  return { keptHolder, merge };
}

type Given = { readonly year: number; readonly number: string };

async function enterHonour({ db }: App, holderId: string, { year, number }: Given): Promise<string> {
  const id = newId();
  await db
    .insertInto('honour')
    .values({
      id,
      holder_id: holderId,
      award_code: 'giay-khen',
      year,
      kind: 'merit',
      decision_number: number,
      decided_on: `${year}-12-20`,
      decided_by: 'Chủ tịch Ủy ban nhân dân xã',
      source: 'thử',
      entered_at: new Date(),
    })
    .execute();
  return id;
}

async function enterHolder({ db }: App, { units }: Cast, name = 'Người Mẫu zqHolder'): Promise<string> {
  const id = newId();
  const at = { unit_id: units.communeBinh, source: 'thử', entered_at: new Date() };
  await db
    .insertInto('holder')
    .values({ id, kind: 'person', name, ...at })
    .execute();
  return id;
}
