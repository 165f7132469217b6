import { LIMITS } from '../limits.ts';
import { fundText as said } from '../text.ts';

/** What the decree says of how a fund is filled and spent. */
export function Limits() {
  return (
    <details>
      <summary>{said.limits}</summary>
      <ul>
        {LIMITS.map((limit) => (
          <li key={limit.code}>{said.limitLine(limit)}</li>
        ))}
      </ul>
      <p className="muted">{said.limitNote}</p>
    </details>
  );
}
