import type { Ranking } from '../page.server.ts';
import { laidDownText, rankingText as said, thresholdText } from '../text.ts';

/** By which thresholds units are classified here, and who laid them down. */
export function UsedThresholds({ ranking: { laidDown, thresholds, titles } }: { readonly ranking: Ranking }) {
  return (
    <section>
      <h2 id="nguong">{said.thresholds}</h2>
      {laidDown === null ? (
        <p>{said.noThresholds}</p>
      ) : (
        <>
          <ul>
            {thresholds.map((one) => (
              <li key={one.level}>{thresholdText(one, titles)}</li>
            ))}
          </ul>
          <p>
            <a href="/cham-diem/nguong-xep-loai">{said.allThresholds}</a>
          </p>
          <p className={laidDown.isDefault ? undefined : 'muted'}>{laidDownText(laidDown)}</p>
        </>
      )}
    </section>
  );
}
