import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { listGrounds, setGround } from '../ground.server.ts';
import { groundProblems, groundText as said } from '../ground.text.ts';
import { yesNoOf, yesNoWords } from '../holder.ts';
import { registerRights } from '../rights.ts';
import { registerText, yesNoText } from '../text.ts';
import type { Route } from './+types/ground.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  if (!holdsRole(person, ...registerRights['unit_ground.change'].by)) pageForbidden();
  const [ground] = await listGrounds(edge.services.db, args.params.code);
  return { ground: ground ?? pageNotFound() };
}

const known = (word: string | undefined) => (word === 'yes' ? true : word === 'no' ? false : null);

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = {
    unitId: askedId(fields['don-vi']),
    version: Number(fields['version']),
    isBorder: known(fields['bien-gioi']),
    isHard: known(fields['kho-khan']),
    source: fields['nguon'] ?? '',
  };
  const set = await act(edge, (context) => setGround(context, command));
  if (set.ok) return redirect('/khen-thuong/so/dia-ban');
  return data({ fields, problems: groundProblems(set.refusal) }, { status: statusOf(set.refusal) });
}

export default function GroundPage({ loaderData: { ground }, actionData }: Route.ComponentProps) {
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {
    'bien-gioi': yesNoOf(ground.isBorder),
    'kho-khan': yesNoOf(ground.isHard),
    nguon: ground.source ?? '',
  };
  const title = said.editTitle(ground.name);
  const choice = (name: string, label: string) => (
    <Field
      type="select"
      name={name}
      label={label}
      blank={registerText.unknown}
      value={fields[name]}
      options={yesNoWords.map((value) => ({ value, label: yesNoText[value] }))}
    />
  );
  return (
    <Page title={title} lead={said.lead} trail={[{ label: said.title, href: '/khen-thuong/so/dia-ban' }]}>
      <title>{title}</title>
      <Form version={ground.version} hidden={{ 'don-vi': ground.unitId }} errors={actionData?.problems}>
        {choice('bien-gioi', said.border)}
        {choice('kho-khan', said.hard)}
        <Field
          name="nguon"
          label={said.source}
          value={fields['nguon']}
          width="long"
          error={actionData?.problems.find(({ field }) => field === 'nguon')?.message}
        />
        <Actions>
          <Button>{said.save}</Button>
          <a href="/khen-thuong/so/dia-ban">{registerText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
