/** A frozen result of a block with an open appeal against it: what a stranger must not find. */
import { fileAppeal } from '../../app/features/ranking/appeals/handling.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { newId } from '../../app/platform/id.server.ts';
import { frozenAt, frozenJudgement } from '../frozen.ts';
import { contextFor } from '../world.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';

export type PlantedResults = { readonly frozenResult: string; readonly appeal: string };

export async function plantResults({ appDb }: App, cast: Cast, text = 'zqAppeal'): Promise<PlantedResults> {
  return appDb.transaction().execute(async (tx) => {
    const frozenResult = await frozenJudgement(tx, undefined, cast);
    const context = contextFor(tx, cast.people.headOfBinh, frozenAt);
    const filed = { id: newId(), judgementId: frozenResult, unitId: cast.units.communeBinh, text };
    const { id: appeal } = expectOk(await fileAppeal(context, filed));
    return { frozenResult, appeal };
  });
}
