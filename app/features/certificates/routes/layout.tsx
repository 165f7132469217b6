import { data, redirect } from 'react-router';
import { isAllowed } from '../../../kernel/permit.ts';
import { act } from '../../../platform/command.server.ts';
import { administrationClosed, edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { kernelRefusal } from '../../../platform/text.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findAward } from '../../awards/award.ts';
import { awardOptions } from '../../awards/text.ts';
import { rootPath } from '../../organisation/root.server.ts';
import { defaultLayout } from '../default-layout.ts';
import { facts } from '../layout.ts';
import { latestLayouts, layoutRights, setLayout } from '../layouts.server.ts';
import { certificatesText, factText, layoutText as said, lineText } from '../text.ts';
import { LayoutLines } from './LayoutLines.tsx';
import type { Route } from './+types/layout.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  if (!isAllowed(layoutRights, 'certificate_layout.set', person, await rootPath(db)))
    return administrationClosed(person, args.request);
  const asked = new URL(args.request.url).searchParams;
  const awardCode = findAward(asked.get('loai') ?? '')?.code ?? null;
  const all = await latestLayouts(db);
  const own = all.find((each) => each.awardCode === awardCode);
  const common = all.find((each) => each.awardCode === null);
  const layout = own?.layout ?? common?.layout ?? defaultLayout;
  return { awardCode, layout, edition: own?.edition ?? 0, isDefault: !own && !common, done: asked.has('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const awardCode = findAward(fields['loai'] ?? '')?.code ?? null;
  const order = { awardCode, seen: Number(fields['version'] ?? 0), typed: fields };
  const done = await act(edge, (context) => setLayout(context, order));
  if (done.ok) return redirect(`/khen-thuong/bang/mau?loai=${awardCode ?? ''}&da=1`);
  const { refusal } = done;
  const problems = refusal.kind === 'layout_wrong' ? refusal.problems : [];
  const message = refusal.kind === 'layout_wrong' ? undefined : kernelRefusal(refusal);
  return data({ fields, problems, message }, { status: statusOf(refusal) });
}

export default function LayoutPage({ loaderData, actionData }: Route.ComponentProps) {
  const { awardCode, layout, edition, isDefault, done } = loaderData;
  const typed = actionData?.fields;
  const errors = (actionData?.problems ?? []).map(({ at, problem }) => ({
    field: at,
    label: labelOf(at),
    message: said.problem[problem],
  }));
  const number = (name: string, label: string, given: number) => (
    <Field
      name={name}
      label={label}
      value={typed?.[name] ?? String(given).replace('.', ',')}
      error={errors.find(({ field }) => field === name)?.message}
      width="short"
    />
  );
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[{ label: certificatesText.title, href: '/khen-thuong/bang' }]}
      action={
        <LinkButton kind="second" href={`/khen-thuong/bang/mau/xem-thu?loai=${awardCode ?? ''}`}>
          {said.preview}
        </LinkButton>
      }
    >
      <title>{said.title}</title>
      {done && !actionData && <Notice kind="success">{said.saved}</Notice>}
      {actionData?.message && <Notice kind="refusal">{actionData.message}</Notice>}
      {isDefault && <Notice kind="warning">{said.isDefault}</Notice>}
      <Filters path="/khen-thuong/bang/mau">
        <Field
          type="select"
          name="loai"
          label={said.which}
          blank={said.all}
          value={awardCode ?? ''}
          options={awardOptions()}
        />
      </Filters>
      {edition > 0 && <p className="muted">{said.edition(edition)}</p>}
      <Form
        wide
        version={edition}
        hidden={{ loai: awardCode ?? '' }}
        errors={errors}
        guard={`layout-${awardCode ?? 'all'}`}
      >
        <p>
          {said.facts} {facts.map((each) => `{${each}} ${factText[each]}`).join('; ')}.
        </p>
        <LayoutLines layout={layout} typed={typed} wrong={errors.map(({ field }) => field)} />
        <Checkbox name="frame" label={said.frame} checked={typed ? typed['frame'] === 'on' : layout.frame} />
        {number('code.x', said.codeX, layout.code.x)}
        {number('code.y', said.codeY, layout.code.y)}
        {number('code.size', said.codeSize, layout.code.size)}
        {number('offset.x', said.offsetX, layout.offset.x)}
        {number('offset.y', said.offsetY, layout.offset.y)}
        <Button>{said.save}</Button>
      </Form>
    </Page>
  );
}

function labelOf(at: string): string {
  const [line = '', part = ''] = at.split('.');
  const parts: Readonly<Record<string, string>> = {
    text: said.text,
    x: said.x,
    y: said.y,
    width: said.width,
    size: said.size,
  };
  const name = line in lineText ? lineText[line as keyof typeof lineText] : at;
  return `${name} ${(parts[part] ?? '').toLocaleLowerCase('vi')}`.trim();
}
