import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export type Step = {
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** Who and when, or until when. */
  readonly note?: ReactNode;
};

const word = { done: uiText.stepDone, current: uiText.stepCurrent, ahead: uiText.stepAhead } as const;

const mark = {
  done: 'M8 0a8 8 0 1 1 0 16A8 8 0 1 1 8 0zm3.6 4.6L6.9 9.7 4.5 7.4 3.3 8.6l3.7 3.5 5.9-6.3z',
  current: 'M8 0a8 8 0 1 1 0 16A8 8 0 1 1 8 0zm0 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7z',
  ahead: 'M8 0a8 8 0 1 1 0 16A8 8 0 1 1 8 0zm0 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z',
} as const;

/** The way of a case through its procedure. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="steps" aria-label={uiText.steps}>
      {steps.map(({ label, state, note }) => (
        <li key={label} className={state} aria-current={state === 'current' ? 'step' : undefined}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path fill="currentColor" fillRule="evenodd" d={mark[state]} />
          </svg>
          <b>
            {label}
            <span className="sr"> ({word[state]})</span>
          </b>
          {note && <small>{note}</small>}
        </li>
      ))}
    </ol>
  );
}
