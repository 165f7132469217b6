import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { explained } from '../../awards/standards/explained.text.ts';
import { appraiseNominee } from '../concluding.server.ts';
import { decideFlag } from '../flag-decisions.server.ts';
import { appraisedNominees } from '../appraised.server.ts';
import { appraisalOf } from '../one.server.ts';
import { appraisalProblems, appraisalText as said, changeText } from '../text.ts';
import { Checklist } from './Checklist.tsx';
import { FlagsOfNominee } from './FlagsOfNominee.tsx';
import { Held, Neighbours, PapersAndCopies, Twins } from './NomineeParts.tsx';
import type { Route } from './+types/nominee.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const one = await appraisalOf(db, person, askedId(args.params.dossierId), today);
  if (one?.kind !== 'inside') return pageNotFound();
  const { dossier, mayAppraise, nominees: all } = one;
  const at = all.findIndex(({ id }) => id === args.params.nomineeId);
  const ids = all.slice(at, at + 1).map(({ id }) => id);
  const [nominee = pageNotFound()] = await appraisedNominees(db, person, { dossier, all, ids }, today);
  return {
    nominee,
    words: explained(nominee.case, nominee.evaluation),
    dossier: { id: dossier.id, title: dossier.title, unitName: dossier.unitName, year: dossier.year },
    mayAppraise,
    at: at + 1,
    all: all.length,
    previous: all[at - 1]?.id,
    next: all[at + 1]?.id,
    done: new URL(args.request.url).searchParams.get('da'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const on = { dossierId, nomineeId: askedId(args.params.nomineeId), version: versionIn(fields), typed: fields };
  const isFlag = fields['viec'] === 'canh-bao';
  const result = await act(edge, (context) =>
    isFlag ? decideFlag(context, { ...on, flagId: askedId(fields['o']) }) : appraiseNominee(context, on),
  );
  const deed = isFlag ? 'canh-bao' : 'ket-luan';
  if (result.ok) {
    const onto = !isFlag && fields['tiep'] ? askedId(fields['tiep']) : on.nomineeId;
    return redirect(`/khen-thuong/tham-dinh/${dossierId}/${onto}?da=${deed}`);
  }
  const answer = { deed, fields, problems: appraisalProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function AppraisedNominee({ loaderData, actionData }: Route.ComponentProps) {
  const { nominee, dossier, at, all, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  return (
    <Page
      title={nominee.name}
      lead={`${awardName(nominee.awardCode)}, ${dossier.year}. ${nominee.holderUnitName}. ${said.position(at, all)}.`}
      trail={[
        { label: said.title, href: '/khen-thuong/tham-dinh' },
        { label: dossier.title, href: `/khen-thuong/tham-dinh/${dossier.id}` },
      ]}
    >
      <title>{`${said.title}: ${nominee.name}`}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {nominee.changes.length > 0 && (
        <Notice kind="warning" title={said.changedTitle}>
          <ul>
            {nominee.changes.map((change) => (
              <li key={changeText(change)}>{changeText(change)}</li>
            ))}
          </ul>
          <p>{said.changedLead}</p>
        </Notice>
      )}
      <Neighbours {...loaderData} />
      <section>
        <h2>{said.achievement}</h2>
        <p>{nominee.achievement}</p>
      </section>
      <Held nominee={nominee} />
      <Twins nominee={nominee} />
      <PapersAndCopies nominee={nominee} />
      <FlagsOfNominee nominee={nominee} mayAppraise={loaderData.mayAppraise} refused={actionData} />
      <Checklist {...loaderData} refused={actionData} />
    </Page>
  );
}
