import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { Result } from '../../../kernel/result.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { readPage } from '../../../ui/address.ts';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { lackingShown } from '../../dossiers/editions.server.ts';
import { Lacked } from '../../dossiers/routes/DossierParts.tsx';
import { dossierLook } from '../../dossiers/stage-look.ts';
import { dossierStageText } from '../../dossiers/text.ts';
import { FairnessShares } from '../../register/FairnessShares.tsx';
import { appraisedNominees } from '../appraised.server.ts';
import { writeSummary } from '../concluding.server.ts';
import { leaveAppraisal, leavings } from '../leaving.server.ts';
import type { Outside } from '../one.server.ts';
import { appraisalOf } from '../one.server.ts';
import { pageOf, unconcludedOf } from '../looked-page.ts';
import { appraisalProblems, appraisalText as said } from '../text.ts';
import { Leave } from './Leave.tsx';
import { NomineeTable } from './NomineeTable.tsx';
import { Opinions, PublicPart } from './Opinions.tsx';
import { Summary } from './Summary.tsx';
import type { Route } from './+types/dossier.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const one = (await appraisalOf(db, person, askedId(args.params.dossierId), today)) ?? pageNotFound();
  const query = new URL(args.request.url).searchParams;
  const page = pageOf(one.kind === 'inside' ? one.nominees : [], readPage(query.toString()));
  const done = query.get('da');
  if (one.kind === 'outside') return { one, lacked: undefined, shown: [], paging: page.paging, today, done };
  const { dossier, nominees: all } = one;
  const [lacked, shown] = await Promise.all([
    lackingShown(db, dossier),
    appraisedNominees(db, person, { dossier, all, ids: page.ids }, today),
  ]);
  return { one, lacked, shown, paging: page.paging, today, done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const version = versionIn(fields);
  const move = leavings.find((each) => each === fields['viec'] && each !== 'consult');
  const result = await act(edge, async (context): Promise<Result<unknown>> =>
    move
      ? leaveAppraisal(context, { dossierId, version, move, typed: fields })
      : writeSummary(context, { dossierId, version, typed: fields }),
  );
  if (result.ok) return redirect(`/khen-thuong/tham-dinh/${dossierId}?da=${move ?? 'nhan-xet'}`);
  const answer = { deed: move ?? 'nhan-xet', fields, problems: appraisalProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function AppraisedDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { one, today, done } = loaderData;
  if (one.kind === 'outside') return <UnitView one={one} />;
  const { dossier } = one;
  const unconcluded = unconcludedOf(one.nominees).length;
  const told = done === null ? undefined : said.done[done];
  return (
    <Page
      title={dossier.title}
      lead={said.of(dossier.unitName, dossier.awardCodes.map(awardName).join(', '))}
      trail={[{ label: said.title, href: '/khen-thuong/tham-dinh' }]}
      action={<Stage stage={dossierLook[dossier.stage]} word={dossierStageText[dossier.stage]} />}
    >
      <title>{`${said.title}: ${dossier.title}`}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      <div className="acts">
        <LinkButton kind="second" href={`/khen-thuong/ho-so/${dossier.id}`}>
          {said.openDossier}
        </LinkButton>
        <LinkButton kind="second" href={`/khen-thuong/tham-dinh/${dossier.id}/bao-cao/docx`}>
          {`${said.report} (${said.word})`}
        </LinkButton>
        <LinkButton kind="second" href={`/khen-thuong/tham-dinh/${dossier.id}/bao-cao/pdf`}>
          {`${said.report} (${said.pdf})`}
        </LinkButton>
        {one.mayAppraise && unconcluded > 0 && (
          <LinkButton kind="second" href={`/khen-thuong/tham-dinh/${dossier.id}/ket-luan-chung`}>
            {said.concludeAll(unconcluded)}
          </LinkButton>
        )}
      </div>
      <Lacked lacked={loaderData.lacked} />
      <NomineeTable dossierId={dossier.id} nominees={loaderData.shown} paging={loaderData.paging} />
      <Leave one={one} refused={actionData} />
      <Opinions one={one} today={today} />
      <PublicPart one={one} />
      <Summary one={one} refused={actionData} />
      <FairnessShares shares={one.shares} />
    </Page>
  );
}

/** What the unit that proposed may know while it waits. */
function UnitView({ one: { dossier, isBeingVerified, bodiesAsked, list } }: { readonly one: Outside }) {
  return (
    <Page
      title={said.unitTitle}
      lead={dossier.title}
      trail={[{ label: dossier.code, href: `/khen-thuong/ho-so/${dossier.id}` }]}
      action={<Stage stage={dossierLook[dossier.stage]} word={dossierStageText[dossier.stage]} />}
    >
      <title>{said.unitTitle}</title>
      {isBeingVerified && <Notice kind="info">{said.unitVerifying}</Notice>}
      {bodiesAsked > 0 && <p>{said.unitAsked(bodiesAsked)}</p>}
      {list && (
        <p>
          <a href={`/lay-y-kien/${list.id}`}>{said.publicList}</a>: {dateText(list.openedOn)} –{' '}
          {dateText(list.closesOn)}
        </p>
      )}
      {!isBeingVerified && bodiesAsked === 0 && !list && <p>{said.unitNothing}</p>}
    </Page>
  );
}
