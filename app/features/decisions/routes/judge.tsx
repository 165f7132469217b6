import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { ShownProblem } from '../../../ui/field-error.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { getAward } from '../../awards/award.ts';
import { doOnDecision } from '../deeds.server.ts';
import { findDecision } from '../one.server.ts';
import { decisionProblems, decisionsText as said } from '../text.ts';
import type { Route } from './+types/judge.ts';

/** Names exactly whom it will change; sent, it changes these and nobody else. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one =
    (await findDecision(
      edge.services.db,
      person,
      askedId(args.params.decisionId),
      plainDateIn(edge.services.clock()),
    )) ?? pageNotFound();
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
  const problems = decisionProblems(result.refusal, 'judge');
  return data({ fields: sent.fields, problems }, { status: statusOf(result.refusal) });
}

export default function Judge({ loaderData, actionData }: Route.ComponentProps) {
  const { decision, lines, verdict } = loaderData;
  const back = `/khen-thuong/quyet-dinh/${decision.id}`;
  const title = lines.length === 0 ? said.list : said.confirmTitle(verdict, lines.length);
  const problems = actionData?.problems ?? [];
  const atTop = problems.filter(({ field }) => field === '');
  return (
    <Page title={title} trail={[{ label: decision.content.about, href: back }]}>
      <title>{title}</title>
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      {lines.length === 0 ? (
        <Empty what={said.chosenHere} why={said.nobodyChosen} first={<a href={back}>{said.backToList}</a>} />
      ) : (
        <Chosen
          {...loaderData}
          back={back}
          verb={title.replace('?', '')}
          fields={actionData?.fields ?? {}}
          problems={problems.filter(({ field }) => field !== '')}
        />
      )}
    </Page>
  );
}

type ChosenProps = Route.ComponentProps['loaderData'] & {
  readonly back: string;
  readonly verb: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ShownProblem[];
};

function Chosen({ decision, lines, verdict, back, verb, fields, problems }: ChosenProps) {
  return (
    <>
      <p>{said.confirmWhat}</p>
      <ul>
        {lines.map(({ id, name, unitName, awardCode }) => (
          <li key={id}>{`${name}, ${unitName}: ${getAward(awardCode).name}`}</li>
        ))}
      </ul>
      <Confirm
        what={said.confirm}
        verb={verb}
        back={back}
        version={decision.version}
        hidden={{ viec: 'judge', 'ket-qua': verdict }}
        errors={problems}
      >
        {lines.map(({ id }) => (
          <input key={id} type="hidden" name="dong" value={id} />
        ))}
        {verdict === 'refuse' && (
          <Field
            type="textarea"
            rows={3}
            name="ly-do"
            label={said.reason}
            value={fields['ly-do']}
            error={problems.find(({ field }) => field === 'ly-do')?.message}
          />
        )}
      </Confirm>
    </>
  );
}
