import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { changeRevocation } from '../drafting.server.ts';
import { listRevocations } from '../list.server.ts';
import { fieldText, revocationMoveText, revocationProblems, revocationText as said } from '../text.ts';
import { GroundFields } from './GroundFields.tsx';
import type { Route } from './+types/edit-revocation.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const [row] = (await listRevocations(edge.services.db, person, { id: askedId(args.params.revocationId) })).rows;
  const revocation = row?.moves.includes('change') ? row : pageNotFound();
  return { revocation };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const id = askedId(args.params.revocationId);
  const done = `/khen-thuong/huy-bo/${id}?da=change`;
  if (keepsTheirs(fields)) return redirect(done);
  const result = await act(edge, (context) =>
    changeRevocation(context, { id, version: versionIn(fields), typed: fields }),
  );
  if (result.ok) return redirect(done);
  const isRace = result.refusal.kind === 'lost_race';
  return data({ fields, isRace, problems: revocationProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function EditRevocation({ loaderData: { revocation }, actionData }: Route.ComponentProps) {
  const errorAt = (name: string) => actionData?.problems.find(({ field }) => field === name)?.message;
  const stored = { ground: revocation.ground, statement: revocation.statement };
  const mine = actionData?.fields;
  return (
    <Page
      title={revocationMoveText.change}
      lead={said.of(revocation)}
      trail={[
        { label: said.title, href: '/khen-thuong/huy-bo' },
        { label: said.of(revocation), href: `/khen-thuong/huy-bo/${revocation.id}` },
      ]}
    >
      <title>{revocationMoveText.change}</title>
      <Form version={revocation.version} errors={actionData?.problems} guard={`huy-bo-${revocation.id}`}>
        {actionData?.isRace && (
          <Compare
            fields={[
              { label: fieldText.ground, mine: mine?.['ground'] ?? '', theirs: stored.ground },
              { label: fieldText.statement, mine: mine?.['statement'] ?? '', theirs: stored.statement },
            ]}
          />
        )}
        <GroundFields fields={mine ?? stored} errorAt={errorAt} />
        <Actions>
          <Button>{said.save}</Button>
          <a href={`/khen-thuong/huy-bo/${revocation.id}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
