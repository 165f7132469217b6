import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { flagKinds } from '../flag-kinds.server.ts';
import { enterFlag } from '../flags.server.ts';
import { flagsText as said } from '../flags.text.ts';
import { appraisalProblems } from '../text.ts';
import { FlagFields } from './FlagFields.tsx';
import type { Route } from './+types/new-flag.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  if (!holdsRole(person, 'appraiser')) return pageForbidden();
  const kinds = (await flagKinds(edge.services.db)).filter(({ isActive }) => isActive);
  return { kinds, minted: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const id = mintedId(fields['ma']);
  const result = await act(edge, (context) => enterFlag(context, edge.services.seal, { id, typed: fields }));
  if (result.ok) return redirect(`/khen-thuong/tham-dinh/canh-bao/${id}?da=moi`);
  return data({ fields, problems: appraisalProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function NewFlag({ loaderData, actionData }: Route.ComponentProps) {
  const usual = (name: string) => ({
    name,
    value: actionData?.fields[name],
    error: actionData?.problems.find(({ field }) => field === name)?.message,
  });
  return (
    <Page title={said.new} lead={said.lead} trail={[{ label: said.title, href: '/khen-thuong/tham-dinh/canh-bao' }]}>
      <title>{said.new}</title>
      <Form
        hidden={{ ma: actionData?.fields['ma'] ?? loaderData.minted }}
        errors={actionData?.problems}
        guard="canh-bao-moi"
      >
        <FlagFields kinds={loaderData.kinds} usual={usual} />
        <Button>{said.save}</Button>
      </Form>
    </Page>
  );
}
