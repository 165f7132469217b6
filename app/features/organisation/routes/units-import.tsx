import { edgeOf } from '../../../platform/http.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { importText } from '../../../platform/imports/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { shaperAt } from '../gate.server.ts';
import { adminText } from '../page.text.ts';
import { LatestRuns } from '../parts/LatestRuns.tsx';
import { unitsImport } from '../unit-import.server.ts';
import { takeUpload } from '../upload-page.server.ts';
import type { Route } from './+types/units-import.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = shaperAt(edge, args.request);
  return { runs: await latestRuns(edge.services.db, person, 'units') };
}

export function action(args: Route.ActionArgs) {
  return takeUpload(edgeOf(args), { request: args.request, kind: unitsImport, facts: () => ({}) });
}

export default function UnitsImport({ loaderData, actionData }: Route.ComponentProps) {
  const error = actionData?.said;
  const label = importText.fileField;
  const trail = [
    { label: adminText.home, href: '/quan-tri' },
    { label: adminText.title, href: '/quan-tri/don-vi' },
  ];
  return (
    <Page title={adminText.importTitle} lead={adminText.importLead} trail={trail}>
      <title>{adminText.importTitle}</title>
      <p>
        <a href="/quan-tri/don-vi/mau.xlsx">{adminText.workbook}</a>
      </p>
      <Form multipart errors={error ? [{ field: 'tep', label, message: error }] : []}>
        <Field name="tep" type="file" accept=".xlsx,.csv" label={label} error={error} />
        <Actions>
          <Button>{importText.upload}</Button>
        </Actions>
      </Form>
      <LatestRuns runs={loaderData.runs} />
    </Page>
  );
}
