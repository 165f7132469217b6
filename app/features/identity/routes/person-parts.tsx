import { roles } from '../../../kernel/actor.ts';
import { roleNames } from '../../../platform/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { HoldingLine, PersonDetail } from '../people/queries.server.ts';
import type { IdentityRefusal } from '../text.ts';
import { personFields } from '../text.ts';
import { refusedForm } from './refused-form.ts';
import { accountText, peopleText } from './text.ts';

/** Shown once: only its hash is kept. */
export function ShownLink({ name, link }: { readonly name: string; readonly link: string }) {
  return (
    <Notice kind="success" title={peopleText.link}>
      <p>{peopleText.linkOnce(name)}</p>
      <p>
        <code>{link}</code>
      </p>
    </Notice>
  );
}

type Refused =
  | { readonly refusal: IdentityRefusal | undefined; readonly typed: Readonly<Record<string, string>> | undefined }
  | undefined;

const columns: readonly Column<HoldingLine>[] = [
  { key: 'vai-tro', head: peopleText.role, kind: 'name', cell: ({ role }) => roleNames[role] },
  { key: 'don-vi', head: peopleText.unit, cell: ({ unit }) => unit },
  { key: 'tu', head: peopleText.from, cell: ({ from }) => dateText(from) },
  { key: 'den', head: peopleText.until, cell: ({ until }) => (until ? dateText(until) : peopleText.noEnd) },
  { key: 'can-cu', head: peopleText.basis, cell: ({ basis }) => basis },
  {
    key: 'ket-thuc',
    head: peopleText.endRole,
    cell: ({ id, version }) => (
      <Form version={version} hidden={{ viec: 'ket-thuc-vai-tro', holdingId: id }}>
        <Button kind="second" small>
          {peopleText.endRole}
        </Button>
      </Form>
    ),
  },
];

type RolesPartProps = {
  readonly holdings: readonly HoldingLine[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly refused: Refused;
  readonly delegationsHref: string;
};

export function RolesPart({ holdings, units, refused, delegationsHref }: RolesPartProps) {
  const typed = refused?.typed;
  const { errors, errorAt } = refusedForm(refused?.refusal);
  const unitOptions = units.map(({ id, name }) => ({ value: id, label: name }));
  const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }));
  return (
    <>
      <h2>{peopleText.roles}</h2>
      <Table
        caption={peopleText.roles}
        captionHidden
        columns={columns}
        rows={holdings}
        rowKey={({ id }) => id}
        empty={<Empty what={peopleText.rolesNone} why={peopleText.rolesNoneWhy} />}
      />
      {holdings.length > 0 && (
        <p>
          <a href={delegationsHref}>{peopleText.delegate}</a>
        </p>
      )}
      <h3>{peopleText.grant}</h3>
      <Form hidden={{ viec: 'giao-vai-tro' }} errors={errors}>
        <Field
          type="select"
          name="role"
          label={peopleText.role}
          options={roleOptions}
          value={typed?.['role']}
          error={errorAt('role')}
        />
        <Field
          type="select"
          name="unitId"
          label={peopleText.unit}
          options={unitOptions}
          value={typed?.['unitId']}
          error={errorAt('unitId')}
        />
        <Field
          type="date"
          name="from"
          label={peopleText.from}
          hint={peopleText.grantFromHint}
          value={typed?.['from']}
          width="short"
          optional
        />
        <Field
          type="date"
          name="until"
          label={peopleText.until}
          hint={peopleText.grantUntilHint}
          value={typed?.['until']}
          error={errorAt('until')}
          width="short"
          optional
        />
        <Field
          name="basis"
          label={peopleText.basis}
          hint={peopleText.basisHint}
          value={typed?.['basis']}
          maxLength={300}
          optional
        />
        <Actions>
          <Button>{peopleText.grant}</Button>
        </Actions>
      </Form>
    </>
  );
}

type AccountPartProps = {
  readonly detail: Pick<PersonDetail, 'state' | 'username' | 'hasTotp' | 'passkeys'>;
  readonly refused: Refused;
};

export function AccountPart({ detail, refused }: AccountPartProps) {
  const { errors, errorAt } = refusedForm(refused?.refusal);
  const { state, username, hasTotp, passkeys } = detail;
  if (state === 'left') return null;
  return (
    <>
      <h2>{peopleText.account}</h2>
      {username === null && (
        <Form hidden={{ viec: 'tai-khoan' }} errors={errors}>
          <Field
            name="username"
            label={personFields.username}
            hint={peopleText.usernameHint}
            value={refused?.typed?.['username']}
            error={errorAt('username')}
          />
          <Button>{peopleText.makeAccount}</Button>
        </Form>
      )}
      {username !== null && state !== 'disabled' && <Deed viec="duong-dan" words={peopleText.invite} />}
      {state === 'locked' && <Deed viec="mo-khoa" words={peopleText.unlock} />}
      {state === 'disabled' && <Deed viec="cho-dung" words={peopleText.enable} />}
      {username !== null && state !== 'disabled' && <Deed viec="ngung" words={peopleText.disable} isHard />}
      {(hasTotp || passkeys > 0) && (
        <>
          <h3>{accountText.tabs.factor}</h3>
          <p>{peopleText.resetFactorWhat}</p>
          <Deed viec="xoa-hai-lop" words={peopleText.resetFactor} isHard />
        </>
      )}
    </>
  );
}

/** One deed, one form; what is hard to take back asks for a reason beside it. */
function Deed({ viec, words, isHard }: { readonly viec: string; readonly words: string; readonly isHard?: boolean }) {
  return (
    <form method="post" className="form">
      <input type="hidden" name="viec" value={viec} />
      {isHard && (
        <div className="field medium">
          <label htmlFor={`o-ly-do-${viec}`}>{`${words}: ${peopleText.reason.toLowerCase()}`}</label>
          <input id={`o-ly-do-${viec}`} name="reason" type="text" maxLength={300} />
        </div>
      )}
      <Button kind={isHard ? 'danger' : 'second'}>{words}</Button>
    </form>
  );
}
