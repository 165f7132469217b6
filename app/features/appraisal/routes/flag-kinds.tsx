import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { changeFlagKind, flagKinds } from '../flag-kinds.server.ts';
import { factStateText, flagsText as said } from '../flags.text.ts';
import { appraisalProblems } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Route } from './+types/flag-kinds.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  if (!holdsRole(personAt(edge, args.request), 'appraiser', 'administrator')) return pageForbidden();
  return {
    kinds: await flagKinds(edge.services.db),
    done: new URL(args.request.url).searchParams.get('da'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const typed = { ...fields, tellsUnit: fields['tellsUnit'] ? 'co' : '', isActive: fields['isActive'] ? 'co' : '' };
  const order = { code: fields['o'] ?? '', version: versionIn(fields), typed };
  const result = await act(edge, (context) => changeFlagKind(context, order));
  if (result.ok) return redirect('/khen-thuong/tham-dinh/canh-bao/loai?da=loai');
  const answer = { deed: 'loai', fields, problems: appraisalProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function FlagKinds({ loaderData, actionData }: Route.ComponentProps) {
  const { kinds, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  return (
    <Page
      title={said.kindsTitle}
      lead={said.isDefault}
      trail={[{ label: said.title, href: '/khen-thuong/tham-dinh/canh-bao' }]}
    >
      <title>{said.kindsTitle}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {kinds.map((kind) => {
        const { fields, problems, isOpen, errorAt } = formOf(actionData, 'loai', { o: kind.code });
        return (
          <details key={kind.code} open={isOpen}>
            <summary>
              {kind.name}: {kind.body} ({factStateText[kind.state]})
            </summary>
            <Form version={kind.version} hidden={{ o: kind.code }} errors={problems} scope={kind.code}>
              <Field name="name" label={said.kindName} value={fields['name'] ?? kind.name} error={errorAt('name')} />
              <Field name="body" label={said.body} value={fields['body'] ?? kind.body} error={errorAt('body')} />
              <Field name="basis" label={said.basis} value={fields['basis'] ?? kind.basis} error={errorAt('basis')} />
              <Checkbox name="tellsUnit" label={said.tellsUnit} checked={kind.tellsUnit} />
              <Checkbox name="isActive" label={said.active} checked={kind.isActive} />
              <Button kind="second">{said.saveKind}</Button>
            </Form>
          </details>
        );
      })}
    </Page>
  );
}
