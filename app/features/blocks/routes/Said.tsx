import { Notice } from '../../../ui/Notice.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { blocksText } from '../text.ts';

/** What was done, or why not where that is of no field. */
export function Said({ done, refused }: { readonly done: string | null; readonly refused: Refused }) {
  const above = refused?.problems.filter(({ field }) => field === '') ?? [];
  const words = done === null ? undefined : blocksText.saved[done];
  return (
    <>
      {!refused && words && <Notice kind="success">{words}</Notice>}
      {above.length > 0 && <Notice kind="refusal">{above.map(({ message }) => message).join(' ')}</Notice>}
    </>
  );
}
