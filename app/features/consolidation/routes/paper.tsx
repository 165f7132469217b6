import { data, redirect } from 'react-router';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { paperFields } from '../consolidation.ts';
import { doOnConsolidation } from '../deeds.server.ts';
import { findConsolidation } from '../list.server.ts';
import { listText, paperFieldText, paperHint, paperText, paperVersions, pieceText, problemsOf } from '../text.ts';
import type { Route } from './+types/paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await findConsolidation(edge.services.db, person, askedId(args.params.id))) ?? pageNotFound();
  if (!one.moves.includes('change')) return pageNotFound();
  const { id, title, paper, version } = one;
  return { id, version, stored: { title, ...paper } };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.id);
  const { fields } = await typedIn(args.request);
  const { result } = await doOnConsolidation(edge, id, { ...fields, viec: 'change' }, act);
  if (result.ok) return redirect(`/bao-cao-tong-hop/${id}${keepsTheirs(fields) ? '' : '?da=change'}`);
  const isRace = result.refusal.kind === 'lost_race';
  return data({ fields, isRace, problems: problemsOf(result.refusal) }, { status: statusOf(result.refusal) });
}

const long = new Set(['title', 'addressees', 'opening', 'recipients', 'authority']);

export default function PaperPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, version, stored } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? stored;
  return (
    <Page
      title={paperText.title}
      lead={paperText.lead}
      trail={[
        { label: listText.title, href: '/bao-cao-tong-hop' },
        { label: stored.title, href: `/bao-cao-tong-hop/${id}` },
      ]}
    >
      <title>{paperText.title}</title>
      <Form version={version} errors={actionData?.problems} guard={`the-thuc-${id}`}>
        {actionData?.isRace && <Compare fields={paperVersions(actionData.fields, stored)} />}
        {(['title', ...paperFields] as const).map((name) => (
          <Field
            key={name}
            name={name}
            {...(long.has(name) ? { type: 'textarea', rows: 3 } : { width: 'long' })}
            label={paperFieldText[name]}
            hint={paperHint[name]}
            value={fields[name]}
            error={actionData?.problems.find(({ field }) => field === name)?.message}
          />
        ))}
        <Actions>
          <Button>{paperText.save}</Button>
          <a href={`/bao-cao-tong-hop/${id}`}>{pieceText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
