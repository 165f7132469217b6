/** The register of packages sent to the centre: sent, received there, returned for completion; sent again as a next edition. */
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import type { PackedFile } from './parts.ts';
import type { CentreDeed } from './rights.ts';
import { centreRights } from './rights.ts';
import type { SendingWrong, Typed } from './typed.ts';
import { readReceipt, readReturn, readSending } from './typed.ts';

export type NotAtCentre = { readonly kind: 'not_at_centre' };
export type SentAlready = { readonly kind: 'sent_already'; readonly number: string };
export type NumberUsed = { readonly kind: 'number_used'; readonly code: string };
export type SendRefusal = PermitRefusal | NotThere | LostRace | NotAtCentre | SentAlready | NumberUsed | SendingWrong;
type Held = { readonly dossier: DossierRow; readonly allowed: Permit<CentreDeed> };

export type SendPackage = {
  readonly id: string;
  readonly dossierId: string;
  /** Of the dossier from which the package was put together. */
  readonly version: number;
  readonly typed: Typed;
  readonly manifest: readonly PackedFile[];
  /** Of the zip, in the store already. */
  readonly file: { readonly hash: string; readonly size: number };
};

export async function sendPackage(
  context: Context,
  command: SendPackage,
): Promise<Result<{ id: string }, SendRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, dossierId, version, manifest, file } = command;
  const held = await heldFor(context, dossierId, 'send');
  if (!held.ok) return held;
  const { dossier, allowed } = held.value;
  if (actor.kind !== 'person') throw new Error('only people send packages');
  const there = await tx
    .selectFrom('central_package')
    .select(['id', 'number', 'edition', 'returned_on as returnedOn'])
    .where('dossier_id', '=', dossierId)
    .orderBy('edition', 'desc')
    .executeTakeFirst();
  if (there?.id === id) return ok({ id: dossierId });
  if (there && there.returnedOn === null) return refuse({ kind: 'sent_already', number: there.number });
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const read = readSending(command.typed, plainDateIn(now));
  if (!read.ok) return read;
  const used = await usedBy(context, read.value.number, read.value.sentOn.slice(0, 4), dossierId);
  if (used !== undefined) return refuse({ kind: 'number_used', code: used });
  await tx
    .insertInto('stored_file')
    .values({ hash: file.hash, size: file.size, media_type: 'application/zip', stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { number, sentOn, way, note } = read.value;
  const row = { id, dossier_id: dossierId, edition: (there?.edition ?? 0) + 1, number, sent_on: sentOn, way, note };
  await tx
    .insertInto('central_package')
    .values({
      ...row,
      manifest: JSON.stringify(manifest),
      file_hash: file.hash,
      sent_by: actor.personId,
      sent_at: now,
    })
    .execute();
  const after = { ...row, file_hash: file.hash, files: manifest.length };
  const subject = { kind: 'dossier', id: dossierId };
  await record({ permit: allowed, kind: 'centre.sent', subject, unitId: dossier.unitId, after });
  return ok({ id: dossierId });
}

async function heldFor(
  { tx, actor }: Context,
  dossierId: string,
  deed: CentreDeed,
): Promise<Result<Held, PermitRefusal | NotThere | NotAtCentre>> {
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitTo(centreRights, deed, actor, dossier.places.receiver);
  if (!allowed.ok) return allowed;
  return dossier.stage === 'at_centre' ? ok({ dossier, allowed: allowed.value }) : refuse({ kind: 'not_at_centre' });
}

/** The code of another dossier that went out under this number in the same year. */
async function usedBy({ tx }: Context, number: string, year: string, dossierId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('central_package as p')
    .innerJoin('dossier as d', 'd.id', 'p.dossier_id')
    .select('d.code')
    .where('p.number', '=', number)
    .where('p.sent_on', '>=', `${year}-01-01`)
    .where('p.sent_on', '<=', `${year}-12-31`)
    .where('p.dossier_id', '<>', dossierId)
    .executeTakeFirst();
  return row?.code;
}

export type NotePackage = { readonly dossierId: string; readonly version: number; readonly typed: Typed };
export type NotSent = { readonly kind: 'not_sent' };
export type NoteRefusal = PermitRefusal | NotThere | LostRace | NotAtCentre | NotSent | SendingWrong;

export function noteReceipt(context: Context, command: NotePackage): Promise<Result<{ id: string }, NoteRefusal>> {
  return note(context, command, 'receipt');
}
export function noteReturn(context: Context, command: NotePackage): Promise<Result<{ id: string }, NoteRefusal>> {
  return note(context, command, 'return');
}

/** That lies at the centre: sent, and not returned. */
export function packageOut(tx: Context['tx'], dossierId: string) {
  return tx
    .selectFrom('central_package')
    .select(['id', 'version', 'sent_on as sentOn'])
    .where('dossier_id', '=', dossierId)
    .where('returned_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** `version`: of the package. */
async function note(
  context: Context,
  { dossierId, version, typed }: NotePackage,
  deed: 'receipt' | 'return',
): Promise<Result<{ id: string }, NoteRefusal>> {
  const { tx, now, record } = context;
  const held = await heldFor(context, dossierId, deed);
  if (!held.ok) return held;
  const sent = await packageOut(tx, dossierId);
  if (!sent) return refuse({ kind: 'not_sent' });
  if (sent.version !== version) return refuse({ kind: 'lost_race', current: sent.version });
  const when = { today: plainDateIn(now), notBefore: sent.sentOn };
  const read = deed === 'receipt' ? readReceipt(typed, when) : readReturn(typed, when);
  if (!read.ok) return read;
  const after = { ...read.value, version: version + 1 };
  await tx.updateTable('central_package').set(after).where('id', '=', sent.id).execute();
  await record({
    permit: held.value.allowed,
    kind: deed === 'receipt' ? 'centre.received' : 'centre.returned',
    subject: { kind: 'dossier', id: dossierId },
    unitId: held.value.dossier.unitId,
    after: { packageId: sent.id, ...after },
  });
  return ok({ id: dossierId });
}
