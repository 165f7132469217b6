import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import type { Fields } from '../../../platform/http.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitChoices } from '../choices.server.ts';
import type { TypedHonour } from '../honour.ts';
import { honourFields } from '../honour.ts';
import type { ListedHolder } from '../list.server.ts';
import { listHolders } from '../list.server.ts';
import { findHolder } from '../one.server.ts';
import { enterPast } from '../past.server.ts';
import { holderKindText, honoursText as said, honourProblems, registerText } from '../text.ts';
import { HolderFields } from './HolderFields.tsx';
import { HonourFields, honourFieldName } from './HonourFields.tsx';
import { LooksSame } from './LooksSame.tsx';
import type { Route } from './+types/new-honour.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const asked = new URL(args.request.url).searchParams;
  const [one, units, found] = await Promise.all([
    asked.has('doi-tuong') ? findHolder(db, person, askedId(asked.get('doi-tuong') ?? '')) : undefined,
    unitChoices(db, person),
    asked.get('q') ? listHolders(db, person, { words: asked.get('q') ?? '', size: 20 }) : undefined,
  ]);
  return {
    holder: one?.may.enter ? one.holder : undefined,
    isNew: asked.has('moi'),
    words: asked.get('q') ?? '',
    found: found?.rows,
    units,
    ids: { honour: newId(), holder: newId() },
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const holder =
    fields['doi-tuong'] === undefined
      ? {
          id: mintedId(fields['ma-doi-tuong']),
          unitId: askedId(fields['unit']),
          typed: fields,
          isAnother: fields['la-khac'] === 'on',
        }
      : { holderId: askedId(fields['doi-tuong']) };
  const command = { id: mintedId(fields['ma']), typed: typedHonour(fields), holder };
  const entered = await act(edge, (context) => enterPast(context, edge.services.seal, command));
  if (entered.ok) return redirect(`/khen-thuong/so/${entered.value.holderId}?da=luu`);
  const { refusal } = entered;
  const same = refusal.kind === 'looks_same' ? refusal.found : [];
  return data({ fields, same, problems: honourProblems(refusal, honourFieldName) }, { status: statusOf(refusal) });
}

function typedHonour(fields: Fields): TypedHonour {
  return Object.fromEntries(honourFields.map((field) => [field, fields[honourFieldName(field)] ?? '']));
}

export default function NewHonour({ loaderData, actionData }: Route.ComponentProps) {
  const { holder, isNew } = loaderData;
  const trail = [{ label: said.title, href: '/khen-thuong/so/da-khen' }];
  return (
    <Page title={said.enterTitle} lead={said.enterLead} trail={trail}>
      <title>{said.enterTitle}</title>
      {holder || isNew ? <Entry loaderData={loaderData} actionData={actionData} /> : <Find {...loaderData} />}
    </Page>
  );
}

type Props = Pick<Route.ComponentProps, 'loaderData'> & {
  readonly actionData: Route.ComponentProps['actionData'] | undefined;
};

function Entry({ loaderData: { holder, units, ids }, actionData }: Props) {
  const fields: Readonly<Partial<Record<string, string>>> = actionData?.fields ?? {};
  const problems = actionData?.problems ?? [];
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const hidden = {
    ma: fields['ma'] ?? ids.honour,
    ...(holder ? { 'doi-tuong': holder.id } : { 'ma-doi-tuong': fields['ma-doi-tuong'] ?? ids.holder }),
  };
  return (
    <Form hidden={hidden} errors={problems} guard={`da-khen-${holder?.id ?? 'moi'}`}>
      {holder ? (
        <p>
          {said.forWhom} <b>{holder.name}</b>, {holderKindText[holder.kind].toLowerCase()}, {holder.unitName}.{' '}
          <a href="/khen-thuong/so/da-khen/moi">{said.other}</a>
        </p>
      ) : (
        <>
          <h2>{said.whoIsNew}</h2>
          <HolderFields fields={fields} units={units} errorAt={errorAt} />
          <LooksSame same={actionData?.same ?? []} isTicked={fields['la-khac'] === 'on'} />
        </>
      )}
      <h2>{said.whatWasGiven}</h2>
      <HonourFields fields={fields} kind={holder?.kind} errorAt={errorAt} />
      <Actions>
        <Button>{registerText.save}</Button>
        <a href="/khen-thuong/so/da-khen">{registerText.cancel}</a>
      </Actions>
    </Form>
  );
}

function Find({ words, found }: Pick<Route.ComponentProps['loaderData'], 'words' | 'found'>) {
  return (
    <>
      <Filters path="/khen-thuong/so/da-khen/moi" verb={said.search} label={said.find}>
        <Field type="search" name="q" label={said.find} value={words} width="medium" />
      </Filters>
      {found && found.length === 0 && <p>{said.none}</p>}
      {found && found.length > 0 && <Matches found={found} />}
      <p>
        <a href="/khen-thuong/so/da-khen/moi?moi">{said.newOne}</a>
      </p>
    </>
  );
}

function Matches({ found }: { readonly found: readonly ListedHolder[] }) {
  return (
    <ul>
      {found.map((each) => (
        <li key={each.id}>
          <a href={`/khen-thuong/so/da-khen/moi?doi-tuong=${each.id}`}>{each.name}</a>,{' '}
          {holderKindText[each.kind].toLowerCase()}, {each.unitName}
          {each.birthYear === null ? '' : `, ${each.birthYear}`}
        </li>
      ))}
    </ul>
  );
}
