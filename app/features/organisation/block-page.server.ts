/** What a block's page reads, and the three things done on it. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { pageNotFound } from '../../platform/http.server.ts';
import type { Typed } from '../../platform/http.server.ts';
import { isAliveInYear } from './block.ts';
import { readBlock, readSeats, typedBlock } from './block-form.ts';
import { blockDetail } from './block-queries.server.ts';
import { candidatesFor } from './block-store.server.ts';
import { changeBlock, copyMembers, setMembers } from './blocks.server.ts';
import { unitChoices } from './unit-queries.server.ts';
import { yearAsked } from './year-asked.server.ts';

export async function blockSeen(edge: Edge, request: Request, code: string) {
  const { db } = edge.services;
  const year = yearAsked(edge, request);
  const detail = (await blockDetail(db, edge.actor, code, year)) ?? pageNotFound();
  const candidates = await candidatesFor(db, detail.block.id, year);
  const members = new Set(detail.members.map(({ id }) => id));
  const free = (await unitChoices(db, edge.actor)).filter(({ id }) => {
    const one = candidates.get(id);
    if (!one?.takesPart || one.otherBlock !== null || members.has(id)) return false;
    return isAliveInYear(one, year);
  });
  return { ...detail, free };
}

export type BlockDone = { readonly copied?: number; readonly left?: readonly string[] };

/** `do` says which of the page's forms was sent. */
export async function shapeBlock(
  edge: Edge,
  { fields, many }: Typed,
  aim: { readonly blockId: string; readonly year: number },
): Promise<Result<BlockDone, Refusal>> {
  const at = { blockId: aim.blockId, version: Number(fields['version']) || 0 };
  if (fields['do'] === 'copy') {
    return act(edge, (context) => copyMembers(context, { ...at, fromYear: aim.year - 1, toYear: aim.year }));
  }
  if (fields['do'] === 'rename') {
    const { input } = readBlock({ ...typedBlock(fields), code: 'x' });
    if (!input) return refuse({ kind: 'name_missing' });
    const done = await act(edge, (context) => changeBlock(context, { ...at, name: input.name, kind: input.kind }));
    return done.ok ? ok({}) : done;
  }
  const seats = readSeats(fields, many('them'));
  const done = await act(edge, (context) => setMembers(context, { ...at, year: aim.year, seats }));
  return done.ok ? ok({}) : done;
}
