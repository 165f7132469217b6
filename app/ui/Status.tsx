import type { StageName, StatusName } from './status.ts';
import { shapePath } from './status.ts';
import { stageText, statusText } from './text.ts';

/** The shape of a status, for eyes only: its word stands beside it. */
export function Shape({ status, size = 12 }: { readonly status: StatusName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <path className={`shape shape-${status}`} d={shapePath[status]} />
    </svg>
  );
}

export type StatusProps = {
  readonly status: StatusName;
  /** Beside a title. */
  readonly large?: boolean | undefined;
  /** Another word for the same status, such as the one a feature uses for its schemes. */
  readonly word?: string | undefined;
};

/** Where something stands: shape, word and colour. */
export function Status({ status, large, word }: StatusProps) {
  return (
    <span className={`chip s-${status}${large ? ' chip-large' : ''}`}>
      <Shape status={status} size={large ? 14 : 12} />
      {word ?? statusText[status]}
    </span>
  );
}

/** How far a reported value, or another paper, has come. `word` replaces the standard one; `stage` chooses the look. */
export function Stage({ stage, word }: { readonly stage: StageName; readonly word?: string | undefined }) {
  return <span className={`tag tag-${stage}`}>{word ?? stageText[stage]}</span>;
}
