import type { ImportRun } from '../../../platform/imports/import-run.ts';
import { importStageText, importText } from '../../../platform/imports/text.ts';
import { momentText } from '../../../ui/moment.ts';

/** The last imports of the person who looks. */
export function LatestRuns({ runs }: { readonly runs: readonly ImportRun[] }) {
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="gan-day">
      <h2 id="gan-day">{importText.latest}</h2>
      <ul>
        {runs.map(({ id, fileName, stage, createdAt }) => (
          <li key={id}>
            <a href={`/nap-tep/${id}`}>{fileName}</a>{' '}
            <small>
              {momentText(createdAt)}. {importStageText[stage]}.
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
