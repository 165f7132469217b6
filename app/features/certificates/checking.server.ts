/**
 * What a stranger is told. By the code on the paper: what stands on that paper, and whether it was revoked since. By a number: that there is such
 * a decision or entry, names masked. By a file: whether it is byte for byte what was issued, and what its signatures are worth. No more than that.
 */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { hashOf } from '../../platform/files/content-hash.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Services } from '../../platform/services.server.ts';
import { fileIdOf } from '../../platform/signing/file-id.ts';
import { trustOf } from '../../platform/signing/desk.server.ts';
import type { PdfUnreadable, PdfVerdict } from '../../platform/signing/verdict.ts';
import { isSound } from '../../platform/signing/verdict.ts';
import { verifyPdf } from '../../platform/signing/verify.server.ts';
import { numberOf } from '../decisions/number.server.ts';
import type { CertificateRow } from './certificate.server.ts';
import { findByCode, findByGolden, findByIds } from './certificate.server.ts';
import { masked, readCode } from './code.ts';
import type { FoundRevocation } from './revoking.server.ts';
import { findRevoking } from './revoking.server.ts';

/** A decision to grant. */
export type Found = {
  readonly of: 'award';
  readonly number: string;
  readonly issuer: string;
  readonly decidedOn: PlainDate;
  readonly decisionId: string;
  readonly people: number;
  /** Of those, whose award was revoked since. */
  readonly revoked: number;
  /** Names of the files attached to it. */
  readonly annexes: readonly string[];
};
export type MaskedCertificate = Pick<
  CertificateRow,
  'awardCode' | 'decisionNumber' | 'decidedOn' | 'goldenBookNumber' | 'revokedOn' | 'revokedBy'
> & {
  readonly name: string;
  readonly issuer: string;
};

export type LookedUp =
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'number';
      readonly decisions: readonly (Found | FoundRevocation)[];
      readonly certificates: readonly MaskedCertificate[];
    }
  | { readonly kind: 'unknown' };

/** A code leads to its own page; a number may be a decision's or one of the golden book. */
export async function lookUp(db: Kysely<DB>, typed: string): Promise<LookedUp> {
  const code = readCode(typed);
  if (code !== undefined && (await findByCode(db, code))) return { kind: 'code', code };
  const number = typed.normalize('NFC').trim().toUpperCase().slice(0, 60);
  const [decisions, certificates] = await Promise.all([decisionsNumbered(db, number), findByGolden(db, number)]);
  if (decisions.length + certificates.length === 0) return { kind: 'unknown' };
  return { kind: 'number', decisions, certificates: certificates.map(maskedOf) };
}

function maskedOf({ name, content, holderKind, ...row }: CertificateRow): MaskedCertificate {
  const { awardCode, decisionNumber, decidedOn, goldenBookNumber, revokedOn, revokedBy } = row;
  const shown = holderKind === 'collective' ? name : masked(name);
  return {
    awardCode,
    decisionNumber,
    decidedOn,
    goldenBookNumber,
    revokedOn,
    revokedBy,
    name: shown,
    issuer: content.issuer,
  };
}

