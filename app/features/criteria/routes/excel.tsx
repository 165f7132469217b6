import { edgeOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { LatestRuns } from '../../organisation/parts/LatestRuns.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { criteriaImport } from '../import.server.ts';
import { sheetText as said } from '../sheet.text.ts';
import { setsText } from '../text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const { set, edge, person } = await askedSet(args, 'change');
  return { set: { id: set.id, title: set.title }, runs: await latestRuns(edge.services.db, person, 'criteria') };
}

export async function action(args: Route.ActionArgs) {
  await askedSet(args, 'change');
  const set = askedId(args.params.setId);
  return takeUpload(edgeOf(args), { request: args.request, kind: criteriaImport, facts: () => ({ set }) });
}

export default function CriteriaExcel({ loaderData, actionData }: Route.ComponentProps) {
  const { set, runs } = loaderData;
  const here = `/tieu-chi/${set.id}`;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: set.title, href: here },
      ]}
    >
      <title>{said.title}</title>
      <p>
        <a href={`${here}/tai.xlsx`}>{said.download}</a>
      </p>
      <ul>
        {said.guide.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <UploadForm error={actionData?.said} />
      <LatestRuns runs={runs} />
    </Page>
  );
}
