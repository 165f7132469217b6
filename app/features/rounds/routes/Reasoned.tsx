import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { RoundDetail } from '../list.server.ts';
import type { RoundDeed } from '../round-deeds.server.ts';
import type { Problem } from '../text.ts';
import { roundText } from '../text.ts';

export type RefusedRound =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: RoundDeed | undefined;
      readonly problems: readonly Problem[];
    }
  | undefined;
type Props = {
  readonly round: RoundDetail;
  readonly refused: RefusedRound;
  readonly deed: RoundDeed;
  readonly title: string;
  readonly verb?: string;
  readonly what?: string;
  /** Fields before the reason, given what was typed and what is wrong at a field. */
  readonly children?: (
    typed: (name: string) => string | undefined,
    errorAt: (name: string) => string | undefined,
  ) => ReactNode;
};

/** A deed that needs a reason, folded until it is wanted or was refused. */
export function Reasoned({ round, refused, deed, title, verb = title, what, children }: Props) {
  const mine = refused?.deed === deed ? refused : undefined;
  const typed = (name: string) => mine?.fields[name];
  const errorAt = (name: string) => mine?.problems.find(({ field }) => field === name)?.message;
  const errors = mine?.problems.filter(({ field }) => field !== undefined);
  return (
    <details open={mine !== undefined}>
      <summary>{title}</summary>
      {what && <p>{what}</p>}
      <Form version={round.version} hidden={{ viec: deed }} errors={errors}>
        {children?.(typed, errorAt)}
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={roundText.reason}
          value={typed('ly-do')}
          error={errorAt('ly-do')}
        />
        <Button kind="second">{verb}</Button>
      </Form>
    </details>
  );
}
