/** What the papers of a dossier are printed from. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { findListed } from './list.server.ts';
import type { ListedDossier } from './list.server.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import type { ReportRow } from './reports.server.ts';
import { findReport } from './reports.server.ts';

export type PrintedDossier = {
  readonly dossier: ListedDossier;
  readonly nominees: readonly NomineeRow[];
  readonly issuer: Issuer;
  readonly receiver: Issuer;
  readonly today: PlainDate;
};

/** Undefined for whoever may not know of it, and while nobody is proposed. */
export async function printedDossier(
  db: Kysely<DB>,
  actor: Actor,
  { id, today }: { readonly id: string; readonly today: PlainDate },
): Promise<PrintedDossier | undefined> {
  const dossier = await findListed(db, actor, id);
  if (!dossier) return undefined;
  const nominees = (await nomineesOf(db, id)).filter(({ outcome }) => outcome !== 'removed');
  if (nominees.length === 0) return undefined;
  const [issuer, receiver] = await Promise.all([issuerAt(db, dossier.unitId), issuerAt(db, dossier.toUnitId)]);
  return { dossier, nominees, issuer, receiver, today };
}

export type PrintedReport = PrintedDossier & { readonly nominee: NomineeRow; readonly report: ReportRow };

export async function printedReport(
  db: Kysely<DB>,
  actor: Actor,
  { id, nomineeId, today }: { readonly id: string; readonly nomineeId: string; readonly today: PlainDate },
): Promise<PrintedReport | undefined> {
  const printed = await printedDossier(db, actor, { id, today });
  const nominee = printed?.nominees.find((one) => one.id === nomineeId);
  const report = nominee && (await findReport(db, nominee.id));
  return printed && nominee && report ? { ...printed, nominee, report } : undefined;
}
