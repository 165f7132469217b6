/** One thing to mend. `field` is the name of the control; without it the error is about the whole form. */
export type FieldError = {
  readonly field?: string | undefined;
  readonly label?: string | undefined;
  readonly message: string;
};

/** As the words of a feature give it: what is of no field stands under an empty name. */
export type ShownProblem = { readonly field: string; readonly label: string; readonly message: string };
