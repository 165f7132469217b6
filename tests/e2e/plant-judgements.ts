/** What everybody at work may know of the planted block: last year's frozen result, this year's cards being filled in, an older set by which nobody judged, and cards of a year to come that were announced and objected to (a unit sits in one block a year). */
import { handOn } from '../../app/features/leaders/handing.server.ts';
import { setMembers } from '../../app/features/organisation/blocks.server.ts';
import { fileObjection } from '../../app/features/scoring/objections.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { newId } from '../../app/platform/id.server.ts';
import { appraisedJudgement, criteriaFor, givenJudgement, givenSet, judged } from '../evaluations.ts';
import { frozenJudgement } from '../frozen.ts';
import { contextFor, system } from '../world.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';

export type PlantedJudgements = Readonly<Record<'judgement' | 'card' | 'announcedCard' | 'frozenResult', string>>;

export async function plantJudgements(
  { appDb }: App,
  cast: Cast,
  of: { readonly blockCode: string; readonly setId: string },
): Promise<PlantedJudgements> {
  const { people, units } = cast;
  return appDb.transaction().execute(async (tx) => {
    const block = await tx.selectFrom('block').selectAll().where('code', '=', of.blockCode).executeTakeFirstOrThrow();
    const year = new Date().getFullYear() - 1;
    const seats = [
      { unitId: units.communeAn, part: 'lead' },
      { unitId: units.communeBinh, part: 'member' },
    ] as const;
    const context = contextFor(tx, people.administrator);
    expectOk(await setMembers(context, { blockId: block.id, version: block.version, year, seats }));
    const coming = year + 3;
    expectOk(await setMembers(context, { blockId: block.id, version: block.version + 1, year: coming, seats }));
    const past = await givenSet(tx, block.id, criteriaFor(cast), 1, year);
    await givenSet(tx, block.id, criteriaFor(cast), 1, year - 1);
    const frozenResult = await frozenJudgement(tx, undefined, cast, { setId: past });
    // By the job that follows a freeze, or else by a sweep while somebody walks.
    await handOn(contextFor(tx, system, new Date()), frozenResult);
    const setId = await givenSet(tx, block.id, criteriaFor(cast), 1, coming);
    const announced = await appraisedJudgement(tx, { an: '38,5', binh: '40' }, cast, { setId });
    await judged(tx, announced.id, 'announce', undefined, people.appraiser);
    const announcedCard = announced.cards.get(units.communeBinh) ?? '';
    // Those of the other member, who scored the card too, know of it.
    const objection = { id: newId(), cardId: announcedCard, code: 'I.1', text: 'Đề nghị xem lại điểm (mẫu)' };
    expectOk(await fileObjection(contextFor(tx, people.headOfBinh), objection));
    const { id: judgement, cards } = await givenJudgement(tx, { setId: of.setId }, cast);
    return { frozenResult, judgement, announcedCard, card: cards.get(units.communeBinh) ?? '' };
  });
}
