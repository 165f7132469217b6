import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { initiativesImport } from '../import.server.ts';
import { initiativesText, pastText as said } from '../text.ts';
import type { Route } from './+types/initiatives-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const person = personAt(edgeOf(args), args.request);
  return { mayBring: holdsRole(person, 'appraiser') };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, { request: args.request, kind: initiativesImport, facts: () => ({}) });
}

export default function InitiativesExcel({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page title={said.title} lead={said.lead} trail={[{ label: initiativesText.title, href: '/sang-kien' }]}>
      <title>{said.title}</title>
      {loaderData.mayBring ? (
        <>
          <h2>{said.template}</h2>
          <p>
            <LinkButton href="/sang-kien/mau" kind="second">
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
