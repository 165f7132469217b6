import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { FieldProps } from '../../../ui/Field.tsx';
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
type SharedField = Pick<FieldProps, 'name' | 'value' | 'error'>;

type Props = {
  readonly round: RoundDetail;
  readonly refused: RefusedRound;
  readonly deed: RoundDeed;
  readonly title: string;
  readonly verb?: string;
  readonly what?: string;
  /** Fields before the reason. */
  readonly children?: (shared: (name: string) => SharedField) => ReactNode;
};

/** A deed that needs a reason, folded until it is wanted or was refused. */
export function Reasoned({ round, refused, deed, title, verb = title, what, children }: Props) {
  const mine = refused?.deed === deed ? refused : undefined;
  const shared = (name: string) => ({
    name,
    value: mine?.fields[name],
    error: mine?.problems.find(({ field }) => field === name)?.message,
  });
  const errors = mine?.problems.filter(({ field }) => field);
  return (
    <details open={mine !== undefined}>
      <summary>{title}</summary>
      {what && <p>{what}</p>}
      <Form version={round.version} hidden={{ viec: deed }} errors={errors} scope={deed}>
        {children?.(shared)}
        <Field type="textarea" rows={3} {...shared('ly-do')} label={roundText.reason} />
        <Button kind="second">{verb}</Button>
      </Form>
    </details>
  );
}
