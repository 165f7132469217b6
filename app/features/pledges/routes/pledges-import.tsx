import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { LatestRuns } from '../../organisation/parts/LatestRuns.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { unitsToPledge } from '../choices.server.ts';
import { pledgesImport } from '../import.server.ts';
import { pledgeSheetText, pledgesText } from '../text.ts';
import type { Route } from './+types/pledges-import.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const [units, runs] = await Promise.all([unitsToPledge(db, person), latestRuns(db, person, 'pledges')]);
  return { units, runs, thisYear: Number(plainDateIn(clock()).slice(0, 4)) };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, {
    request: args.request,
    kind: pledgesImport,
    facts: (fields) => (fields['gui'] === 'on' ? { submit: 'on' } : {}),
  });
}

export default function PledgesImport({ loaderData, actionData }: Route.ComponentProps) {
  const { units, runs, thisYear } = loaderData;
  const years = [thisYear, thisYear + 1].map((year) => ({ value: String(year), label: String(year) }));
  return (
    <Page
      title={pledgeSheetText.pageTitle}
      lead={pledgeSheetText.lead}
      trail={[{ label: pledgesText.title, href: '/dang-ky-chi-tieu' }]}
    >
      <title>{pledgeSheetText.pageTitle}</title>
      {units.length === 0 ? (
        <Empty what={pledgesText.noUnit} why={pledgesText.noUnitWhy} />
      ) : (
        <>
          <h2>{pledgeSheetText.template}</h2>
          <form
            method="get"
            action="/dang-ky-chi-tieu/mau.xlsx"
            className="filters"
            aria-label={pledgeSheetText.template}
          >
            <div className="filters-row">
              <Field
                type="select"
                name="don-vi"
                label={pledgesText.unit}
                blank={units.length > 1 ? pledgeSheetText.everyUnit(units.length) : null}
                value={units[0]?.code}
                options={units.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <Field type="select" name="nam" label={pledgesText.year} blank={null} options={years} />
              <div className="acts">
                <Button kind="second">{pledgeSheetText.download}</Button>
              </div>
            </div>
          </form>
          <h2>{pledgeSheetText.upload}</h2>
          <UploadForm error={actionData?.said} hint={pledgeSheetText.hint}>
            <Checkbox name="gui" label={pledgeSheetText.submit} checked={actionData?.fields['gui'] === 'on'} />
          </UploadForm>
        </>
      )}
      <LatestRuns runs={runs} />
    </Page>
  );
}
