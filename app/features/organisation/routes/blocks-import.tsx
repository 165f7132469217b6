import { edgeOf } from '../../../platform/http.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { importText } from '../../../platform/imports/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { blocksImport } from '../block-import.server.ts';
import { shaperAt } from '../gate.server.ts';
import { adminText, blocksText, fieldFaults } from '../page.text.ts';
import { LatestRuns } from '../parts/LatestRuns.tsx';
import { takeUpload } from '../upload-page.server.ts';
import { readYear, yearAsked } from '../year-asked.server.ts';
import type { Route } from './+types/blocks-import.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = shaperAt(edge, args.request);
  return { year: yearAsked(edge, args.request), runs: await latestRuns(edge.services.db, person, 'blocks') };
}

export function action(args: Route.ActionArgs) {
  return takeUpload(edgeOf(args), {
    request: args.request,
    kind: blocksImport,
    facts: (fields) => {
      const year = readYear(fields['nam'] ?? '');
      return year === undefined ? undefined : { year: String(year) };
    },
  });
}

export default function BlocksImport({ loaderData, actionData }: Route.ComponentProps) {
  const { year, runs } = loaderData;
  const field = actionData?.field;
  const message = actionData && (actionData.said ?? fieldFaults.badYear);
  const label = field === 'nam' ? blocksText.year : importText.fileField;
  const trail = [
    { label: adminText.home, href: '/quan-tri' },
    { label: blocksText.title, href: '/quan-tri/khoi-cum' },
  ];
  return (
    <Page title={blocksText.importTitle} lead={blocksText.importLead} trail={trail}>
      <title>{blocksText.importTitle}</title>
      <p>
        <a href={`/quan-tri/khoi-cum/mau.xlsx?nam=${year}`}>{blocksText.workbook(year)}</a>
      </p>
      <Form multipart errors={message ? [{ field, label, message }] : []}>
        <Field
          name="nam"
          label={blocksText.year}
          value={actionData?.fields['nam'] ?? String(year)}
          width="short"
          error={field === 'nam' ? message : undefined}
        />
        <Field
          name="tep"
          type="file"
          accept=".xlsx,.csv"
          label={importText.fileField}
          error={field === 'tep' ? message : undefined}
        />
        <Actions>
          <Button>{importText.upload}</Button>
        </Actions>
      </Form>
      <LatestRuns runs={runs} />
    </Page>
  );
}
