/** Last quarter's round consolidated and partly edited; the first scheme's report frozen, waiting to be signed. */
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { makeConsolidation } from '../features/consolidation/drafting.server.ts';
import { addPiece, editPiece } from '../features/consolidation/editing.server.ts';
import { piecesOf } from '../features/consolidation/list.server.ts';
import { moveConsolidation } from '../features/consolidation/moving.server.ts';
import { sectionPart } from '../features/consolidation/parts.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

export async function consolidate(stage: Stage): Promise<void> {
  const { db } = stage.services;
  const rounds = db
    .selectFrom('reporting_round')
    .select('id')
    .where('period', 'like', '%-Q%')
    .orderBy('last_day', 'desc')
    .limit(1);
  const schemes = db.selectFrom('scheme').select('code').where('is_secret', '=', false).orderBy('position').limit(1);
  const { id: ky } = await rounds.executeTakeFirstOrThrow();
  const { code } = await schemes.executeTakeFirstOrThrow();
  const issuer = [...stage.places.values()].find(({ name }) => name === demoText.appraisingBody);
  const own = { 'co-quan': issuer?.id ?? '' };
  const by = personOf(stage, 'appraiser', stage.province.code);
  const at = instantOf(stage.today, 7);
  const [ofRound, ofScheme, written] = [newId(), newId(), newId()];
  const part = sectionPart(1);
  await play(stage, { at, by }, async (context) => {
    expectOk(await makeConsolidation(context, { id: ofRound, typed: { loai: 'round', ky, ...own } }));
    const { rows } = await piecesOf(context.tx, { id: ofRound, part, page: 1, size: 1 });
    for (const { id: pieceId, version } of rows)
      expectOk(await editPiece(context, { id: ofRound, pieceId, version, text: demoText.pieceEdited }));
    expectOk(await addPiece(context, { id: ofRound, pieceId: written, part, text: demoText.pieceOwn }));
  });
  await play(stage, { at: instantOf(addDays(stage.today, -1), 17), by }, async (context) => {
    expectOk(await makeConsolidation(context, { id: ofScheme, typed: { loai: 'scheme', 'de-an': code, ...own } }));
    expectOk(await moveConsolidation(context, { id: ofScheme, version: 1, move: 'freeze' }));
  });
}
