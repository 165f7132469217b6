import { data } from 'react-router';
import { edgeOf, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { brakeLookUp } from '../form-stamp.server.ts';
import type { Followed } from '../public.server.ts';
import { followOpinion } from '../public.server.ts';
import type { ShownProblem } from '../text.ts';
import { appraisalProblems, outcomeText, publicText as said } from '../text.ts';
import type { Route } from './+types/follow.ts';

type Answer = { readonly code: string; readonly found?: Followed; readonly problems: readonly ShownProblem[] };

/** Sent as a form and not in the address, so that the code stands in no history and no log. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const { fields } = await typedIn(args.request);
  const code = fields['ma'] ?? '';
  const brake = await brakeLookUp(edge.address);
  if (brake) return answered({ code, problems: appraisalProblems(brake) }, statusOf(brake));
  const found = await followOpinion(edge.services.db, edge.services.seal, code);
  if (found) return answered({ code, found, problems: [] }, 200);
  return answered({ code, problems: [{ field: 'ma', label: said.receipt, message: said.followNothing }] }, 404);
}

const answered = (answer: Answer, status: number) => data(answer, { status });

export default function FollowOpinion({ actionData }: Route.ComponentProps) {
  return (
    <Page title={said.follow} lead={said.followLead} trail={[{ label: said.back, href: '/lay-y-kien' }]}>
      <title>{said.follow}</title>
      {actionData?.found && <Found found={actionData.found} />}
      <Form errors={actionData?.problems}>
        <Field
          name="ma"
          label={said.receipt}
          hint={said.followHint}
          width="medium"
          autoComplete="off"
          value={actionData?.code}
          error={actionData?.problems[0]?.message}
        />
        <Button>{said.followVerb}</Button>
      </Form>
    </Page>
  );
}

function Found({ found }: { readonly found: Followed }) {
  const { unitName, receivedOn, outcome, reason, passedTo, handledAt } = found;
  return (
    <section>
      <p>{outcome ? outcomeText[outcome] : said.followWaiting(unitName)}</p>
      <Pairs
        pairs={[
          { label: said.received, value: momentText(receivedOn) },
          ...(handledAt ? [{ label: said.handled, value: momentText(handledAt) }] : []),
          ...(reason ? [{ label: said.reason, value: reason }] : []),
          ...(passedTo ? [{ label: said.passedTo, value: passedTo }] : []),
        ]}
      />
    </section>
  );
}
