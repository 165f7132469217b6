/** Files attached to decisions, on a decision desk (tests/decisions.ts). */
import { PDF } from '@libpdf/core';
import { addAnnex, readAnnex } from '../app/features/decisions/annexes.server.ts';
import { approveDecision } from '../app/features/decisions/approving.server.ts';
import { signDecision } from '../app/features/decisions/sealing.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import { act } from '../app/platform/command.server.ts';
import { newId } from '../app/platform/id.server.ts';
import { asked, doAs, givenDraft, sign, submit } from './decisions.ts';
import type { Desk } from './desk.ts';
import { people } from './world.ts';

/** The same bytes each time: a PDF made anew has another identifier. */
const sheets = new Map<number, Promise<Uint8Array>>();
export function sheet(pages = 1): Promise<Uint8Array> {
  const there = sheets.get(pages) ?? blank(pages);
  sheets.set(pages, there);
  return there;
}
async function blank(pages: number): Promise<Uint8Array> {
  const pdf = PDF.create();
  for (let n = 0; n < pages; n += 1) pdf.addPage({ width: 595, height: 842 });
  return pdf.save();
}

export const readFileFor = ({ services }: Desk, name: string, bytes: Uint8Array) =>
  readAnnex(services, { name, uploads: [{ field: 'tep', name: 'a.pdf', bytes }] });

export async function attach(
  desk: Desk,
  id: string,
  { name, pages, by = people.appraiser }: { readonly name: string; readonly pages?: number; readonly by?: Person },
) {
  const annex = expectOk(await readFileFor(desk, name, await sheet(pages)));
  const order = { ...(await asked(desk, id)), annexId: newId(), annex };
  return doAs(desk, by, (context) => addAnnex(context, desk.services, order));
}

export async function sealWhole(desk: Desk, id: string) {
  const order = { deed: 'seal', asked: await asked(desk, id), sent: { fields: {}, uploads: [] } } as const;
  return signDecision(desk.edge(people.appraiser), order, act);
}

/** Signed by the person, its files of one page, two pages and so on, in the order of their names. */
export async function givenSignedWith(desk: Desk, ...names: readonly string[]): Promise<string> {
  const id = await givenDraft(desk);
  for (const [n, name] of names.entries()) expectOk(await attach(desk, id, { name, pages: n + 1 }));
  await submit(desk, id);
  const order = await asked(desk, id);
  expectOk(await doAs(desk, people.decidingAuthority, (context) => approveDecision(context, desk.services, order)));
  expectOk(await sign(desk, id, 'person'));
  return id;
}
