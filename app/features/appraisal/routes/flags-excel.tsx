import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, pageForbidden, personAt } from '../../../platform/http.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { flagKinds } from '../flag-kinds.server.ts';
import { flagsImport } from '../flags-import.server.ts';
import { flagImportText as said, flagsText } from '../flags.text.ts';
import type { Route } from './+types/flags-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  if (!holdsRole(personAt(edge, args.request), 'appraiser')) return pageForbidden();
  return { kinds: (await flagKinds(edge.services.db)).filter(({ isActive }) => isActive) };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, { request: args.request, kind: flagsImport(edge.services), facts: () => ({}) });
}

export default function FlagsExcel({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[{ label: flagsText.title, href: '/khen-thuong/tham-dinh/canh-bao' }]}
    >
      <title>{said.title}</title>
      <h2>{said.template}</h2>
      <p>
        <LinkButton href="/khen-thuong/tham-dinh/canh-bao/mau" kind="second">
          {said.download}
        </LinkButton>
      </p>
      <p>
        {said.kinds}: {loaderData.kinds.map(({ name }) => name).join(', ')}.
      </p>
      <h2>{said.upload}</h2>
      <UploadForm error={actionData?.said} hint={said.fileHint} />
    </Page>
  );
}
