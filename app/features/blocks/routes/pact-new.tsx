import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, typedIn } from '../../../platform/http.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import { doDraft } from '../deeds.server.ts';
import { blocksText as said, pactMoveText, yearOverText } from '../text.ts';
import { lastDayOf } from '../typed.ts';
import { mayPlan } from '../year-page.server.ts';
import { answered, yearAt } from './at.ts';
import { yearPath } from '../year-path.ts';
import { PactFields } from './PactFields.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/pact-new.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const found = await yearAt(edge, args.params);
  if (!mayPlan(found, person)) pageForbidden();
  const isOver = plainDateIn(edge.services.clock()) > lastDayOf(found.year);
  return { block: found.block, year: found.year, minted: newId(), isOver };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { block, year } = await yearAt(edge, args.params);
  const { fields } = await typedIn(args.request);
  const result = await doDraft(edge, { blockId: block.id, year }, fields, act);
  return answered(result, { deed: 'draft', fields, to: (id) => `/khoi-cum/giao-uoc/${id}?da=draft` });
}

export default function NewPact({ loaderData: { block, year, minted, isOver }, actionData }: Route.ComponentProps) {
  const { fields, problems, errorAt } = formOf(actionData, 'draft');
  const trail = [
    { label: said.title, href: `/khoi-cum?nam=${year}` },
    { label: said.yearTitle(block.name, year), href: yearPath(block.code, year) },
  ];
  return (
    <Page title={said.newPact} lead={said.pactLead} trail={trail}>
      <title>{said.newPact}</title>
      <Said done={null} refused={actionData} />
      {isOver && !actionData && <Notice kind="info">{yearOverText(year)}</Notice>}
      {!isOver && (
        <Form hidden={{ ma: fields['ma'] ?? minted }} errors={problems} guard={`giao-uoc-${block.code}-${year}`}>
          <PactFields fields={fields} errorAt={errorAt} />
          <Button>{pactMoveText.change}</Button>
        </Form>
      )}
    </Page>
  );
}
