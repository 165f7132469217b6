/** Who can be added to a list that is shown: whoever is still proposed and does not stand on it. */

type Proposed = { readonly id: string; readonly outcome: 'open' | 'granted' | 'refused' | 'removed' };

export function notOnList<Nominee extends Proposed>(
  { items }: { readonly items: readonly { readonly nomineeId: string }[] },
  nominees: readonly Nominee[],
): readonly Nominee[] {
  const shown = new Set(items.map(({ nomineeId }) => nomineeId));
  return nominees.filter(({ id, outcome }) => outcome === 'open' && !shown.has(id));
}