async function decisionsNumbered(db: Kysely<DB>, number: string): Promise<readonly (Found | FoundRevocation)[]> {
  const whole = number.replace(/^(\d)\//, '0$1/');
  const [granting, revoking] = await Promise.all([
    foundWhere(db, sql<boolean>`upper(${numberOf('d')}) = upper(${whole})`),
    findRevoking(db, sql<boolean>`upper(r.number) = upper(${whole})`),
  ]);
  return [...granting, ...revoking];
}

async function foundWhere(db: Kysely<DB>, where: ReturnType<typeof sql<boolean>>): Promise<readonly Found[]> {
  const rows = await db
    .selectFrom('decision as d')
    .where('d.stage', '=', 'issued')
    .where(where)
    .select(['d.id as decisionId', numberOf('d').as('number'), sql<string>`d.content ->> 'issuer'`.as('issuer')])
    .select(sql<PlainDate>`d.decided_on`.as('decidedOn'))
    .select(
      sql<number>`(select count(*) from decision_line l where l.decision_id = d.id and l.verdict = 'grant')`.as(
        'people',
      ),
    )
    .select(
      sql<number>`(select count(*) from decision_line l join honour o on o.nominee_id = l.nominee_id
        where l.decision_id = d.id and o.revoked_on is not null)`.as('revoked'),
    )
    .select(
      sql<
        readonly string[]
      >`array(select a.name from decision_annex a where a.decision_id = d.id order by a.position)`.as('annexes'),
    )
    .orderBy('d.decided_on', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => ({ ...row, of: 'award' }));
}

type Paper = {
  readonly decision: Found | FoundRevocation;
  /** Its name, of a file attached to the decision. */
  readonly annex?: string | undefined;
};
type Ours = Paper & { readonly verdict: PdfVerdict | undefined };

export type FileAnswer =
  /** Byte for byte what was issued: a decision, or a file attached to it. */
  | (Ours & { readonly kind: 'issued' })
  /** A paper of ours that was never issued: a draft with its number, or signed and not sealed. */
  | { readonly kind: 'not_issued' }
  | { readonly kind: 'certificate'; readonly certificates: readonly CertificateRow[] }
  /** It begins as an issued decision does and is not it. */
  | (Ours & { readonly kind: 'changed' })
  /** Signed, by whomever; not ours. */
  | { readonly kind: 'foreign'; readonly isSound: boolean; readonly verdict: PdfVerdict }
  | { readonly kind: 'unsigned'; readonly verdict: PdfVerdict }
  | { readonly kind: 'unreadable'; readonly why: PdfUnreadable };

export async function checkFile(services: Services, pdf: Uint8Array): Promise<FileAnswer> {
  const { db } = services;
  const sha256 = hashOf(pdf);
  const printed = await db
    .selectFrom('certificate_print')
    .select('certificate_id as id')
    .where('sha256', '=', sha256)
    .execute();
  if (printed.length > 0)
    return {
      kind: 'certificate',
      certificates: await findByIds(
        db,
        printed.map(({ id }) => id),
      ),
    };
  const issued = await issuedAs(db, sha256);
  const known = await isKnown(db, sha256);
  if (!issued && known) return { kind: 'not_issued' };
  const verified = await verifyPdf({ pdf, trust: await trustOf(services), now: services.clock() });
  const verdict = verified.ok ? verified.value : undefined;
  if (issued) return { ...issued, kind: 'issued', verdict };
  const like = await resembled(services, pdf);
  if (like) return { ...like, kind: 'changed', verdict };
  if (!verified.ok) return { kind: 'unreadable', why: verified.refusal };
  const isSigned = verified.value.signatures.length > 0;
  return isSigned
    ? { kind: 'foreign', isSound: isSound(verified.value), verdict: verified.value }
    : { kind: 'unsigned', verdict: verified.value };
}

async function issuedAs(db: Kysely<DB>, sha256: string): Promise<Paper | undefined> {
  const [granting] = await foundWhere(db, sql<boolean>`d.sealed_paper = ${sha256}`);
  const decision = granting ?? (await findRevoking(db, sql<boolean>`r.sealed_paper = ${sha256}`))[0];
  return decision ? { decision } : attachedWhere(db, sql<boolean>`a.signed_hash = ${sha256}`);
}

async function attachedWhere(db: Kysely<DB>, where: ReturnType<typeof sql<boolean>>): Promise<Paper | undefined> {
  const annex = await db
    .selectFrom('decision_annex as a')
    .innerJoin('decision as d', 'd.id', 'a.decision_id')
    .where('d.stage', '=', 'issued')
    .where(where)
    .select(['a.name', 'a.decision_id as decisionId'])
    .executeTakeFirst();
  const [decision] = annex ? await foundWhere(db, sql<boolean>`d.id = ${annex.decisionId}`) : [];
  return annex && decision && { decision, annex: annex.name };
}

/** On its way to be issued, or never issued. What was handed in to be attached is kept as it was and is not what was sealed. */
async function isKnown(db: Kysely<DB>, sha256: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from decision where ${sha256} in (paper, signed_paper, sealed_paper)
    union all select 1 from revocation where ${sha256} in (paper, signed_paper, sealed_paper)
    union all select 1 from decision_annex where ${sha256} in (file_hash, signed_hash) limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Every final paper carries an identifier of its own in its trailer (Typst derives it from the content), which changes of a page or a byte mostly
 * leave in place; so do most files that are attached. It proves nothing; it says of which decision a changed file is a copy.
 */
async function resembled({ db }: Services, pdf: Uint8Array): Promise<Paper | undefined> {
  const id = fileIdOf(pdf);
  if (id === undefined) return undefined;
  const [found] = await foundWhere(db, sql<boolean>`d.file_id = ${id}`);
  const decision = found ?? (await findRevoking(db, sql<boolean>`r.file_id = ${id}`))[0];
  return decision ? { decision } : attachedWhere(db, sql<boolean>`a.file_id = ${id}`);
}
