import { pointsText } from '../../../kernel/hundredths.ts';
import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findInitiative } from '../one.server.ts';
import { givePoints } from '../panel.server.ts';
import { initiativeProblems, initiativesText as said, notAuthorField } from '../text.ts';
import { Words } from './InitiativeParts.tsx';
import { NotAuthor } from './NotAuthor.tsx';
import type { Route } from './+types/score.ts';

/** The sheet of one member: what is reviewed above, own points below. To anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = await findInitiative(edge.services.db, person, askedId(args.params.initiativeId));
  const panel = one?.panels.find(({ closedAt }) => closedAt === null);
  const member = panel?.members.find(({ personId }) => personId === person.personId);
  if (!one?.mayScore || !panel || !member) return pageNotFound();
  return { one, panel, member };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.initiativeId);
  const { fields } = await typedIn(args.request);
  const given = await act(edge, (context) =>
    givePoints(context, {
      id,
      typed: (position) => fields[`diem-${position}`] ?? '',
      remark: fields['nhan-xet'] ?? '',
      hasInterest: fields['loi-ich'] === 'on',
      isNoAuthor: fields[notAuthorField] === 'on',
    }),
  );
  if (given.ok) return redirect(`/sang-kien/${id}?da=score`);
  return data({ fields, problems: initiativeProblems(given.refusal) }, { status: statusOf(given.refusal) });
}

export default function Score({ loaderData, actionData }: Route.ComponentProps) {
  const { one, panel, member } = loaderData;
  const { initiative } = one;
  const typed = actionData?.fields;
  const problems = actionData?.problems ?? [];
  const storedAt = (position: number) => {
    const own = member.points.find((each) => each.position === position);
    return own && pointsText(own.points);
  };
  return (
    <Page
      title={said.scoreTitle(initiative.title)}
      lead={`${said.panelSet(panel.set.name, panel.set.edition, panel.set.basis === null)} ${said.panelRule(panel.set.threshold)}`}
      trail={[
        { label: said.title, href: '/sang-kien' },
        { label: initiative.title, href: `/sang-kien/${initiative.id}` },
      ]}
    >
      <title>{said.scoreTitle(initiative.title)}</title>
      <Words one={one} />
      <h2>{said.score}</h2>
      <Notice kind="info">{said.scoreNote}</Notice>
      <Form errors={problems}>
        {panel.set.criteria.map(({ position, name, most }) => (
          <Field
            key={position}
            type="number-vi"
            name={`diem-${position}`}
            label={name}
            hint={said.scoreHint(most)}
            value={typed?.[`diem-${position}`] ?? storedAt(position)}
            error={problems.find(({ field }) => field === `diem-${position}`)?.message}
          />
        ))}
        <Field
          type="textarea"
          rows={3}
          name="nhan-xet"
          label={said.remark}
          optional
          value={typed?.['nhan-xet'] ?? member.remark}
        />
        <NotAuthor
          interest={member.interest}
          checked={typed ? typed[notAuthorField] === 'on' : member.isCleared}
          error={problems.find(({ field }) => field === notAuthorField)?.message}
        />
        <Checkbox
          name="loi-ich"
          label={said.interest}
          checked={typed ? typed['loi-ich'] === 'on' : member.hasInterest}
        />
        <Actions>
          <Button>{said.saveScore}</Button>
          <a href={`/sang-kien/${initiative.id}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
