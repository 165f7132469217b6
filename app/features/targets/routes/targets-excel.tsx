import { holdsRole } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { targetsImport } from '../import.server.ts';
import { targetSheetText, targetsText } from '../text.ts';
import type { Route } from './+types/targets-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const indicators = await db.selectFrom('indicator').select(['code', 'name']).orderBy('position').execute();
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  return { indicators, thisYear, mayAssign: holdsRole(person, 'appraiser', 'indicator_owner') };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, { request: args.request, kind: targetsImport, facts: () => ({}) });
}

export default function TargetsExcel({ loaderData, actionData }: Route.ComponentProps) {
  const { indicators, thisYear, mayAssign } = loaderData;
  const problem = actionData?.said;
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
          <UploadForm error={problem} hint={targetSheetText.fileHint} />
        </>
      ) : (
        <Empty what={targetsText.forbidden} why={targetsText.forbiddenWhy} />
      )}
    </Page>
  );
}
