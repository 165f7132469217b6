/** Consolidated reports of the round that is open: a draft with words of its own, one that waits for its head; and their forms. */
import { makeConsolidation } from '../../app/features/consolidation/drafting.server.ts';
import { addPiece } from '../../app/features/consolidation/editing.server.ts';
import { moveConsolidation } from '../../app/features/consolidation/moving.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import type { WrongForm } from './forms.ts';
import { as } from './plant.ts';
import type { Planted } from './planted.ts';

type Consolidations = Pick<Planted, 'consolidation' | 'frozenConsolidation' | 'piece'>;

export async function plantConsolidations(app: App, { people, units }: Cast): Promise<Consolidations> {
  const { appraiser } = people;
  const open = app.db.selectFrom('reporting_round').select('id').where('stage', '=', 'open');
  const { id: ky } = await open.executeTakeFirstOrThrow();
  const [consolidation, frozenConsolidation, piece] = [newId(), newId(), newId()];
  for (const id of [consolidation, frozenConsolidation])
    await as(app, appraiser, (context) => makeConsolidation(context, { id, typed: { loai: 'round', ky } }));
  const words = { id: consolidation, pieceId: piece, part: 'gui-bao-cao', text: 'zqConsolidation' };
  await as(app, appraiser, (context) => addPiece(context, words));
  // Whose paper it is, somebody of the cast is the head of.
  const theirs = app.db.updateTable('consolidation').set({ unit_id: units.communeBinh });
  await theirs.where('id', '=', frozenConsolidation).execute();
  await as(app, appraiser, (context) =>
    moveConsolidation(context, { id: frozenConsolidation, version: 1, move: 'freeze' }),
  );
  return { consolidation, frozenConsolidation, piece };
}

export function consolidationForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  const draft = `/bao-cao-tong-hop/${planted.consolidation}`;
  const frozen = `/bao-cao-tong-hop/${planted.frozenConsolidation}`;
  return {
    'POST /bao-cao-tong-hop/moi': {
      who: 'appraiser',
      path: '/bao-cao-tong-hop/moi',
      typed: { loai: 'final' },
      at: 'so-lieu',
    },
    'POST /bao-cao-tong-hop/:id/the-thuc': {
      who: 'appraiser',
      path: `${draft}/the-thuc`,
      typed: { title: 'Trích yếu mẫu', symbol: ' ' },
      at: 'symbol',
    },
    'POST /bao-cao-tong-hop/:id/muc/:part add': {
      who: 'appraiser',
      path: `${draft}/muc/gui-bao-cao`,
      typed: { text: ' ' },
      at: 'text',
    },
    'POST /bao-cao-tong-hop/:id/doan/:pieceId': {
      who: 'appraiser',
      path: `${draft}/doan/${planted.piece}`,
      typed: { text: ' ' },
      at: 'text',
    },
    'POST /bao-cao-tong-hop/:id issue': {
      who: 'headOfBinh',
      path: frozen,
      typed: { 'so-hieu': '15/BC-UBND', 'ngay-ky': '2099-01-01' },
      at: 'ngay-ky',
    },
    'POST /bao-cao-tong-hop/:id return': { who: 'headOfBinh', path: frozen, typed: { 'ly-do': ' ' }, at: 'ly-do' },
  };
}
