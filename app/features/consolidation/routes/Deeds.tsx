import type { ReactNode } from 'react';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Deed } from '../deeds.server.ts';
import type { OneConsolidation } from '../list.server.ts';
import type { Problem } from '../text.ts';
import { moveText, oneText } from '../text.ts';

type Refused =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: Deed | undefined;
      readonly problems: readonly Problem[];
    }
  | undefined;
type Props = { readonly one: OneConsolidation; readonly refused: Refused };

/** What may be done next with the whole report, each with what will happen. */
export function Deeds({ one, refused }: Props) {
  const { moves } = one;
  const inBody = one.parts.reduce((sum, { body }) => sum + body, 0);
  return (
    <>
      {moves.includes('change') && (
        <Plain one={one} deed="gather" kind="second" verb={oneText.gather} remark={oneText.gatherRemark} />
      )}
      {moves.includes('freeze') && (
        <details>
          <summary>{oneText.freezeTitle}</summary>
          <p>{oneText.freezeWhat(inBody)}</p>
          <Plain one={one} deed="freeze" kind="primary" verb={moveText.freeze} />
        </details>
      )}
      {moves.includes('issue') && <Issue one={one} refused={refused} />}
      {moves.includes('return') && <Return one={one} refused={refused} />}
      {moves.includes('recall') && <Plain one={one} deed="recall" kind="second" verb={moveText.recall} />}
      {moves.includes('withdraw') && (
        <details>
          <summary>{moveText.withdraw}</summary>
          <p>{oneText.withdrawWhat}</p>
          <Plain one={one} deed="withdraw" kind="danger" verb={moveText.withdraw} />
        </details>
      )}
    </>
  );
}

type PlainProps = {
  readonly one: OneConsolidation;
  readonly deed: Deed;
  readonly kind: 'primary' | 'second' | 'danger';
  readonly verb: string;
  readonly remark?: ReactNode;
};

function Plain({ one, deed, kind, verb, remark }: PlainProps) {
  return (
    <Form version={one.version} hidden={{ viec: deed }}>
      <Actions remark={remark}>
        <Button kind={kind}>{verb}</Button>
      </Actions>
    </Form>
  );
}

const errorAt = (refused: Refused, deed: Deed, name: string) =>
  refused?.deed === deed ? refused.problems.find(({ field }) => field === name)?.message : undefined;

function Issue({ one, refused }: Props) {
  const mine = refused?.deed === 'issue' ? refused : undefined;
  return (
    <section>
      <h2>{oneText.issueTitle}</h2>
      <p>{oneText.issueWhat}</p>
      <Form version={one.version} hidden={{ viec: 'issue' }} errors={mine?.problems.filter(({ field }) => field)}>
        <Field
          name="so-hieu"
          label={oneText.number}
          value={mine?.fields['so-hieu']}
          error={errorAt(refused, 'issue', 'so-hieu')}
        />
        <Field
          name="ngay-ky"
          type="date"
          label={oneText.day}
          value={mine?.fields['ngay-ky']}
          error={errorAt(refused, 'issue', 'ngay-ky')}
        />
        <Actions>
          <Button>{moveText.issue}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function Return({ one, refused }: Props) {
  const mine = refused?.deed === 'return' ? refused : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>{oneText.returnTitle}</summary>
      <Form version={one.version} hidden={{ viec: 'return' }} errors={mine?.problems.filter(({ field }) => field)}>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={oneText.reason}
          value={mine?.fields['ly-do']}
          error={errorAt(refused, 'return', 'ly-do')}
        />
        <Actions>
          <Button kind="second">{moveText.return}</Button>
        </Actions>
      </Form>
    </details>
  );
}
