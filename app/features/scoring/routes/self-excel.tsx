import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { askedId } from '../../../platform/id.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { cardPage } from '../card-page.server.ts';
import { selfScoresImport } from '../self-import.server.ts';
import { scoringText, selfSheetText as said } from '../text.ts';
import type { Route } from './+types/self-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const id = askedId(args.params.cardId);
  const page = await cardPage(db, person, { id, today: plainDateIn(clock()) });
  if (!page?.steps.includes('self')) return pageNotFound();
  return { id, names: page.names, judgementId: page.card.judgementId };
}

export function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const card = askedId(args.params.cardId);
  return takeUpload(edge, { request: args.request, kind: selfScoresImport, facts: () => ({ card }) });
}

export default function SelfExcel({ loaderData, actionData }: Route.ComponentProps) {
  const { id, names, judgementId } = loaderData;
  return (
    <Page
      title={said.pageTitle(names.unitName)}
      lead={said.lead}
      trail={[
        { label: scoringText.title, href: '/cham-diem' },
        { label: names.judgementTitle, href: `/cham-diem/${judgementId}` },
        { label: scoringText.cardTitle(names.unitName), href: `/cham-diem/phieu/${id}` },
      ]}
    >
      <title>{said.pageTitle(names.unitName)}</title>
      <h2>{said.downloadTitle}</h2>
      <p>
        <LinkButton href={`/cham-diem/phieu/${id}/excel/tai-ve`} kind="second">
          {said.download}
        </LinkButton>
      </p>
      <h2>{said.uploadTitle}</h2>
      <UploadForm error={actionData?.said} hint={said.uploadHint} />
    </Page>
  );
}
