import { isAllowed } from '../../../kernel/permit.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, typedIn } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import { rootPath } from '../../organisation/root.server.ts';
import { doRotation } from '../deeds.server.ts';
import { blockRights } from '../procedure.ts';
import { proposalFor } from '../rotation.server.ts';
import { blocksText as said } from '../text.ts';
import { answered, yearAt } from './at.ts';
import { yearPath } from '../year-path.ts';
import { PartsTable } from './PartsTable.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/rotation.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  if (!isAllowed(blockRights, 'block.rotate', person, await rootPath(db))) pageForbidden();
  const { block, year } = await yearAt(edge, args.params);
  return { block, year, proposal: (await proposalFor(db, block.id, year)) ?? null };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { block, year } = await yearAt(edge, args.params);
  const { fields } = await typedIn(args.request);
  const result = await doRotation(edge, { blockId: block.id, year }, fields, act);
  return answered(result, { deed: 'rotate', fields, to: () => `${yearPath(block.code, year)}?da=rotation` });
}

export default function Rotation({ loaderData, actionData }: Route.ComponentProps) {
  const { block, year, proposal } = loaderData;
  const { fields, problems, errorAt } = formOf(actionData, 'rotate');
  const title = said.rotationTitle(year);
  const trail = [
    { label: said.title, href: `/khoi-cum?nam=${year}` },
    { label: said.yearTitle(block.name, year), href: yearPath(block.code, year) },
  ];
  const rows = (proposal?.turn ?? []).map(({ unitId, name, part, lastLed }) => ({
    unitId,
    name,
    part,
    note: String(lastLed ?? said.neverLed),
  }));
  return (
    <Page title={title} lead={block.name} trail={trail}>
      <title>{title}</title>
      <Said done={null} refused={actionData} />
      {proposal === null ? (
        <Empty {...said.rotationNone} />
      ) : (
        <>
          <p>{said.rotationLead}</p>
          <p>{said.rotationKnown(proposal.years)}</p>
          {proposal.turn[0]?.isTied && <p>{said.rotationTied(proposal.turn[0].name)}</p>}
          {proposal.left.length > 0 && <p>{said.rotationLeft(proposal.left)}</p>}
          <Form version={block.version} errors={problems} wide>
            <PartsTable caption={said.proposed} rows={rows} fields={fields} error={errorAt('seats')} />
            <Button>{said.confirmRotation}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
