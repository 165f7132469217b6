import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { LatestRuns } from '../../organisation/parts/LatestRuns.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { periodText } from '../../indicators/text.ts';
import { unitsToReport } from '../form.server.ts';
import { actualsImport } from '../import.server.ts';
import { periodChoices } from '../period-choices.ts';
import { capital, entryText, excelText, periodKindText } from '../text.ts';
import type { Route } from './+types/excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const [units, indicators, runs] = await Promise.all([
    unitsToReport(db, person),
    db.selectFrom('indicator').select(['code', 'name']).orderBy('position').execute(),
    latestRuns(db, person, 'actuals'),
  ]);
  const isEmpty = new URL(args.request.url).searchParams.has('khong-co');
  return { isEmpty, units, indicators, runs, periods: periodChoices(plainDateIn(clock())) };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, { request: args.request, kind: actualsImport, facts: () => ({}) });
}

type Data = Route.ComponentProps['loaderData'];

export default function Excel({ loaderData, actionData }: Route.ComponentProps) {
  const { units, runs, isEmpty } = loaderData;
  const problem = actionData?.said;
  return (
    <Page title={excelText.title} lead={excelText.lead} trail={[{ label: entryText.title, href: '/nhap-so-lieu' }]}>
      <title>{excelText.title}</title>
      {isEmpty && (
        <Notice kind="warning" title={entryText.nothing}>
          {entryText.nothingWhy}
        </Notice>
      )}
      {units.length === 0 ? (
        <Empty what={entryText.noUnit} why={entryText.noUnitWhy} />
      ) : (
        <>
          <h2>{excelText.template}</h2>
          <Templates data={loaderData} />
          <h2>{excelText.upload}</h2>
          <UploadForm error={problem} hint={excelText.fileHint} />
        </>
      )}
      <LatestRuns runs={runs} />
    </Page>
  );
}

/** Two ways to ask for a sheet, each a GET form: one unit, or one indicator over all units. */
function Templates({ data: { units, indicators, periods } }: { readonly data: Data }) {
  const groups = periods.map(({ kind, codes }) => ({
    label: capital(periodKindText(kind)),
    options: codes.map((code) => ({ value: code, label: capital(periodText(code)) })),
  }));
  // Two controls of one page may not share an id, so the second form has a name of its own.
  const period = (name: string) => (
    <Field type="select" name={name} label={entryText.period} blank={null} options={groups} />
  );
  return (
    <>
      <form method="get" action="/nhap-so-lieu/mau" className="filters" aria-label={excelText.byUnit}>
        <p>{excelText.byUnit}</p>
        <div className="filters-row">
          <Field
            type="select"
            name="don-vi"
            label={entryText.unit}
            blank={null}
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
          />
          {period('ky')}
          <div className="acts">
            <Button kind="second">{excelText.download}</Button>
          </div>
        </div>
      </form>
      {units.length > 1 && (
        <form method="get" action="/nhap-so-lieu/mau" className="filters" aria-label={excelText.byIndicator}>
          <p>{excelText.byIndicator}</p>
          <div className="filters-row">
            <Field
              type="select"
              name="chi-tieu"
              label={excelText.indicator}
              blank={null}
              options={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            />
            {period('ky-chi-tieu')}
            <div className="acts">
              <Button kind="second">{excelText.download}</Button>
            </div>
          </div>
        </form>
      )}
    </>
  );
}
