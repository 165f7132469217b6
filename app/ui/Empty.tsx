import type { ReactNode } from 'react';

export type EmptyProps = {
  /** What will appear here. */
  readonly what: string;
  /** Why there is nothing yet. */
  readonly why: ReactNode;
  /** The first step: a LinkButton or a sentence naming who takes it. */
  readonly first?: ReactNode;
};

/** Empty is never blank. */
export function Empty({ what, why, first }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{what}</h2>
      <p>{why}</p>
      {first && <p>{first}</p>}
    </div>
  );
}
