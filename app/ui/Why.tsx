import type { ReactNode } from 'react';
import { Pairs } from './Facts.tsx';
import { uiText } from './text.ts';

export type WhyProps = {
  /** Defaults to "Vì sao?"; `uiText.whyOf(word)` asks about a status. */
  readonly question?: string | undefined;
  readonly children: ReactNode;
  /** The numbers used. */
  readonly figures?: readonly { readonly label: string; readonly value: ReactNode }[] | undefined;
  readonly rule?: ReactNode;
  readonly clause?: ReactNode;
  readonly asOf?: string | undefined;
  /** Where the calculation sheet can be had. */
  readonly sheet?: string | undefined;
  readonly open?: boolean | undefined;
};

/** The answer to "vì sao?": the figures, the rule, the clause, the date. */
export function Why({ question = uiText.why, children, figures = [], rule, clause, asOf, sheet, open }: WhyProps) {
  const pairs = [
    ...figures,
    ...(rule ? [{ label: uiText.rule, value: rule }] : []),
    ...(clause ? [{ label: uiText.clause, value: clause }] : []),
    ...(asOf ? [{ label: uiText.asOf, value: asOf }] : []),
  ];
  return (
    <details className="why" open={open}>
      <summary>{question}</summary>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {pairs.length > 0 && <Pairs pairs={pairs} />}
      {sheet && (
        <p>
          <a href={sheet}>{uiText.sheet}</a>
        </p>
      )}
    </details>
  );
}
