import { data, redirect } from 'react-router';
import { act } from '../../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../../platform/http.server.ts';
import { askedId } from '../../../../platform/id.server.ts';
import { Actions, Button } from '../../../../ui/Button.tsx';
import { Checkbox, Choices } from '../../../../ui/Choices.tsx';
import { Compare } from '../../../../ui/Compare.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Form } from '../../../../ui/Form.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { Page } from '../../../../ui/Page.tsx';
import type { UnitKind } from '../../../organisation/unit.ts';
import { unitKindNames } from '../../../organisation/text.ts';
import { sectionKinds } from '../../report.ts';
import { fillsItself } from '../form.ts';
import type { FormField, FormSection } from '../form.ts';
import { saveTyped } from '../form-deeds.server.ts';
import { formPage, sectionChoices } from '../forms.server.ts';
import { formFieldText, formProblems, formsText, sectionKindOption, sectionKindText } from '../text.ts';
import type { Route } from './+types/section.ts';

const NEW = 'moi';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const form = (await formPage(db, person, askedId(args.params.formId))) ?? pageNotFound();
  const section = form.sections.find(({ position }) => String(position) === args.params.position);
  if (!form.moves.includes('change') || (!section && args.params.position !== NEW)) pageNotFound();
  const { groups, indicators } = await sectionChoices(db);
  return { form, section, groups, indicators };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const { formId } = args.params;
  const position = args.params.position === NEW ? null : Number(args.params.position);
  const result = await saveTyped(edge, { formId: askedId(formId), position }, typed, act);
  if (result.ok) return redirect(`/mau-bao-cao/${formId}?da=section`);
  const { refusal } = result;
  const chosen = { groups: typed.many('nhom'), indicators: typed.many('chi-tieu') };
  const answer = { fields: typed.fields, ...chosen, isRace: refusal.kind === 'lost_race' };
  return data({ ...answer, problems: formProblems(refusal) }, { status: statusOf(refusal) });
}

export default function Section({ loaderData, actionData }: Route.ComponentProps) {
  const { form, section, groups, indicators } = loaderData;
  const title = section ? formsText.editSection : formsText.newSection;
  const errorAt = (name: FormField) => actionData?.problems.find(({ field }) => field === name)?.message;
  const typed = actionData?.fields;
  const isOfIndicators = section === undefined || section.kind === 'indicator_list';
  return (
    <Page
      title={title}
      lead={section && sectionKindText[section.kind]}
      trail={[
        { label: formsText.title, href: '/mau-bao-cao' },
        { label: formsText.formTitle(form.name, form.edition), href: `/mau-bao-cao/${form.id}` },
      ]}
    >
      <title>{title}</title>
      {actionData?.isRace && <Notice kind="refusal">{formsText.raced}</Notice>}
      <Form
        version={form.version}
        errors={actionData?.isRace ? [] : actionData?.problems}
        guard={`mau-bao-cao-${form.id}-${section?.position ?? NEW}`}
      >
        {actionData?.isRace && <Compare fields={versions(actionData.fields, section)} />}
        {!section && (
          <Choices
            kind="one"
            name="loai"
            label={formFieldText.loai}
            error={errorAt('loai')}
            value={typed?.['loai'] ?? 'narrative'}
            options={sectionKinds.map(sectionKindOption)}
          />
        )}
        <Field
          name="tieu-de"
          label={formFieldText['tieu-de']}
          hint={formsText.headingHint}
          width="long"
          value={typed?.['tieu-de'] ?? section?.heading}
          error={errorAt('tieu-de')}
        />
        <Field
          type="textarea"
          rows={4}
          name="huong-dan"
          label={formFieldText['huong-dan']}
          optional
          value={typed?.['huong-dan'] ?? section?.guidance}
          error={errorAt('huong-dan')}
        />
        {!(section && fillsItself(section.kind)) && (
          <Checkbox
            name="bat-buoc"
            label={formFieldText['bat-buoc']}
            hint={formsText.requiredHint}
            checked={typed ? typed['bat-buoc'] === 'on' : section?.isRequired}
            error={errorAt('bat-buoc')}
          />
        )}
        <Choices
          kind="many"
          name="nhom"
          label={formFieldText.nhom}
          hint={formsText.groupsHint}
          optional
          error={errorAt('nhom')}
          value={actionData?.groups ?? section?.unitKinds ?? []}
          options={groups.map((kind) => ({ value: kind, label: unitKindNames[kind as UnitKind] ?? kind }))}
        />
        {isOfIndicators && (
          <Choices
            kind="many"
            name="chi-tieu"
            label={formFieldText['chi-tieu']}
            hint={section ? undefined : formsText.indicatorsHint}
            error={errorAt('chi-tieu')}
            value={actionData?.indicators ?? section?.indicatorCodes ?? []}
            options={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          />
        )}
        <Actions>
          <Button>{formsText.saveSection}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

function versions(mine: Readonly<Record<string, string>>, theirs: FormSection | undefined) {
  return [
    { label: formFieldText['tieu-de'], mine: mine['tieu-de'] ?? '', theirs: theirs?.heading ?? '' },
    { label: formFieldText['huong-dan'], mine: mine['huong-dan'] ?? '', theirs: theirs?.guidance ?? '' },
  ];
}
