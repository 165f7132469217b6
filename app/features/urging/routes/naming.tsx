import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { dutyKinds } from '../duty.ts';
import type { DutyKind } from '../duty.ts';
import type { Naming, NamingPage } from '../naming.server.ts';
import { nameOwner, namingPage } from '../naming.server.ts';
import { dutyKindText, dutyText, namingRefusal, namingText, remindText } from '../text.ts';
import { OwnerCell } from './DutyCells.tsx';
import type { Route } from './+types/naming.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const place = { code: searchParams.get('don-vi') ?? '', today: plainDateIn(clock()) };
  const page = (await namingPage(db, person, place)) ?? pageNotFound();
  return { ...page, saved: searchParams.has('da-luu') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const kind = dutyKinds.find((each) => each === fields['loai']);
  if (!kind) return pageNotFound();
  const person = fields['nguoi'] ?? '';
  const given = {
    unitId: askedId(fields['unit']),
    kind,
    key: fields['nv'] || null,
    personId: person === '' ? null : askedId(person),
    version: Number(fields['version'] ?? 0),
  };
  const named = await act(edge, (context) => nameOwner(context, given));
  const at = `${kind} ${given.key ?? ''}`;
  if (named.ok) return redirect(`/don-doc/phan-cong?don-vi=${fields['don-vi'] ?? ''}&da-luu`);
  return data({ at, typed: person, message: namingRefusal(named.refusal) }, { status: statusOf(named.refusal) });
}

type Props = Route.ComponentProps;
type Refused = Props['actionData'];

export default function NamingOwners({ loaderData, actionData }: Props) {
  const { unit, staff, duties, mayName, saved } = loaderData;
  const title = namingText.title(unit.name);
  const isFormShown = mayName && staff.length > 0;
  return (
    <Page title={title} lead={namingText.lead} trail={[{ label: remindText.back, href: '/don-doc' }]}>
      <title>{title}</title>
      {saved && !actionData && <Notice kind="success">{namingText.saved}</Notice>}
      {staff.length === 0 && <Notice kind="warning">{namingText.noStaff}</Notice>}
      {!mayName && <Notice kind="info">{namingText.whoMay}</Notice>}
      <h2>{namingText.byKind}</h2>
      {dutyKinds.map((kind) =>
        isFormShown ? (
          <NameForm
            key={kind}
            page={loaderData}
            kind={kind}
            dutyKey={null}
            label={dutyKindText[kind]}
            refused={actionData}
          />
        ) : (
          <NamedLine key={kind} page={loaderData} kind={kind} />
        ),
      )}
      <h2>{namingText.byDuty}</h2>
      {duties.length === 0 && <p className="muted">{namingText.noDuties}</p>}
      {duties.map((duty) => (
        <details key={duty.key} open={actionData?.at === `${duty.kind} ${duty.key}`}>
          <summary>{dutyText(duty)}</summary>
          <p>
            <OwnerCell {...duty} />
          </p>
          {isFormShown && (
            <NameForm
              page={loaderData}
              kind={duty.kind}
              dutyKey={duty.key}
              label={dutyText(duty)}
              refused={actionData}
            />
          )}
        </details>
      ))}
    </Page>
  );
}

function namingOf({ namings }: Pick<NamingPage, 'namings'>, kind: DutyKind, key: string | null): Naming | undefined {
  return namings.find((one) => one.kind === kind && one.key === key);
}

function NamedLine({ page, kind }: { readonly page: NamingPage; readonly kind: DutyKind }) {
  const named = namingOf(page, kind, null);
  return (
    <p>
      {dutyKindText[kind]}: {named?.personName ?? namingText.blank}
    </p>
  );
}

type FormProps = {
  readonly page: NamingPage;
  readonly kind: DutyKind;
  readonly dutyKey: string | null;
  readonly label: string;
  readonly refused: Refused;
};

function NameForm({ page, kind, dutyKey, label, refused }: FormProps) {
  const named = namingOf(page, kind, dutyKey);
  const mine = refused?.at === `${kind} ${dutyKey ?? ''}` ? refused : undefined;
  const id = `o-nguoi-${kind}-${dutyKey ?? ''}`;
  const hidden = { viec: 'phan-cong', unit: page.unit.id, 'don-vi': page.unit.code, loai: kind, nv: dutyKey ?? '' };
  const hint = named?.isLapsed && named.personName !== null ? namingText.lapsed(named.personName) : undefined;
  return (
    <Form version={named?.version ?? 0} hidden={hidden}>
      <Field
        type="select"
        id={id}
        name="nguoi"
        label={label}
        hint={hint}
        blank={namingText.blank}
        value={mine?.typed ?? named?.personId ?? undefined}
        options={page.staff.map(({ personId, name }) => ({ value: personId, label: name }))}
        error={mine?.message}
        width="medium"
      />
      <Button kind="second" small>
        {namingText.save}
        <span className="sr">: {label}</span>
      </Button>
    </Form>
  );
}
