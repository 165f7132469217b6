import type { Edge } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { findListed } from '../list.server.ts';
import { afterUpload } from '../nominees-choosing.server.ts';
import { mostListed } from '../nominee-plan.ts';
import { nomineesImport } from '../nominees-import.server.ts';
import { listImportText as said } from '../nominees-import.text.ts';
import { DossierPage } from './DossierPage.tsx';
import type { Route } from './+types/nominees-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const dossier = await findListed(edge.services.db, person, askedId(args.params.dossierId));
  return dossier?.moves.includes('change') ? { dossier } : pageNotFound();
}

export function action(args: Route.ActionArgs) {
  const edge: Edge = edgeOf(args);
  personAt(edge, args.request);
  return takeUpload(edge, {
    request: args.request,
    kind: nomineesImport(edge.services),
    facts: () => ({ dossierId: askedId(args.params.dossierId) }),
    next: (importId) => afterUpload(edge, importId),
  });
}

export default function NomineesExcel({ loaderData: { dossier }, actionData }: Route.ComponentProps) {
  const own = `/khen-thuong/ho-so/${dossier.id}`;
  return (
    <DossierPage dossier={dossier} part="dossier" title={said.title}>
      <p>{said.lead(mostListed)}</p>
      <h2>{said.template}</h2>
      <p>
        <LinkButton href={`${own}/excel/mau`} kind="second">
          {said.download}
        </LinkButton>
      </p>
      <h2>{said.upload}</h2>
      <UploadForm error={actionData?.said} hint={said.fileHint} />
    </DossierPage>
  );
}
