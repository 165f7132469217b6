import type { ReactNode } from 'react';
import { Actions, Button } from './Button.tsx';
import type { FormProps } from './Form.tsx';
import { Form } from './Form.tsx';
import { uiText } from './text.ts';

export type ConfirmProps = Omit<FormProps, 'children'> & {
  /** What will happen, in a sentence. */
  readonly what: ReactNode;
  /** What will be lost, by name. */
  readonly lost?: readonly string[] | undefined;
  /** The verb on the button: "Thu hồi phiên", never "Đồng ý". */
  readonly verb: string;
  /** Where "no" leads: where one came from. */
  readonly back: string;
  /** A reason to give, for example. */
  readonly children?: ReactNode;
};

/** The page before something destructive; in place of a dialog, so that it works without script. */
export function Confirm({ what, lost = [], verb, back, children, ...form }: ConfirmProps) {
  return (
    <div className="confirm">
      <p>{what}</p>
      {lost.length > 0 && (
        <>
          <p>
            <b>{uiText.lost}:</b>
          </p>
          <ul>
            {lost.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      <Form {...form}>
        {children}
        <Actions>
          <Button kind="danger">{verb}</Button>
          <a href={back}>{uiText.cancel}</a>
        </Actions>
      </Form>
    </div>
  );
}
