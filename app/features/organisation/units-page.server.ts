/** What the page of units and its downloads read, from the same address. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Edge } from '../../platform/command.server.ts';
import { readPage } from '../../ui/address.ts';
import { blocksOf } from './block-queries.server.ts';
import { readUnitsQuery } from './unit-filter.ts';
import { unitsAll, unitsPage } from './unit-list.server.ts';
import { unitChoices, unitDetail } from './unit-queries.server.ts';

export const unitsPerPage = 50;

export async function unitsSeen(edge: Edge, request: Request) {
  const { services, actor } = edge;
  const { pathname, search, searchParams } = new URL(request.url);
  const query = readUnitsQuery(search, plainDateIn(services.clock()));
  const page = readPage(search);
  const isGrid = searchParams.get('xem') === 'luoi';
  const [list, blocks, communes, parent] = await Promise.all([
    unitsPage(services.db, actor, query, { page, size: unitsPerPage }),
    blocksOf(services.db, actor, query.year),
    isGrid ? unitChoices(services.db, actor, ['commune'], query.on) : [],
    query.parentCode === null ? undefined : unitDetail(services.db, actor, query.parentCode, query.on ?? undefined),
  ]);
  return {
    ...list,
    page,
    query,
    blocks,
    communes,
    isGrid,
    parentName: parent?.name,
    view: { path: pathname, query: search },
  };
}
export type UnitsSeen = Awaited<ReturnType<typeof unitsSeen>>;

export async function unitsToTake(edge: Edge, request: Request) {
  const query = readUnitsQuery(new URL(request.url).search, plainDateIn(edge.services.clock()));
  return { query, rows: await unitsAll(edge.services.db, edge.actor, query) };
}
