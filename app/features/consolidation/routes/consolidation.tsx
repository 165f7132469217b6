import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { doOnConsolidation } from '../deeds.server.ts';
import type { OneConsolidation } from '../list.server.ts';
import { findConsolidation } from '../list.server.ts';
import { partsMissing } from '../making.server.ts';
import { stageLook } from '../stage-look.ts';
import { doneSentence, kindText, listText, oneText, problemsOf, stageText } from '../text.ts';
import { Deeds } from './Deeds.tsx';
import { Editions, Parts } from './Parts.tsx';
import type { Route } from './+types/consolidation.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await findConsolidation(edge.services.db, person, askedId(args.params.id))) ?? pageNotFound();
  const missing = one.moves.includes('change') ? await partsMissing(edge.services.db, one) : [];
  return { one, missing, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.id);
  const { fields } = await typedIn(args.request);
  const { deed, result } = await doOnConsolidation(edge, id, fields, act);
  if (result.ok) return redirect(deed === 'withdraw' ? '/bao-cao-tong-hop' : `/bao-cao-tong-hop/${id}?da=${deed}`);
  return data({ fields, deed, problems: problemsOf(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Consolidation({ loaderData, actionData }: Route.ComponentProps) {
  const { one, missing, done } = loaderData;
  const said = doneSentence(done);
  const plain = actionData?.problems.find(({ field }) => field === undefined);
  const isOpen = one.moves.includes('change');
  return (
    <Page
      title={one.title}
      lead={kindText[one.kind]}
      trail={[{ label: listText.title, href: '/bao-cao-tong-hop' }]}
      action={<Stage stage={stageLook[one.stage]} word={stageText[one.stage]} />}
    >
      <title>{one.title}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {plain && <Notice kind="refusal">{plain.message}</Notice>}
      {one.returnReason !== null && one.stage === 'draft' && (
        <Notice kind="warning" title={oneText.returned}>
          {one.returnReason}
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="info" title={oneText.missingTitle}>
          {oneText.missing(missing.map(({ heading }) => heading))}
        </Notice>
      )}
      <Pairs pairs={factsOf(one)} />
      <Downloads one={one} />
      {one.isInside && <Parts one={one} />}
      {isOpen && (
        <p>
          <a href={`/bao-cao-tong-hop/${one.id}/the-thuc`}>{oneText.paperPage}</a>
        </p>
      )}
      <Deeds one={one} refused={actionData} />
      <Editions one={one} />
    </Page>
  );
}

function factsOf(one: OneConsolidation) {
  const { unitName, roundName, roundId, schemeCode, snapshotTitle, snapshotId, documentNumber, documentDate } = one;
  return [
    { label: oneText.issuer, value: unitName },
    ...(roundName === null
      ? []
      : [{ label: oneText.round, value: <a href={`/ky-bao-cao/${roundId}`}>{roundName}</a> }]),
    ...(schemeCode === null
      ? []
      : [{ label: oneText.scheme, value: <a href={`/de-an/${schemeCode}`}>{schemeCode}</a> }]),
    ...(snapshotTitle === null
      ? []
      : [{ label: oneText.snapshot, value: <a href={`/so-lieu-chot/${snapshotId}`}>{snapshotTitle}</a> }]),
    { label: oneText.gathered, value: oneText.gatheredAt(one.gatheredAt) },
    ...(documentNumber === null || documentDate === null
      ? []
      : [{ label: oneText.paper, value: listText.numbered(documentNumber, documentDate) }]),
  ];
}

/** The last frozen one, once it is frozen; before, the draft as it stands. */
function Downloads({ one }: { readonly one: OneConsolidation }) {
  const isFrozen = one.stage === 'frozen' || one.stage === 'issued';
  const latest = one.editions[0]?.number;
  if (!isFrozen && !one.isInside) return null;
  const at = `/bao-cao-tong-hop/${one.id}/ban/${isFrozen && latest !== undefined ? latest : 'thao'}`;
  return (
    <Actions remark={oneText.printLead}>
      <LinkButton kind="second" href={`${at}/docx`}>
        {isFrozen ? oneText.word : oneText.draftWord}
      </LinkButton>
      <LinkButton kind="second" href={`${at}/pdf`}>
        {isFrozen ? oneText.pdf : oneText.draftPdf}
      </LinkButton>
    </Actions>
  );
}
