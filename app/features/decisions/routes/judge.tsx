import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { getAward } from '../../awards/award.ts';
import { doOnDecision } from '../deeds.server.ts';
import { findDecision } from '../one.server.ts';
import { decisionRefusal, decisionsText as said } from '../text.ts';
import type { Route } from './+types/judge.ts';

/** Names exactly whom it will change; sent, it changes these and nobody else. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await findDecision(edge.services.db, person, askedId(args.params.decisionId))) ?? pageNotFound();
  const { decision, lines } = one;
  if (!decision.moves.includes('judge') && !decision.moves.includes('change')) return pageNotFound();
  const asked = new URL(args.request.url).searchParams;
  const chosen = new Set(asked.getAll('dong'));
  const verdict = asked.get('ket-qua') === 'grant' ? ('grant' as const) : ('refuse' as const);
  return { decision, lines: lines.filter(({ id }) => chosen.has(id)), verdict };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.decisionId);
  const sent = await typedIn(args.request);
  const result = await doOnDecision(edge, id, sent, act);
  if (result.ok) return redirect(`/khen-thuong/quyet-dinh/${id}?da=judge`);
  return data({ fields: sent.fields, message: decisionRefusal(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Judge({ loaderData, actionData }: Route.ComponentProps) {
  const { decision, lines, verdict } = loaderData;
  const back = `/khen-thuong/quyet-dinh/${decision.id}`;
  const title = said.confirmTitle(verdict, lines.length);
  return (
    <Page title={title} trail={[{ label: decision.content.about, href: back }]}>
      <title>{title}</title>
      {actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      <p>{said.confirmWhat}</p>
      <ul>
        {lines.map(({ id, name, unitName, awardCode }) => (
          <li key={id}>{`${name}, ${unitName}: ${getAward(awardCode).name}`}</li>
        ))}
      </ul>
      <Confirm
        what={said.confirm}
        verb={title.replace('?', '')}
        back={back}
        version={decision.version}
        hidden={{ viec: 'judge', 'ket-qua': verdict }}
      >
        {lines.map(({ id }) => (
          <input key={id} type="hidden" name="dong" value={id} />
        ))}
        {verdict === 'refuse' && (
          <Field type="textarea" rows={3} name="ly-do" label={said.reason} value={actionData?.fields['ly-do'] ?? ''} />
        )}
      </Confirm>
    </Page>
  );
}
