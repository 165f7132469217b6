import { Page } from '../../../ui/Page.tsx';
import { waitingText } from '../text.ts';

/** For nobody in particular: the browser shows it in place of pages that it does not keep, and fills in what waits. */
export default function Waiting() {
  return (
    <Page title={waitingText.title} lead={waitingText.lead}>
      <title>{waitingText.title}</title>
      <noscript>
        <p>{waitingText.withoutScript}</p>
      </noscript>
      <div id="cho-gui" />
      <h2>{waitingText.can}</h2>
      <ul>
        {waitingText.canList.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <h2>{waitingText.cannotTitle}</h2>
      <ul>
        {waitingText.cannotList.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p>{waitingText.shared}</p>
      <script type="module" src="/offline.js" />
    </Page>
  );
}
