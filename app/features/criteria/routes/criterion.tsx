import { data, redirect } from 'react-router';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { bodyChoices, indicatorChoices } from '../choices.server.ts';
import { fieldsOf, typedOf } from '../criterion-fields.ts';
import { changeSet } from '../editing.server.ts';
import { groupsFor } from '../shaping.ts';
import { criterionText as said, fieldText, setProblems, setsText } from '../text.ts';
import { askedSet } from './asked-set.ts';
import { CriterionFields } from './CriterionFields.tsx';
import type { Route } from './+types/criterion.ts';

/** `ma`: the one that is changed; without it a new one, in the group `nhom`. */
function askedCode(request: Request): string | null {
  return new URL(request.url).searchParams.get('ma');
}

export async function loader(args: Route.LoaderArgs) {
  const { set, edge } = await askedSet(args, 'change');
  const code = askedCode(args.request);
  const one = set.criteria.find((each) => each.code === code);
  if (code !== null && !one) return pageNotFound();
  const { db } = edge.services;
  const [bodies, indicators] = await Promise.all([bodyChoices(db), indicatorChoices(db)]);
  const group = new URL(args.request.url).searchParams.get('nhom') ?? '';
  return {
    set: { id: set.id, title: set.title, version: set.version },
    code,
    stored: one ? fieldsOf(one) : { kind: 'criterion', parent: group },
    groups: groupsFor(set.criteria, code),
    bodies,
    indicators,
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.setId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/tieu-chi/${id}`);
  const change = { kind: 'criterion', code: askedCode(args.request), typed: typedOf(fields) } as const;
  const done = await act(edge, (context) => changeSet(context, { id, version: versionIn(fields), change }));
  if (done.ok) return redirect(`/tieu-chi/${id}?da=criterion#muc-${encodeURIComponent((fields['code'] ?? '').trim())}`);
  const { refusal } = done;
  const answer = { fields, isRace: refusal.kind === 'lost_race', problems: setProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

const compared = ['code', 'title', 'guidance', 'max'] as const;

export default function CriterionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { set, code, stored } = loaderData;
  const here = `/tieu-chi/${set.id}`;
  const title = code === null ? said.add : said.edit(code);
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? stored;
  const theirs: Readonly<Record<string, string>> = stored;
  return (
    <Page
      title={title}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: set.title, href: here },
      ]}
    >
      <title>{title}</title>
      <Form version={set.version} errors={actionData?.problems} guard={`tieu-chi-${set.id}-${code ?? ''}`}>
        {actionData?.isRace && (
          <Compare
            fields={compared.map((name) => ({
              label: fieldText[name],
              mine: fields[name] ?? '',
              theirs: theirs[name] ?? '',
            }))}
          />
        )}
        <CriterionFields {...loaderData} fields={fields} problems={actionData?.problems} />
        <Actions>
          <Button>{said.save}</Button>
          <a href={here}>{setsText.back}</a>
        </Actions>
      </Form>
    </Page>
  );
}
