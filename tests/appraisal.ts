/** Dossiers at the appraiser's desk, with what hangs on them, in the world of dossiers. */
import type { Transaction } from 'kysely';
import { appraiseNominee } from '../app/features/appraisal/concluding.server.ts';
import { appraisedNominees } from '../app/features/appraisal/appraised.server.ts';
import { concludedNominees } from '../app/features/appraisal/concluded.server.ts';
import type { AppraisedNominee } from '../app/features/appraisal/appraised.server.ts';
import { enterFlag } from '../app/features/appraisal/flags.server.ts';
import type { LeaveAppraisal, Leaving } from '../app/features/appraisal/leaving.server.ts';
import type { TypedFields } from '../app/features/appraisal/typed.ts';
import { nomineesOf } from '../app/features/dossiers/nominee-rows.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { createSeal } from '../app/platform/seal.server.ts';
import { dossierRow, givenDossier, givenHolder } from './dossiers.ts';
import { contextFor, people, today } from './world.ts';

export const seal = createSeal(Buffer.alloc(32, 7));
export const emulator = 'chien-si-thi-dua-toan-quoc';
export const order = 'huan-chuong-lao-dong-ba';

type Given = {
  readonly names?: readonly string[];
  readonly awardCode?: string;
  readonly simplified?: string;
};

/** Of communeAn to the province, received; one nominee for each name. */
export async function givenAppraising(
  tx: Transaction<DB>,
  { names = ['Nguyễn Văn Mẫu'], awardCode = 'bang-khen-tinh', simplified }: Given = {},
): Promise<{ readonly id: string; readonly nominees: readonly string[] }> {
  const proposed: { holderId: string; awardCode: string }[] = [];
  for (const name of names) proposed.push({ holderId: await givenHolder(tx, { name }), awardCode });
  const typed = simplified ? { kind: 'sudden', simplified } : {};
  const id = await givenDossier(tx, { proposed, typed }, ['submit', people.headOfAn], ['receive', people.appraiser]);
  const nominees = (await nomineesOf(tx, id)).map((one) => one.id);
  return { id, nominees };
}

export async function seen(tx: Transaction<DB>, dossierId: string): Promise<readonly AppraisedNominee[]> {
  const dossier = await dossierRow(tx, dossierId);
  const all = await concludedNominees(tx, dossier, today);
  const ids = all.map(({ id }) => id);
  return appraisedNominees(tx, people.appraiser, { dossier, all, ids }, today);
}

export async function seenOne(tx: Transaction<DB>, dossierId: string, nomineeId: string): Promise<AppraisedNominee> {
  const found = (await seen(tx, dossierId)).find(({ id }) => id === nomineeId);
  if (!found) throw new Error('there is no such nominee');
  return found;
}

export async function concluded(
  tx: Transaction<DB>,
  dossierId: string,
  nomineeId: string,
  typed: TypedFields = { conclusion: 'qualified' },
): Promise<void> {
  const { appraisalVersion: version } = await seenOne(tx, dossierId, nomineeId);
  expectOk(await appraiseNominee(contextFor(tx, people.appraiser), { dossierId, nomineeId, version, typed }));
}

export const typedFlag = (more: TypedFields = {}): TypedFields => ({
  kind: 'thue',
  name: 'Nguyễn Văn Mẫu',
  unit: 'Xã Mẫu An',
  number: '12/CV-MAU',
  date: '2026-06-01',
  what: 'Chậm nộp thuế mẫu quý I năm 2026.',
  ...more,
});

export async function givenFlag(tx: Transaction<DB>, more: TypedFields = {}): Promise<string> {
  const id = newId();
  expectOk(await enterFlag(contextFor(tx, people.appraiser), seal, { id, typed: typedFlag(more) }));
  return id;
}

export async function leaveOrder(
  tx: Transaction<DB>,
  dossierId: string,
  move: Leaving,
  typed: TypedFields = {},
): Promise<LeaveAppraisal> {
  const { version } = await dossierRow(tx, dossierId);
  return { dossierId, version, move, typed };
}

/** An unseen token reads nothing, whatever its owner holds. */
export const asToken = (person: Person): Person => ({ ...person, scopes: ['initiatives:read'] });
