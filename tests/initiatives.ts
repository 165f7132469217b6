/** Initiatives on any stage of their way, in the world of values (two schemes, one of them under state secrets). */
import type { Transaction } from 'kysely';
import { enterInitiative } from '../app/features/initiatives/drafting.server.ts';
import type { EnterInitiative } from '../app/features/initiatives/drafting.server.ts';
import type { TypedInitiative } from '../app/features/initiatives/initiative.ts';
import type { InitiativeWay, MoveInitiative } from '../app/features/initiatives/moving.server.ts';
import { moveInitiative } from '../app/features/initiatives/moving.server.ts';
import { closePanel, givePoints, seatMember } from '../app/features/initiatives/panel.server.ts';
import { panelsOf } from '../app/features/initiatives/panels.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { contextFor, people, units } from './world.ts';

const words = {
  kind: 'model',
  year: '2026',
  title: 'Mô hình mẫu bếp ăn chung cho người già neo đơn',
  problem: 'Trước đây người già neo đơn trong thôn phải tự lo bữa ăn hằng ngày nên nhiều người bỏ bữa khi ốm đau.',
  novelty: 'Mỗi tổ dân cư nhận nấu một ngày trong tuần, thực phẩm do các hộ góp, thanh niên mang đến tận nhà.',
  effect: 'Người già có bữa ăn nóng mỗi ngày, các hộ trong tổ gần nhau hơn.',
  appliedAt: 'Thôn Mẫu, từ tháng 3 năm 2026',
};

export const typedInitiative = (more: Readonly<Record<string, string>> = {}): TypedInitiative => ({
  fields: { ...words, ...more },
  authors: [
    { name: 'Người Mẫu Tác Giả', place: 'Trưởng thôn', share: '60' },
    { name: 'Người Mẫu Cùng Làm', place: '', share: '40' },
  ],
  effects: [{ what: 'Người được phục vụ', unitOfMeasure: 'người', before: '', after: '42' }],
});

export const initiativeFor = (more: Partial<EnterInitiative> = {}): EnterInitiative => ({
  id: newId(),
  unitId: units.communeAn,
  schemeCode: null,
  criterionCode: null,
  typed: typedInitiative(),
  ...more,
});

export const decision = { number: '12/QĐ-UBND', date: '2026-06-10', scope: '' };

/** Entered by the commune's officer unless said otherwise; further moves by whoever is named. */
export async function givenInitiative(
  tx: Transaction<DB>,
  more: Partial<EnterInitiative> & { readonly by?: Person } = {},
  ...ways: readonly (readonly [InitiativeWay, Person])[]
): Promise<string> {
  const { by = people.officerOfAn, ...one } = more;
  const { id } = expectOk(await enterInitiative(contextFor(tx, by), initiativeFor(one)));
  for (const [move, person] of ways) await moved(tx, id, move, person);
  return id;
}

export async function moved(tx: Transaction<DB>, id: string, move: InitiativeWay, by: Person): Promise<void> {
  expectOk(await moveInitiative(contextFor(tx, by), await orderOf(tx, id, move)));
}

export async function orderOf(tx: Transaction<DB>, id: string, move: InitiativeWay): Promise<MoveInitiative> {
  const { version } = await tx
    .selectFrom('initiative')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const needsReason = move === 'return' || move === 'refuse' || move === 'decline';
  return { id, version, move, reason: needsReason ? 'Chưa rõ hiệu quả' : null, decision };
}

export async function panelVersion(tx: Transaction<DB>, id: string): Promise<number> {
  const [panel] = await panelsOf(tx, id);
  return panel?.version ?? 0;
}

/** A panel of three of the province, each giving the same points of the default criteria, closed by the appraiser. */
export async function panelGives(tx: Transaction<DB>, id: string, points: readonly string[]): Promise<void> {
  const { appraiser, auditor, indicatorOwner, decidingAuthority } = people;
  const members = [auditor, indicatorOwner, decidingAuthority];
  for (const { personId } of members) {
    const version = await panelVersion(tx, id);
    expectOk(await seatMember(contextFor(tx, appraiser), { id, personId, version }));
  }
  for (const member of members) {
    const typed = (position: number) => points[position - 1] ?? '';
    expectOk(await givePoints(contextFor(tx, member), { id, typed, remark: '', hasInterest: false }));
  }
  expectOk(await closePanel(contextFor(tx, appraiser), { id, version: await panelVersion(tx, id) }));
}

/** Recognised at the province. */
export async function recognisedInitiative(
  tx: Transaction<DB>,
  more: Partial<EnterInitiative> & { readonly by?: Person } = {},
): Promise<string> {
  const id = await givenInitiative(tx, more, ['submit', people.headOfAn], ['review_at_province', people.appraiser]);
  await panelGives(tx, id, ['27', '30,5', '20']);
  await moved(tx, id, 'recognise', people.decidingAuthority);
  return id;
}
