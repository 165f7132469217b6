import type { CountedShare } from './fairness.ts';
import { fairnessText as said } from './text.ts';

/** Beside every list on which somebody decides: the shares of `sharesOf`. */
export function FairnessShares({
  shares,
  title = said.title,
}: {
  readonly shares: readonly CountedShare[];
  readonly title?: string;
}) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className="pairs">
        {shares.flatMap((each) => [
          <dt key={`${each.share} `}>{said.share[each.share]}</dt>,
          <dd key={each.share}>{said.counted(each)}</dd>,
        ])}
      </dl>
      <p className="muted">{said.why}</p>
    </section>
  );
}
