import type { OneInitiative } from '../one.server.ts';
import { initiativesText as said, initiativeStageText } from '../text.ts';

/** For whoever writes or reviews it: what has passages in common, for a person to judge. */
export function AlikeList({ one: { initiative, alike } }: { readonly one: OneInitiative }) {
  if (!initiative.isInside) return null;
  return (
    <section>
      <h2>{said.alike}</h2>
      <p className="muted">{said.alikeNote}</p>
      {alike.length === 0 ? (
        <p>{said.alikeNone}</p>
      ) : (
        <ul>
          {alike.map(({ other, shared, judgement }) => (
            <li key={other.id}>
              <a href={`/sang-kien/${initiative.id}/so-sanh/${other.id}`}>{other.title}</a>
              <br />
              {said.alikeOf(other.unitName, other.year, initiativeStageText[other.stage])}
              <br />
              {said.alikeShare(shared.shareOfMine, shared.shareOfTheirs)}
              <br />
              <b>
                {judgement
                  ? said.judged(judgement.verdict, judgement.by, judgement.at, judgement.reason)
                  : said.notJudged}
              </b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
