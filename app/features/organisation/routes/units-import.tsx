import { edgeOf } from '../../../platform/http.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { shaperAt } from '../gate.server.ts';
import { adminText } from '../page.text.ts';
import { LatestRuns } from '../parts/LatestRuns.tsx';
import { UploadForm } from '../parts/UploadForm.tsx';
import { unitsImport } from '../unit-import.server.ts';
import type { Route } from './+types/units-import.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = shaperAt(edge, args.request);
  return { runs: await latestRuns(edge.services.db, person, 'units') };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  return takeUpload(edge, { request: args.request, kind: unitsImport, facts: () => ({}) });
}

export default function UnitsImport({ loaderData, actionData }: Route.ComponentProps) {
  const error = actionData?.said;
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
      <UploadForm error={error} />
      <LatestRuns runs={loaderData.runs} />
    </Page>
  );
}
