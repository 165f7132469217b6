import { isAllowed } from '../../../kernel/permit.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, typedIn } from '../../../platform/http.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import { rootPath } from '../../organisation/root.server.ts';
import { doDecision } from '../deeds.server.ts';
import { blockRights } from '../procedure.ts';
import { blocksText as said, fieldText } from '../text.ts';
import { answered, yearAt } from './at.ts';
import { yearPath } from '../year-path.ts';
import { PartsTable } from './PartsTable.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/decision.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  if (!isAllowed(blockRights, 'block.decide', person, await rootPath(edge.services.db))) pageForbidden();
  return { found: await yearAt(edge, args.params), minted: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { block, year } = await yearAt(edge, args.params);
  const typed = await typedIn(args.request);
  const result = await doDecision(edge, { blockId: block.id, year }, typed, act);
  return answered(result, {
    deed: 'decide',
    fields: typed.fields,
    to: () => `${yearPath(block.code, year)}?da=decision`,
  });
}

export default function Decision({ loaderData, actionData }: Route.ComponentProps) {
  const { found, minted } = loaderData;
  const { block, year, seats } = found;
  const { fields, problems, errorAt } = formOf(actionData, 'decide');
  const rows = seats.map(({ unitId, name, part }) => ({ unitId, name, part, note: null }));
  const trail = [
    { label: said.title, href: `/khoi-cum?nam=${year}` },
    { label: said.yearTitle(block.name, year), href: yearPath(block.code, year) },
  ];
  return (
    <Page title={said.decisionTitle} lead={said.decisionLead(block.name, year)} trail={trail}>
      <title>{said.decisionTitle}</title>
      <Said done={null} refused={actionData} />
      <Form version={block.version} hidden={{ ma: fields['ma'] ?? minted }} errors={problems} multipart wide>
        <Field
          name="number"
          label={fieldText.number}
          hint={said.numberHint}
          value={fields['number']}
          error={errorAt('number')}
        />
        <Field
          type="date"
          name="decidedOn"
          label={fieldText.decidedOn}
          value={fields['decidedOn']}
          error={errorAt('decidedOn')}
        />
        <Field name="about" label={fieldText.about} optional value={fields['about']} error={errorAt('about')} />
        <Field
          type="file"
          name="tep-moi"
          label={fieldText['tep-moi']}
          hint={said.fileHint}
          error={errorAt('tep-moi')}
        />
        <PartsTable caption={said.seatsCaption(year)} rows={rows} fields={fields} error={errorAt('seats')} />
        <Button>{said.save}</Button>
      </Form>
    </Page>
  );
}
