/**
 * Two people edited one thing: whoever came second was shown both versions side by side (ui/Compare.tsx), and the form
 * comes back with which of them to keep. Neither chosen is no answer, and both are shown again.
 */
type Fields = Readonly<Record<string, string>>;
type Names = { readonly version: string; readonly choice: string };

const usual: Names = { version: 'version', choice: 'chon' };

/** The version of a row that never was: no command finds it. */
const undecided = -1;

/** The version of the row that a form was drawn from, as the command is to find it. */
export function versionIn(fields: Fields, { version, choice }: Names = usual): number {
  return fields[choice] === '' ? undecided : Number(fields[version]);
}

/** The other version was chosen: it is stored already, and nothing is to be done. */
export function keepsTheirs(fields: Fields, { choice }: Pick<Names, 'choice'> = usual): boolean {
  return fields[choice] === 'theirs';
}
