import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { GROUP_TEXT } from '../../awards/standards/text.ts';
import type { ListedBody } from '../asked-bodies.server.ts';
import { confirmBody, endBody, listBodies, proposeBody } from '../asked-bodies.server.ts';
import { factStateText } from '../flags.text.ts';
import { insideRoles } from '../rights.ts';
import { appraisalProblems, appraisalText as said, dossierKindText } from '../text.ts';
import { AppraisalTabs } from './AppraisalTabs.tsx';
import { ProposeBody } from './ProposeBody.tsx';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';
import type { Route } from './+types/asked-bodies.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  if (!holdsRole(person, ...insideRoles)) return pageForbidden();
  return {
    bodies: await listBodies(edge.services.db),
    me: person.personId,
    mayPropose: holdsRole(person, 'appraiser'),
    mayConfirm: holdsRole(person, 'appraiser', 'deciding_authority'),
    minted: newId(),
    done: new URL(args.request.url).searchParams.get('da'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const on = { id: askedId(fields['o']), version: versionIn(fields) };
  const deed = ['xac-nhan', 'het-hieu-luc'].find((each) => each === fields['viec']) ?? 'de-xuat';
  const typed = { ...fields, silence: fields['silence'] ? 'co' : '' };
  const result = await act(edge, async (context) => {
    if (deed === 'xac-nhan') return confirmBody(context, on);
    if (deed === 'het-hieu-luc') return endBody(context, { ...on, reason: fields['reason'] ?? '' });
    return proposeBody(context, { id: mintedId(fields['ma']), typed });
  });
  if (result.ok) return redirect(`/khen-thuong/tham-dinh/co-quan?da=${deed}`);
  const answer = { deed, fields, problems: appraisalProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function AskedBodies({ loaderData, actionData }: Route.ComponentProps) {
  const { bodies, mayPropose, minted, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  return (
    <Page title={said.bodiesTitle} lead={said.bodiesLead}>
      <title>{said.bodiesTitle}</title>
      <AppraisalTabs current="bodies" />
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {bodies.map((body) => (
        <Body key={body.id} body={body} {...loaderData} refused={actionData} />
      ))}
      {mayPropose && <ProposeBody minted={minted} refused={actionData} />}
    </Page>
  );
}

type BodyProps = Pick<Route.ComponentProps['loaderData'], 'me' | 'mayPropose' | 'mayConfirm'> & {
  readonly body: ListedBody;
  readonly refused: Refused;
};

function concernsText({ awardCode, awardLevel, dossierKind, holderGroup }: ListedBody): string {
  const parts = [
    awardCode === null ? '' : awardName(awardCode),
    awardLevel === null ? '' : `${said.level.toLowerCase()} ${said.levels[awardLevel] ?? ''}`,
    dossierKind === null ? '' : (dossierKindText[dossierKind] ?? dossierKind),
    holderGroup === null ? '' : ((GROUP_TEXT as Readonly<Record<string, string>>)[holderGroup] ?? holderGroup),
  ];
  return parts.filter(Boolean).join('; ') || said.any;
}

function Body({ body, me, mayPropose, mayConfirm, refused }: BodyProps) {
  const { id, version, basis, state, validFrom, validUntil, counts, proposedBy, proposedById, confirmedBy } = body;
  const end = formOf(refused, 'het-hieu-luc', { o: id });
  const confirm = formOf(refused, 'xac-nhan', { o: id });
  const by = proposedBy === null ? said.ofProduct : [proposedBy, confirmedBy ?? said.waitsConfirm].join('; ');
  return (
    <section>
      <h2>{body.body}</h2>
      <p>
        {said.concernsText}: {concernsText(body)}. {basis} ({factStateText[state]}). {said.validFrom}{' '}
        {dateText(validFrom)}
        {validUntil !== null && `, ${said.validUntil.toLowerCase()} ${dateText(validUntil)}`}. <small>{by}</small>
      </p>
      {mayConfirm && !counts && proposedById !== me && (
        <Form version={version} hidden={{ viec: 'xac-nhan', o: id }} errors={confirm.problems}>
          <Button kind="second">{said.confirm}</Button>
        </Form>
      )}
      {mayPropose && validUntil === null && (
        <details open={end.isOpen}>
          <summary>{said.end}</summary>
          <Form version={version} hidden={{ viec: 'het-hieu-luc', o: id }} errors={end.problems} scope={id}>
            <Field name="reason" label={said.endReason} value={end.fields['reason']} error={end.errorAt('reason')} />
            <Button kind="danger">{said.end}</Button>
          </Form>
        </details>
      )}
    </section>
  );
}
