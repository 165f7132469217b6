/** What the offices of the province have done, for everybody at work to read: a block, a target, a frozen review, a round. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { createBlock, setMembers } from '../../app/features/organisation/blocks.server.ts';
import { takeSnapshot } from '../../app/features/snapshots/take.server.ts';
import { assignTarget } from '../../app/features/targets/targets.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';
import { plantRound } from './plant-rounds.ts';

export async function plantOffice(
  app: App,
  { people, units }: Cast,
): Promise<{ snapshot: string; block: string; round: string; form: string }> {
  const { administrator, appraiser } = people;
  const year = new Date().getFullYear();
  const block = await as(app, administrator, (context) =>
    createBlock(context, { code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }),
  );
  const seats = [
    { unitId: units.communeBinh, part: 'lead' },
    { unitId: units.wardChi, part: 'member' },
  ] as const;
  await as(app, administrator, (context) => setMembers(context, { blockId: block.id, version: 1, year, seats }));
  const typed = { value: '900', low: '', high: '', year: String(year), basis: 'Quyết định mẫu số 1' };
  const target = { id: newId(), indicatorCode: 'KT-10', unitId: units.communeBinh, typed, replaces: null };
  await as(app, appraiser, (context) => assignTarget(context, target));
  const day = plainDateIn(new Date());
  const review = { 'tieu-de': 'Đánh giá mẫu', 'muc-dich': 'yearly', ngay: day };
  const snapshot = await as(app, appraiser, (context) => takeSnapshot(context, { id: newId(), typed: review }));
  return { snapshot: snapshot.id, block: block.code, ...(await plantRound(app, { people, units })) };
}
