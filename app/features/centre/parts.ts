/**
 * What a package to the centre needs (Nghị định 152/2025/NĐ-CP, Điều 33.11, 33.12, 36 to 42): the submission signed as PDF, submission and list
 * as Word, reports, minutes, the council's shares where a vote is laid down. The product makes the Word and the list of files itself.
 */
export const partKinds = ['number', 'signed_submission', 'minutes', 'report', 'certificate', 'ballot'] as const;
export type PartKind = (typeof partKinds)[number];
export type Missing = { readonly kind: PartKind; readonly name?: string };

export type Contents = {
  /** The submission has its number and day. */
  readonly isNumbered: boolean;
  readonly hasSignedSubmission: boolean;
  readonly hasMinutes: boolean;
  readonly hasBallotFile: boolean;
  readonly nominees: readonly {
    readonly name: string;
    readonly report: 'there' | 'missing';
    readonly certificate: 'there' | 'missing' | 'not_asked';
    /** A vote is laid down for its award; the council's result is in the product. */
    readonly needsVote: boolean;
    readonly hasVote: boolean;
  }[];
};

export function missingParts(contents: Contents): readonly Missing[] {
  const { isNumbered, hasSignedSubmission, hasMinutes, hasBallotFile, nominees } = contents;
  return [
    ...(isNumbered ? [] : [{ kind: 'number' } as const]),
    ...(hasSignedSubmission ? [] : [{ kind: 'signed_submission' } as const]),
    ...(hasMinutes ? [] : [{ kind: 'minutes' } as const]),
    ...nominees.flatMap(({ name, report, certificate, needsVote, hasVote }): readonly Missing[] => [
      ...(report === 'missing' ? [{ kind: 'report', name } as const] : []),
      ...(certificate === 'missing' ? [{ kind: 'certificate', name } as const] : []),
      ...(needsVote && !hasVote && !hasBallotFile ? [{ kind: 'ballot', name } as const] : []),
    ]),
  ];
}

export type PackedFile = { readonly path: string; readonly size: number; readonly sha256: string };
