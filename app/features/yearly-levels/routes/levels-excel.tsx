import { movesFor } from '../../../kernel/procedure.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { findList } from '../case.server.ts';
import { levelsImport } from '../import.server.ts';
import { listProcedure } from '../level-list.ts';
import { levelsText as said } from '../text.ts';
import type { Route } from './+types/levels-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const list = await findList(edge.services.db, person, args.params.listId);
  return list && movesFor(listProcedure, list, person).includes('change') ? { list } : pageNotFound();
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, {
    request: args.request,
    kind: levelsImport,
    facts: () => ({ listId: askedId(args.params.listId) }),
  });
}

export default function LevelsExcel({ loaderData: { list }, actionData }: Route.ComponentProps) {
  const own = `/xep-loai/${list.id}`;
  return (
    <Page
      title={said.excel}
      lead={said.excelLead}
      trail={[
        { label: said.title, href: '/xep-loai' },
        { label: said.of(list.unitName, list.year), href: own },
      ]}
    >
      <title>{`${said.excel}: ${list.unitName}`}</title>
      <p>
        <LinkButton href={`${own}/excel/mau`} kind="second">
          {said.template}
        </LinkButton>
      </p>
      <h2>{said.upload}</h2>
      <UploadForm error={actionData?.said} hint={said.fileHint} />
    </Page>
  );
}
