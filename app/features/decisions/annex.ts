/** A file attached to a decision, in a file of its own. */
export const annexesAtMost = 20;
export const annexNameLimit = 200;
/** Of the signature in such a file: one that was signed by others before may have fields of its own. */
export const annexField = 'con-dau-tep-kem-theo';

export type AnnexProblem =
  | 'unnamed'
  | 'name_too_long'
  | 'no_file'
  /** Scripts, files inside and the like: nothing that a body signs holds them. */
  | 'hazardous'
  | 'not_signable'
  | 'too_many'
  | 'added_already';

export const fieldOfAnnexProblem: Readonly<Record<AnnexProblem, 'ten-tep' | 'tep'>> = {
  unnamed: 'ten-tep',
  name_too_long: 'ten-tep',
  no_file: 'tep',
  hazardous: 'tep',
  not_signable: 'tep',
  too_many: 'tep',
  added_already: 'tep',
};
