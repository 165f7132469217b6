import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { doOnPact } from '../deeds.server.ts';
import { pactSeen } from '../pact-page.server.ts';
import { pactLook } from '../stage-look.ts';
import { blocksText as said, pactStageText, yearOverText } from '../text.ts';
import { answered } from './at.ts';
import { yearPath } from '../year-path.ts';
import { Editions, Signatures } from './PactParts.tsx';
import { PactActs, Signing } from './PactActs.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/pact.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const seen = (await pactSeen(db, person, { id: args.params.pactId, today: plainDateIn(clock()) })) ?? pageNotFound();
  return {
    seen,
    minted: newId(),
    post: person.positionTitle ?? '',
    done: new URL(args.request.url).searchParams.get('da'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const { deed, result } = await doOnPact(edge, askedId(args.params.pactId), fields, act);
  return answered(result, { deed, fields, to: (id) => `/khoi-cum/giao-uoc/${id}?da=${deed}` });
}

export default function Pact({ loaderData, actionData }: Route.ComponentProps) {
  const { seen, minted, post, done } = loaderData;
  const { pact, year } = seen;
  const { block } = year;
  const trail = [
    { label: said.title, href: `/khoi-cum?nam=${pact.year}` },
    { label: said.yearTitle(block.name, pact.year), href: yearPath(block.code, pact.year) },
  ];
  const acts = { seen, minted, post, refused: actionData };
  const isDraft = seen.moves.includes('change');
  return (
    <Page
      title={pact.title}
      lead={`${said.edition(pact.edition)}, ${said.yearTitle(block.name, pact.year)}`}
      trail={trail}
      action={<Stage stage={pactLook[pact.stage]} word={pactStageText[pact.stage]} />}
    >
      <title>{pact.title}</title>
      <Said done={done} refused={actionData} />
      {pact.reason !== null && <p className="muted">{`${said.pactReason}: ${pact.reason}`}</p>}
      {pact.closedAt !== null && (
        <p>
          {said.closedOn(pact.closedAt)}
          {pact.forUnitName !== null && ` (${said.closedFor(pact.forUnitName)})`}
        </p>
      )}
      {pact.unsignedReason !== null && <Notice kind="warning">{said.unsigned(pact.unsignedReason)}</Notice>}
      {!isDraft && <Words text={pact.content} />}
      {seen.isTooLate && <Notice kind="info">{yearOverText(pact.year)}</Notice>}
      <Signing {...acts} />
      {!isDraft && <Signatures seen={seen} />}
      <PactActs {...acts} />
      <Editions seen={seen} />
      <Actions>
        <LinkButton kind="second" href={`/khoi-cum/giao-uoc/${pact.id}/tai/docx`}>
          {said.download}
        </LinkButton>
        <LinkButton kind="second" href={`/khoi-cum/giao-uoc/${pact.id}/tai/pdf`}>
          {said.downloadPdf}
        </LinkButton>
      </Actions>
    </Page>
  );
}

function Words({ text }: { readonly text: string }) {
  return (
    <section className="prose">
      {text.split('\n').map((line, at) => (
        <p key={`${at} ${line}`}>{line}</p>
      ))}
    </section>
  );
}
