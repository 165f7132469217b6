/** Which deeds make the history of a holder, and which columns of the register changed with one of them. */

export const historyKinds = [
  'holder.entered',
  'holder.changed',
  'holder.noted',
  'holder.merged',
  'holder.unmerged',
  'holder.kept_apart',
  'holder.identity_seen',
  'holder.exported',
  'honour.entered',
  'honour.imported',
  'honour.corrected',
  'honour.struck',
  'honour.unstruck',
  'honour.revoked',
  'honour.restored',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** What a clerk typed, in the order of its form. Versions, ids and hands are left out; so is the number, which is only known to be there. */
export const toldColumns = [
  'name',
  'unit_id',
  'group_code',
  'gender',
  'birth_year',
  'position_title',
  'is_leader',
  'works_directly',
  'founded_year',
  'ended_on',
  'identity',
  'award_code',
  'year',
  'kind',
  'achievement',
  'decision_number',
  'decided_on',
  'decided_by',
  'golden_book_number',
  'source',
] as const;
export type ToldColumn = (typeof toldColumns)[number];
export type Change = { readonly column: ToldColumn; readonly before: unknown; readonly after: unknown };

type Columns = Readonly<Record<string, unknown>> | null;

/** Of an entry with both sides what differs; of a new row what it says. A column that the later side does not name was left as it is. */
export function changesBetween(before: Columns, after: Columns): readonly Change[] {
  if (!after) return [];
  return toldColumns.flatMap((column) => {
    if (!(column in after)) return [];
    const [was, is] = [before?.[column] ?? null, after[column] ?? null];
    const isNoNumber = column === 'identity' && before === null && is === false;
    return was === is || isNoNumber ? [] : [{ column, before: was, after: is }];
  });
}
