import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { uploadIn } from '../../../platform/files/attachments.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import type { Typed } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Checkbox, Choices } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { givenAwards, holders } from '../../awards/award.ts';
import { awardOptions } from '../../awards/text.ts';
import { unitChoices } from '../choices.server.ts';
import { dossierProblems } from '../refusals.text.ts';
import { reportSudden } from '../sudden.server.ts';
import { dossiersText, holderKindText, suddenText as said, simplifiedText } from '../text.ts';
import type { Route } from './+types/sudden.ts';

/** Forms of award that the province or a unit of it decides: what is given within hours. */
const offered = () =>
  givenAwards().filter(({ type, level }) => type === 'form' && (level === 'base' || level === 'province'));

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const units = await unitChoices(edge.services.db, person);
  return { units, id: newId(), isHead: holdsRole(person, 'head') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const done = await report(edge, typed);
  if (done.ok)
    return redirect(`/khen-thuong/ho-so/${done.value.id}?da=${typed.fields['gui'] === 'on' ? 'submit' : 'change'}`);
  const answer = { fields: typed.fields, problems: dossierProblems(done.refusal) };
  return data(answer, { status: statusOf(done.refusal) });
}

async function report(edge: Edge, { fields, uploads }: Typed): Promise<Result<{ id: string }>> {
  const sent = uploads.filter(({ bytes }) => bytes.length > 0);
  const photo = sent.length > 0 ? await uploadIn(edge.services, sent) : undefined;
  if (photo && !photo.ok) return refuse(photo.refusal);
  const holder = { kind: fields['kind'] ?? '', name: fields['name'] ?? '', position: fields['position'] ?? '' };
  const command = {
    id: mintedId(fields['id']),
    unitId: askedId(fields['don-vi']),
    holder,
    awardCode: fields['danh-hieu'] ?? '',
    title: said.titleOf(holder.name.trim()),
    achievement: fields['thanh-tich'] ?? '',
    photo: photo?.value ?? null,
    isHandedIn: fields['gui'] === 'on',
  };
  return act(edge, (context) => reportSudden(context, edge.services.seal, command));
}

export default function Sudden({ loaderData, actionData }: Route.ComponentProps) {
  const { units, id, isHead } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  const problems = actionData?.problems ?? [];
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const own = (name: string) => ({ name, value: fields[name], error: errorAt(name) });
  const trail = [{ label: dossiersText.title, href: '/khen-thuong/ho-so' }];
  if (units.length === 0)
    return (
      <Page title={said.title} trail={trail}>
        <title>{said.title}</title>
        <Empty what={dossiersText.noUnit} why={dossiersText.noUnitWhy} />
      </Page>
    );
  return (
    <Page title={said.title} lead={said.lead} trail={trail}>
      <title>{said.title}</title>
      <Form hidden={{ id: fields['id'] ?? id }} errors={problems} guard="khen-dot-xuat" multipart>
        <Choices
          {...own('kind')}
          kind="one"
          label={said.who}
          value={fields['kind'] ?? 'person'}
          options={holders.map((value) => ({ value, label: holderKindText[value] }))}
        />
        <Field {...own('name')} label={dossiersText.nominee} />
        <Field {...own('position')} label={said.position} optional />
        <Field
          {...own('don-vi')}
          type="select"
          label={dossiersText.unit}
          blank={null}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <Field {...own('thanh-tich')} type="textarea" rows={6} label={said.what} hint={said.whatHint} />
        <Field
          {...own('danh-hieu')}
          type="select"
          label={dossiersText.award}
          blank={null}
          options={awardOptions(offered())}
        />
        <Field {...own('tep')} type="file" accept="image/*" label={said.photo} optional />
        <p className="muted">{said.ground(simplifiedText.b)}</p>
        {isHead && <Checkbox name="gui" label={said.handIn} checked={(fields['gui'] ?? 'on') === 'on'} />}
        <Actions>
          <Button>{isHead ? said.send : said.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
