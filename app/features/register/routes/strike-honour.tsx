import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { awardNameOn } from '../../awards/text.ts';
import { strikeHonour, unstrikeHonour } from '../correcting.server.ts';
import { correctionText as said } from '../correction.text.ts';
import { findHonour } from '../honour-row.server.ts';
import type { OneHonour } from '../honour-row.server.ts';
import { registerProblems, registerText } from '../text.ts';
import { FixedHonour } from './FixedHonour.tsx';
import type { Route } from './+types/strike-honour.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const honour = await findHonour(edge.services.db, person, askedId(args.params.honourId));
  return { honour: honour?.mayCorrect ? honour : pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const honourId = askedId(args.params.honourId);
  const command = { honourId, version: Number(fields['version']), reason: fields['ly-do'] ?? '' };
  const deed = fields['viec'] === 'khoi-phuc' ? unstrikeHonour : strikeHonour;
  const done = await act(edge, (context) => deed(context, command));
  if (done.ok) return redirect(`/khen-thuong/so/${done.value.holderId}?da=luu`);
  return data({ fields, problems: registerProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function StrikeHonour({ loaderData: { honour }, actionData }: Route.ComponentProps) {
  const { holder } = honour;
  const back = `/khen-thuong/so/${holder.id}`;
  const isStruck = honour.struckAt !== null;
  const title = isStruck ? said.unstrikeTitle : said.strikeTitle;
  return (
    <Page
      title={title}
      lead={`${holder.name}: ${lineOf(honour)}`}
      trail={[
        { label: registerText.title, href: '/khen-thuong/so' },
        { label: holder.name, href: back },
      ]}
    >
      <title>{title}</title>
      {!isStruck && (honour.origin === 'decision' || honour.isUnderRevocation) ? (
        <FixedHonour honour={honour} />
      ) : (
        <Confirm
          what={isStruck ? said.unstrikeWhat : said.strikeWhat}
          verb={isStruck ? said.unstrike : said.strike}
          back={back}
          version={honour.version}
          hidden={{ viec: isStruck ? 'khoi-phuc' : 'gach' }}
          errors={actionData?.problems}
        >
          <Field
            name="ly-do"
            label={said.reason}
            value={actionData?.fields['ly-do']}
            error={actionData?.problems.find(({ field }) => field === 'ly-do')?.message}
            width="long"
          />
        </Confirm>
      )}
    </Page>
  );
}

function lineOf({ awardCode, year, decisionNumber, decidedOn }: OneHonour): string {
  const decision = `${registerText.decision} ${registerText.decisionOf(decisionNumber, decidedOn)}`;
  return `${registerText.forYear(awardNameOn(awardCode, decidedOn), year)}; ${decision}`;
}
