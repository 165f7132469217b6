/** A judgement of two communes that was carried to its frozen result. */
import type { Transaction } from 'kysely';
import { moveResult } from '../app/features/ranking/settling.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import type { Scene } from './evaluations.ts';
import { appraisedJudgement, judged, secretaryOf } from './evaluations.ts';
import { contextFor, people, units } from './world.ts';

/** After the term of objections of `tests/evaluations.ts`. */
export const frozenAt = new Date('2026-06-30T02:00:00.000Z');

export async function frozenJudgement(
  tx: Transaction<DB>,
  points: { readonly an: string; readonly binh: string } = { an: '38,5', binh: '40' },
  scene: Scene = { people, units },
  on: { readonly setId?: string } = {},
): Promise<string> {
  const { appraiser, decidingAuthority } = scene.people;
  const { id } = await appraisedJudgement(tx, points, scene, on);
  await judged(tx, id, 'announce', undefined, appraiser);
  const move = async (by: Person, way: 'settle' | 'sign_off' | 'freeze') => {
    const { version } = await tx
      .selectFrom('judgement')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const minutes = { number: '05/BB-HĐTĐKT', date: '2026-06-29' };
    expectOk(await moveResult(contextFor(tx, by, frozenAt), { id, version, move: way, minutes }));
  };
  await move(appraiser, 'settle');
  await move(secretaryOf(scene), 'sign_off');
  await move(decidingAuthority, 'freeze');
  return id;
}
