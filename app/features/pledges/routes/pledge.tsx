import { data, redirect } from 'react-router';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { ListedPledge } from '../list.server.ts';
import { listPledges } from '../list.server.ts';
import { doOnPledge } from '../pledge-deeds.server.ts';
import { pledgeMoves } from '../procedure.ts';
import { pledgeLook } from '../stage-look.ts';
import { pledgeMoveText, pledgeProblems, pledgesText, pledgeStageText, pledgeVersions } from '../text.ts';
import { PledgeFields } from './PledgeFields.tsx';
import type { Route } from './+types/pledge.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const id = uuid.test(args.params.pledgeId) ? args.params.pledgeId : pageNotFound();
  const query = { ids: [id], withSuperseded: true, withWithdrawn: true };
  const [pledge] = (await listPledges(edge.services.db, person, query)).rows;
  return { pledge: pledge ?? pageNotFound(), newId: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = uuid.test(args.params.pledgeId) ? args.params.pledgeId : pageNotFound();
  const { fields } = await typedIn(args.request);
  const { deed, result } = await doOnPledge(edge, id, fields, act);
  if (result.ok) return redirect(`/dang-ky-chi-tieu/${result.value.id}${keepsTheirs(fields) ? '' : `?da=${deed}`}`);
  const isRace = result.refusal.kind === 'lost_race';
  return data({ fields, deed, isRace, problems: pledgeProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

type Props = Route.ComponentProps;
type Refused = Props['actionData'];

export default function Pledge({ loaderData, actionData }: Props) {
  const { pledge, newId: mintedId, done } = loaderData;
  const move = pledgeMoves.find((each) => each === done);
  const ways = (['submit', 'recall', 'withdraw'] as const).filter((way) => pledge.moves.includes(way));
  const isWay = actionData && !['change', 'revise', 'return'].includes(actionData.deed);
  return (
    <Page
      title={pledge.wording}
      lead={`${pledge.unitName}, ${pledgesText.year.toLocaleLowerCase('vi')} ${pledge.year}`}
      trail={[{ label: pledgesText.title, href: `/dang-ky-chi-tieu?nam=${pledge.year}` }]}
      action={<Stage stage={pledgeLook[pledge.stage]} word={pledgeStageText[pledge.stage]} />}
    >
      <title>{pledge.wording}</title>
      {!actionData && move && (
        <Notice kind="success">
          {move === 'change' || move === 'revise' ? pledgesText.saved : pledgesText.done(move)}
        </Notice>
      )}
      {isWay && <Notice kind="refusal">{actionData.problems[0]?.message ?? ''}</Notice>}
      {pledge.isSuperseded && <Notice kind="info">{pledgesText.superseded}</Notice>}
      {pledge.stage === 'returned' && pledge.returnReason && (
        <Notice kind="warning" title={pledgesText.returned}>
          {pledge.returnReason}
        </Notice>
      )}
      <PledgeFacts pledge={pledge} />
      {pledge.moves.includes('accept') && <Decide pledge={pledge} refused={actionData} />}
      {pledge.moves.includes('change') && (
        <section>
          <h2>{pledgesText.changeTitle}</h2>
          <ContentForm pledge={pledge} deed="change" newId={mintedId} refused={actionData} />
        </section>
      )}
      {ways.length > 0 && (
        <div className="acts">
          {ways.map((way) => (
            <Form key={way} version={pledge.version} hidden={{ viec: way }}>
              <Button kind={way === 'submit' ? 'primary' : way === 'withdraw' ? 'danger' : 'second'}>
                {pledgeMoveText[way]}
              </Button>
            </Form>
          ))}
        </div>
      )}
      {pledge.moves.includes('revise') && !pledge.isSuperseded && (
        <details open={actionData?.deed === 'revise'}>
          <summary>{pledgesText.reviseTitle}</summary>
          <p>{pledgesText.reviseLead}</p>
          <ContentForm pledge={pledge} deed="revise" newId={mintedId} refused={actionData} />
        </details>
      )}
    </Page>
  );
}

function PledgeFacts({ pledge }: { readonly pledge: ListedPledge }) {
  const { indicatorCode, indicatorName, schemeCode, criterionCode, schemeName, value, unitOfMeasure } = pledge;
  const about =
    indicatorCode !== null ? (
      <a href={`/chi-tieu/${indicatorCode}`}>{`${indicatorCode} ${indicatorName ?? ''}`}</a>
    ) : (
      <a href={`/de-an/${schemeCode ?? ''}`}>{`${criterionCode ?? schemeCode ?? ''} ${schemeName ?? ''}`}</a>
    );
  return (
    <Pairs
      pairs={[
        { label: pledgesText.about, value: about },
        ...(value === null
          ? []
          : [{ label: pledgesText.value, value: `${formatVietnamese(value)} ${unitOfMeasure ?? ''}` }]),
        ...(pledge.submittedByName ? [{ label: pledgesText.by, value: pledge.submittedByName }] : []),
      ]}
    />
  );
}

function Decide({ pledge, refused }: { readonly pledge: ListedPledge; readonly refused: Refused }) {
  const mine = refused?.deed === 'return' ? refused : undefined;
  const error = mine?.problems[0]?.message;
  const errors = error ? [{ field: 'ly-do', label: pledgesText.reason, message: error }] : [];
  return (
    <section>
      <h2>{pledgesText.decide}</h2>
      <Form version={pledge.version} hidden={{ viec: 'accept' }}>
        <Button>{pledgeMoveText.accept}</Button>
      </Form>
      <Form version={pledge.version} hidden={{ viec: 'return' }} errors={errors}>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={pledgesText.reason}
          value={mine?.fields['ly-do']}
          error={error}
        />
        <Button kind="second">{pledgeMoveText.return}</Button>
      </Form>
    </section>
  );
}

function ContentForm(props: {
  readonly pledge: ListedPledge;
  readonly deed: 'change' | 'revise';
  readonly newId: string;
  readonly refused: Refused;
}) {
  const { pledge, deed, newId: mintedId, refused } = props;
  const mine = refused?.deed === deed ? refused : undefined;
  const stored = {
    wording: pledge.wording,
    value: pledge.value === null ? '' : formatVietnamese(pledge.value, undefined, 10),
    unitOfMeasure: pledge.indicatorCode === null ? (pledge.unitOfMeasure ?? '') : '',
  };
  const hidden = deed === 'revise' ? { viec: deed, moi: mine?.fields['moi'] ?? mintedId } : { viec: deed };
  return (
    <Form version={pledge.version} hidden={hidden} errors={mine?.problems} guard={`dang-ky-${deed}-${pledge.id}`}>
      {mine?.isRace && deed === 'change' && <Compare fields={pledgeVersions(mine.fields, stored)} />}
      <PledgeFields
        fields={mine?.fields ?? stored}
        errorAt={(name) => mine?.problems.find(({ field }) => field === name)?.message}
      />
      <Actions>
        <Button kind="second">{deed === 'revise' ? pledgesText.reviseSave : pledgesText.saveChange}</Button>
      </Actions>
    </Form>
  );
}
