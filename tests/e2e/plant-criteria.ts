/** A criteria set of the planted block that is published, and one of next year that is being written. */
import { beginSet } from '../../app/features/criteria/drafting.server.ts';
import { changeSet } from '../../app/features/criteria/editing.server.ts';
import { moveSet } from '../../app/features/criteria/publishing.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { sampleCriteria } from '../evaluations.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

export async function plantPublishedCriteria(app: App, cast: Cast, blockCode: string): Promise<string> {
  const year = new Date().getFullYear();
  const id = await begin(app, cast, { blockId: await idOf(app, blockCode), year, title: 'Bộ tiêu chí mẫu' });
  const paper = { number: '12/HD-HĐTĐKT', date: `${year}-01-02` };
  await as(app, cast.people.appraiser, (context) =>
    moveSet(context, { id, version: 2, move: 'publish', paper, reason: 'Lý do mẫu' }),
  );
  return id;
}

export async function plantDraftCriteria(app: App, cast: Cast, blockCode: string): Promise<string> {
  const year = new Date().getFullYear() + 1;
  return begin(app, cast, { blockId: await idOf(app, blockCode), year, title: 'zqCriteria' });
}

const idOf = async (app: App, code: string): Promise<string> =>
  (await app.db.selectFrom('block').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id;

type Begun = { readonly blockId: string; readonly year: number; readonly title: string };

async function begin(app: App, { people, units }: Cast, { blockId, year, title }: Begun): Promise<string> {
  const id = newId();
  const of = { movementId: null, review: null, from: { kind: 'empty' } } as const;
  await as(app, people.appraiser, (context) => beginSet(context, { id, blockId, year, title, ...of }));
  const criteria = sampleCriteria.map((one) =>
    one.way === 'expert' ? { ...one, expertUnitId: units.department } : one,
  );
  await as(app, people.appraiser, (context) =>
    changeSet(context, { id, version: 1, change: { kind: 'criteria', criteria } }),
  );
  return id;
}
