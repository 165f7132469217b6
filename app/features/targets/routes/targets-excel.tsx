import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { importRefusal } from '../../../platform/imports/text.ts';
import { uploadImport } from '../../../platform/imports/upload.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { targetsImport } from '../import.server.ts';
import { targetImportRefusalText, targetSheetText, targetsText } from '../text.ts';
import type { Route } from './+types/targets-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const indicators = await db.selectFrom('indicator').select(['code', 'name']).orderBy('position').execute();
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  return { indicators, thisYear, mayAssign: holdsRole(person, 'appraiser', 'indicator_owner') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const [file] = (await typedIn(args.request)).uploads;
  if (!file) return data({ problem: targetSheetText.noFile }, { status: 422 });
  const uploaded = await uploadImport(edge, targetsImport, { name: file.name, bytes: file.bytes, facts: {} });
  if (uploaded.ok) return redirect(`/nap-tep/${uploaded.value.importId}`);
  const problem = importRefusal(uploaded.refusal, targetImportRefusalText);
  return data({ problem }, { status: statusOf(uploaded.refusal) });
}

export default function TargetsExcel({ loaderData, actionData }: Route.ComponentProps) {
  const { indicators, thisYear, mayAssign } = loaderData;
  const problem = actionData?.problem;
  const years = [thisYear, thisYear + 1].map((year) => ({ value: String(year), label: String(year) }));
  return (
    <Page
      title={targetSheetText.pageTitle}
      lead={targetSheetText.lead}
      trail={[{ label: targetsText.title, href: '/giao-chi-tieu' }]}
    >
      <title>{targetSheetText.pageTitle}</title>
      {mayAssign ? (
        <>
          <h2>{targetSheetText.template}</h2>
          <form method="get" action="/giao-chi-tieu/mau" className="filters" aria-label={targetSheetText.template}>
            <div className="filters-row">
              <Field
                type="select"
                name="chi-tieu"
                label={targetsText.indicator}
                blank={null}
                options={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              />
              <Field type="select" name="nam" label={targetsText.year} blank={null} options={years} />
              <div className="acts">
                <Button kind="second">{targetSheetText.download}</Button>
              </div>
            </div>
          </form>
          <h2>{targetSheetText.upload}</h2>
          <Form multipart errors={problem ? [{ field: 'tep', label: targetSheetText.file, message: problem }] : []}>
            <Field
              type="file"
              name="tep"
              label={targetSheetText.file}
              hint={targetSheetText.fileHint}
              accept=".xlsx,.csv"
              error={problem}
            />
            <Button>{targetSheetText.check}</Button>
          </Form>
        </>
      ) : (
        <Empty what={targetsText.forbidden} why={targetsText.forbiddenWhy} />
      )}
    </Page>
  );
}
