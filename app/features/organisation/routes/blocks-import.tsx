import { edgeOf } from '../../../platform/http.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { blocksImport } from '../block-import.server.ts';
import { shaperAt } from '../gate.server.ts';
import { adminText, blocksText, fieldFaults } from '../page.text.ts';
import { LatestRuns } from '../parts/LatestRuns.tsx';
import { UploadForm } from '../parts/UploadForm.tsx';
import { readYear, yearAsked } from '../year-asked.server.ts';
import type { Route } from './+types/blocks-import.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = shaperAt(edge, args.request);
  return { year: yearAsked(edge, args.request), runs: await latestRuns(edge.services.db, person, 'blocks') };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  return takeUpload(edge, {
    field: 'nam',
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
      <UploadForm
        error={field === 'tep' ? message : undefined}
        errors={field === 'nam' && message ? [{ field, label: blocksText.year, message }] : []}
      >
        <Field
          name="nam"
          label={blocksText.year}
          value={actionData?.fields['nam'] ?? String(year)}
          width="short"
          error={field === 'nam' ? message : undefined}
        />
      </UploadForm>
      <LatestRuns runs={runs} />
    </Page>
  );
}
