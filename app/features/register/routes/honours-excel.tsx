import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { honoursImport } from '../import.server.ts';
import { importText as said } from '../import.text.ts';
import { honoursText } from '../text.ts';
import type { Route } from './+types/honours-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  return { mayBring: holdsRole(personAt(edgeOf(args), args.request), 'appraiser') };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, { request: args.request, kind: honoursImport(edge.services), facts: () => ({}) });
}

export default function HonoursExcel({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page title={said.title} lead={said.lead} trail={[{ label: honoursText.title, href: '/khen-thuong/so/da-khen' }]}>
      <title>{said.title}</title>
      {loaderData.mayBring ? (
        <>
          <h2>{said.template}</h2>
          <p>
            <LinkButton href="/khen-thuong/so/da-khen/mau" kind="second">
              {said.download}
            </LinkButton>
          </p>
          <h2>{said.upload}</h2>
          <UploadForm error={actionData?.said} hint={said.fileHint} />
        </>
      ) : (
        <Empty what={said.forbidden} why={said.forbiddenWhy} />
      )}
    </Page>
  );
}
