import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { administrationClosed, edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { settingDefaults, settingKeys } from '../../../platform/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { HolidayEffect } from '../settings.server.ts';
import { addHoliday, changeSetting, removeHoliday, settingsPage } from '../settings.server.ts';
import { typedSetting } from '../typed-setting.ts';
import {
  administrationText,
  effectWords,
  holidayRefusal,
  settingRefusal,
  settingsText,
  settingWords,
} from '../text.ts';
import type { Route } from './+types/settings.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const page = (await settingsPage(edge.services.db, person)) ?? administrationClosed(person, args.request);
  return { ...page, saved: new URL(args.request.url).searchParams.has('da-luu') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  if (fields['viec'] === 'ngay-nghi') {
    const holiday = { day: fields['day'] ?? '', name: fields['name'] ?? '', effect: effectOf(fields['effect']) };
    const added = await act(edge, (context) => addHoliday(context, holiday));
    if (added.ok) return redirect('?da-luu');
    return data(
      {
        form: 'holiday',
        error: holidayRefusal(added.refusal),
        field: added.refusal.kind === 'no_name' ? 'name' : 'day',
        typed: fields,
      },
      { status: statusOf(added.refusal) },
    );
  }
  if (fields['viec'] === 'xoa-ngay') {
    const removed = await act(edge, (context) => removeHoliday(context, fields['day'] ?? ''));
    if (removed.ok) return redirect('?da-luu');
    return data(
      { form: 'holiday', error: holidayRefusal(removed.refusal), typed: fields },
      { status: statusOf(removed.refusal) },
    );
  }
  const key = settingKeys.find((one) => one === fields['key']) ?? 'idle_minutes';
  const given = {
    key,
    value: typedSetting(settingDefaults[key], fields[key] ?? ''),
    version: Number(fields['version'] ?? 0),
  };
  const changed = await act(edge, (context) => changeSetting(context, given));
  if (changed.ok) return redirect('?da-luu');
  return data(
    { form: key as string, error: settingRefusal(changed.refusal), typed: fields },
    { status: statusOf(changed.refusal) },
  );
}

function effectOf(typed: string | undefined): HolidayEffect {
  return typed === 'working_day' ? 'working_day' : 'day_off';
}

type Props = Route.ComponentProps;
type Setting = Props['loaderData']['settings'][number];
type Day = Props['loaderData']['holidays'][number];

export default function Settings({ loaderData, actionData }: Props) {
  const { settings, holidays, saved } = loaderData;
  return (
    <Page
      title={settingsText.title}
      lead={settingsText.lead}
      trail={[{ label: administrationText.back, href: '/quan-tri' }]}
    >
      <title>{settingsText.title}</title>
      {saved && !actionData && <Notice kind="success">{settingsText.saved}</Notice>}
      {settings.map((setting) => (
        <SettingForm
          key={setting.key}
          setting={setting}
          refused={actionData?.form === setting.key ? actionData : undefined}
        />
      ))}
      <h2 id="ngay-nghi">{settingsText.holidays}</h2>
      <Table
        caption={settingsText.holidaysCaption}
        columns={dayColumns}
        rows={holidays}
        rowKey={({ day }) => day}
        empty={<Empty what={settingsText.holidaysWhat} why={settingsText.holidaysWhy} />}
      />
      <HolidayForm refused={actionData?.form === 'holiday' ? actionData : undefined} />
    </Page>
  );
}

type Refused =
  | { readonly error: string; readonly field?: string | undefined; readonly typed: Readonly<Record<string, string>> }
  | undefined;

function SettingForm({ setting, refused }: { readonly setting: Setting; readonly refused: Refused }) {
  const { label, hint, unit } = settingWords[setting.key];
  const note = setting.isDefault ? settingsText.isDefault : settingsText.isSet;
  const name = setting.key;
  const value = refused?.typed[name] ?? setting.shown;
  const errors = refused ? [{ field: name, label, message: refused.error }] : [];
  return (
    <Form version={setting.version} hidden={{ key: setting.key }} errors={errors}>
      {setting.isYesNo ? (
        <Field
          type="select"
          name={name}
          label={label}
          note={note}
          hint={hint}
          value={value}
          blank={null}
          options={yesNo}
          error={refused?.error}
        />
      ) : setting.isText ? (
        <Field name={name} label={label} note={note} hint={hint} value={value} error={refused?.error} width="medium" />
      ) : (
        <Field
          type="number-vi"
          name={name}
          label={label}
          note={note}
          hint={hint}
          value={value}
          unit={unit}
          error={refused?.error}
          width="short"
        />
      )}
      <Button kind="second">{settingsText.save}</Button>
    </Form>
  );
}

const yesNo = [
  { value: 'true', label: settingsText.yes },
  { value: 'false', label: settingsText.no },
];

const dayColumns: readonly Column<Day>[] = [
  { key: 'ngay', head: settingsText.day, kind: 'name', cell: ({ day }) => dateText(day) },
  { key: 'ten', head: settingsText.name, cell: ({ name }) => name },
  { key: 'loai', head: settingsText.effect, cell: ({ effect }) => effectWords[effect as HolidayEffect] },
  { key: 'xoa', head: settingsText.remove, cell: ({ day }) => <RemoveDay day={day} /> },
];

function RemoveDay({ day }: { readonly day: string }) {
  return (
    <Form hidden={{ viec: 'xoa-ngay', day }}>
      <Button kind="plain" small>
        {settingsText.remove}
      </Button>
    </Form>
  );
}

function HolidayForm({ refused }: { readonly refused: Refused }) {
  const typed = refused?.typed ?? {};
  const field = refused?.field ?? 'day';
  const label = field === 'name' ? settingsText.name : settingsText.day;
  const errors = refused ? [{ field, label, message: refused.error }] : [];
  const errorAt = (name: string) => (name === field ? refused?.error : undefined);
  const effects = Object.entries(effectWords).map(([value, label]) => ({ value, label }));
  return (
    <Form hidden={{ viec: 'ngay-nghi' }} errors={errors}>
      <Field type="date" name="day" label={settingsText.day} value={typed['day']} error={errorAt('day')} />
      <Field name="name" label={settingsText.name} value={typed['name']} error={errorAt('name')} width="medium" />
      <Field
        type="select"
        name="effect"
        label={settingsText.effect}
        options={effects}
        blank={null}
        value={typed['effect']}
      />
      <Button kind="second">{settingsText.add}</Button>
    </Form>
  );
}
