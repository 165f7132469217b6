/**
 * What a verification says of a PDF. A fault is something known to be wrong; a caution is something that could not be known, or that a
 * reader should be told. Nothing that is unknown is ever called good.
 */
export const signatureFaults = [
  /** The bytes are not those that were signed. */
  'changed',
  /** The range does not fit the file as it must: parts could hide outside of it. */
  'range_broken',
  /** The signature is not by the key of its certificate, or no CMS at all. */
  'signature_wrong',
  /** The signature does not name its certificate (ESS signing-certificate-v2). */
  'certificate_not_bound',
  /** A digest or key that is no longer trusted, such as SHA-1. */
  'weak',
  /** Something besides a signature was added after it was signed. */
  'changed_since',
  'expired',
  'not_yet_valid',
  /** Not a certificate for signing papers. */
  'not_for_signing',
  /** No way to a root that this product trusts. */
  'untrusted',
  /** Before it signed, or nobody can prove that it was after. */
  'revoked',
  'stamp_wrong',
  'stamp_untrusted',
] as const;
export type SignatureFault = (typeof signatureFaults)[number];

export const signatureCautions = ['revocation_unknown', 'revoked_since', 'no_stamp', 'trial'] as const;
export type SignatureCaution = (typeof signatureCautions)[number];

export type SignatureVerdict = {
  readonly field: string;
  /** As its certificate says. */
  readonly signer: string;
  readonly organisation: string | null;
  readonly issuer: string;
  /** By the time stamp where it is good, else as the file claims. ISO 8601. */
  readonly at: string | null;
  readonly stampedBy: string | null;
  /** SHA-256 of the certificate, hex: by which a signer is told from another of the same name. */
  readonly fingerprint: string;
  readonly isLast: boolean;
  readonly faults: readonly SignatureFault[];
  readonly cautions: readonly SignatureCaution[];
};

export const hazards = ['script', 'launch', 'embedded_file', 'media', 'opens_by_itself'] as const;
export type Hazard = (typeof hazards)[number];

export type PdfVerdict = {
  readonly signatures: readonly SignatureVerdict[];
  /** Something stands behind what the last signature covers, a page for example. */
  readonly isAppended: boolean;
  readonly hazards: readonly Hazard[];
};

export type PdfUnreadable =
  | { readonly kind: 'pdf_too_large'; readonly limit: number }
  | { readonly kind: 'not_a_pdf' }
  | { readonly kind: 'pdf_malformed' }
  | { readonly kind: 'pdf_encrypted' }
  /** It takes longer or more memory than any honest paper. */
  | { readonly kind: 'pdf_too_heavy' };

/** Signed, whole, and nothing wrong with any signature. */
export function isSound({ signatures, isAppended }: PdfVerdict): boolean {
  return signatures.length > 0 && !isAppended && signatures.every(({ faults }) => faults.length === 0);
}
