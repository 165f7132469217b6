/**
 * The submission to the centre as it was signed: a PDF that was hung on the dossier after its unit had handed it in, so by whoever sends it up. A scan of the
 * signed original carries no signature of its own and may go; one whose signature is broken may not.
 */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Services } from '../../platform/services.server.ts';
import { trustOf } from '../../platform/signing/desk.server.ts';
import type { PdfVerdict, SignatureFault } from '../../platform/signing/verdict.ts';
import { verifyPdf } from '../../platform/signing/verify.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { placeOfPaper } from '../dossiers/papers.ts';
import { bytesOf } from './stored.server.ts';

export type SignedSubmission = { readonly name: string; readonly hash: string };

export function submissionsOf(
  db: Kysely<DB>,
  { id, submittedAt }: Pick<DossierRow, 'id' | 'submittedAt'>,
): Promise<readonly SignedSubmission[]> {
  return db
    .selectFrom('attachment as a')
    .innerJoin('stored_file as f', 'f.hash', 'a.hash')
    .where('a.subject_kind', '=', 'dossier')
    .where('a.subject_id', '=', id)
    .where('a.place', '=', placeOfPaper('submission'))
    .where('a.detached_at', 'is', null)
    .where('f.media_type', '=', 'application/pdf')
    .$if(submittedAt !== null, (some) => some.where('a.attached_at', '>', submittedAt))
    .select(['a.name', 'a.hash'])
    .orderBy('a.attached_at')
    .execute();
}

/** `broken`: changed since it was signed. `doubtful`: whole, but not everything of its signatures could be proven here. */
export type SignedState = 'sound' | 'doubtful' | 'broken' | 'unsigned' | 'unreadable';
export type CheckedSubmission = SignedSubmission & { readonly state: SignedState; readonly signers: readonly string[] };

export async function checkSubmissions(
  services: Services,
  submissions: readonly SignedSubmission[],
): Promise<readonly CheckedSubmission[]> {
  const trust = await trustOf(services);
  const checked: CheckedSubmission[] = [];
  for (const one of submissions) {
    const pdf = await bytesOf(services.files, one.hash);
    const verified = pdf && (await verifyPdf({ pdf, trust, now: services.clock() }));
    checked.push(
      verified?.ok
        ? { ...one, state: stateOf(verified.value), signers: verified.value.signatures.map(({ signer }) => signer) }
        : { ...one, state: 'unreadable', signers: [] },
    );
  }
  return checked;
}

const breaking: readonly SignatureFault[] = ['changed', 'range_broken', 'signature_wrong', 'changed_since'];

function stateOf({ signatures, isAppended }: PdfVerdict): SignedState {
  if (signatures.length === 0) return 'unsigned';
  const faults = signatures.flatMap((one) => one.faults);
  if (isAppended || faults.some((fault) => breaking.includes(fault))) return 'broken';
  return faults.length > 0 ? 'doubtful' : 'sound';
}
