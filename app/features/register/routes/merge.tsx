import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { keepApart } from '../duplicates.server.ts';
import { mergeHolders } from '../merging.server.ts';
import { findHolder } from '../one.server.ts';
import { mergeProblems, mergeText as said } from '../merge.text.ts';
import { timelineOf } from '../timeline.server.ts';
import { registerText } from '../text.ts';
import { HolderTimeline } from './HolderTimeline.tsx';
import type { Route } from './+types/merge.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const both = await Promise.all(
    [args.params.oneId, args.params.otherId].map(async (id) => {
      const one = await findHolder(db, person, askedId(id));
      return one?.may.merge ? { holder: one.holder, items: await timelineOf(db, one.holder) } : pageNotFound();
    }),
  );
  return { both, id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const [oneId, otherId] = [askedId(args.params.oneId), askedId(args.params.otherId)];
  const reason = fields['ly-do'] ?? '';
  const isApart = fields['giu'] === 'ca-hai';
  const keptId = fields['giu'] === otherId ? otherId : oneId;
  const mergedId = keptId === oneId ? otherId : oneId;
  const command = {
    id: mintedId(fields['ma']),
    keptId,
    mergedId,
    keptVersion: Number(fields[`v-${keptId}`]),
    mergedVersion: Number(fields[`v-${mergedId}`]),
    reason,
  };
  if (fields['giu'] === undefined)
    return data({ fields, problems: [{ field: 'giu', label: said.keep, message: said.keepMissing }] }, { status: 422 });
  const done = isApart
    ? await act(edge, (context) => keepApart(context, { oneId, otherId, reason }))
    : await act(edge, (context) => mergeHolders(context, command));
  if (done.ok) return redirect(isApart ? '/khen-thuong/so/trung' : `/khen-thuong/so/${keptId}?da=luu`);
  return data({ fields, problems: mergeProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function Merge({ loaderData: { both, id }, actionData }: Route.ComponentProps) {
  const problems = actionData?.problems ?? [];
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  const versions = Object.fromEntries(both.map(({ holder }) => [`v-${holder.id}`, String(holder.version)]));
  return (
    <Page
      title={said.mergeTitle}
      lead={said.mergeLead}
      trail={[
        { label: registerText.title, href: '/khen-thuong/so' },
        { label: said.title, href: '/khen-thuong/so/trung' },
      ]}
    >
      <title>{said.mergeTitle}</title>
      {both.map(({ holder, items }) => (
        <section key={holder.id}>
          <h2>
            <a href={`/khen-thuong/so/${holder.id}`}>{holder.name}</a>, {holder.unitName}
          </h2>
          <p>{said.facts(holder)}</p>
          <HolderTimeline holder={holder} items={items} mayNote={false} />
        </section>
      ))}
      <Form hidden={{ ma: id, ...versions }} errors={problems}>
        <Choices
          kind="one"
          name="giu"
          label={said.keep}
          value={fields['giu']}
          error={errorAt('giu')}
          options={[
            ...both.map(({ holder }) => ({
              value: holder.id,
              label: said.keepThis(holder.name, holder.unitName, holder.honours),
            })),
            { value: 'ca-hai', label: said.keepBoth },
          ]}
        />
        <Field name="ly-do" label={said.reason} value={fields['ly-do']} error={errorAt('ly-do')} width="long" />
        <Actions>
          <Button>{said.save}</Button>
          <a href="/khen-thuong/so/trung">{registerText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
