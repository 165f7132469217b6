import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { scoreSteps } from '../procedure.ts';
import { scoringProblems } from '../refusals.text.ts';
import { giveScores } from '../scores.server.ts';
import { agreedIn, rowsIn, scoreSheet } from '../sheet.server.ts';
import { fillText, scoringText, stepAddress } from '../text.ts';
import { SheetRows } from './SheetRows.tsx';
import type { Route } from './+types/sheet.ts';

const stepAt = (address: string | undefined) => scoreSteps.find((step) => stepAddress[step] === address);

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const step = stepAt(args.params.step) ?? pageNotFound();
  const asked = { id: askedId(args.params.cardId), step, today: plainDateIn(clock()) };
  return (await scoreSheet(db, person, asked)) ?? pageNotFound();
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const step = stepAt(args.params.step) ?? pageNotFound();
  const id = askedId(args.params.cardId);
  const { fields } = await typedIn(args.request);
  const agree = fields['viec'] === 'agree';
  const sheet = agree ? await scoreSheet(db, person, { id, step, today: plainDateIn(clock()) }) : undefined;
  const rows = rowsIn(fields, sheet && agreedIn(sheet));
  const result = await act(edge, (context) => giveScores(context, { cardId: id, step, rows }));
  if (result.ok) return redirect(`/cham-diem/phieu/${id}?da=cham`);
  const { refusal } = result;
  const raced = refusal.kind === 'scores_wrong' ? refusal.rows.filter((row) => row.refusal.kind === 'lost_race') : [];
  return data(
    { fields, raced: raced.map(({ code }) => code), problems: scoringProblems(refusal) },
    { status: statusOf(refusal) },
  );
}

export default function Sheet({ loaderData, actionData }: Route.ComponentProps) {
  const { card, names, step } = loaderData;
  const general = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const title = `${fillText[step]}: ${names.unitName}`;
  return (
    <Page
      title={title}
      lead={scoringText.sheetLead(step)}
      trail={[
        { label: scoringText.title, href: '/cham-diem' },
        { label: names.judgementTitle, href: `/cham-diem/${card.judgementId}` },
        { label: scoringText.cardTitle(names.unitName), href: `/cham-diem/phieu/${card.id}` },
      ]}
    >
      <title>{title}</title>
      {general.map(({ message }) => (
        <Notice key={message} kind="refusal">
          {message}
        </Notice>
      ))}
      <Form wide errors={actionData?.problems.filter(({ field }) => field !== '')} guard={`phieu-${card.id}-${step}`}>
        <SheetRows sheet={loaderData} refused={actionData} />
        <Actions>
          <Button>{scoringText.saveSheet}</Button>
          {step !== 'self' && step !== 'expert' && (
            <Button kind="second" name="viec" value="agree">
              {scoringText.agree}
            </Button>
          )}
        </Actions>
      </Form>
    </Page>
  );
}
