import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import type { ImportRun } from '../../../platform/imports/import-run.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { importRefusal, importStageText } from '../../../platform/imports/text.ts';
import { uploadImport } from '../../../platform/imports/upload.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { periodText } from '../../indicators/text.ts';
import { unitsToReport } from '../form.server.ts';
import { actualsImport } from '../import.server.ts';
import { periodChoices } from '../period-choices.ts';
import { capital, entryText, excelText, importRefusalText, periodKindText } from '../text.ts';
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

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { uploads } = await typedIn(args.request);
  const [file] = uploads;
  if (!file) return data({ problem: excelText.noFile }, { status: 422 });
  const uploaded = await uploadImport(edge, actualsImport, { name: file.name, bytes: file.bytes, facts: {} });
  if (uploaded.ok) return redirect(`/nap-tep/${uploaded.value.importId}`);
  const problem = importRefusal(uploaded.refusal, importRefusalText);
  return data({ problem }, { status: statusOf(uploaded.refusal) });
}

type Data = Route.ComponentProps['loaderData'];

const columns: readonly Column<ImportRun>[] = [
  { key: 'tep', head: excelText.name, kind: 'name', cell: (run) => <a href={`/nap-tep/${run.id}`}>{run.fileName}</a> },
  { key: 'luc', head: excelText.when, cell: (run) => momentText(run.createdAt) },
  { key: 'buoc', head: excelText.state, cell: (run) => importStageText[run.stage] },
];

export default function Excel({ loaderData, actionData }: Route.ComponentProps) {
  const { units, runs, isEmpty } = loaderData;
  const problem = actionData?.problem;
  const errors = problem ? [{ field: 'tep', label: excelText.file, message: problem }] : [];
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
          <Form multipart errors={errors}>
            <Field
              type="file"
              name="tep"
              label={excelText.file}
              hint={excelText.fileHint}
              accept=".xlsx,.csv"
              error={problem}
            />
            <Button>{excelText.check}</Button>
          </Form>
        </>
      )}
      {runs.length > 0 && (
        <>
          <h2>{excelText.latest}</h2>
          <Table
            caption={excelText.latestCaption}
            captionHidden
            columns={columns}
            rows={runs}
            rowKey={(run) => run.id}
          />
        </>
      )}
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
