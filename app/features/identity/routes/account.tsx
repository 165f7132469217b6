import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { roleNames } from '../../../platform/text.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { ownProfile, rolesOf } from '../account/profile.server.ts';
import type { Route } from './+types/account';
import { AccountPage } from './account-page.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, seal } = edge.services;
  return { profile: await ownProfile(db, seal, person), roles: await rolesOf(db, person.personId) };
}

type RoleLine = Route.ComponentProps['loaderData']['roles'][number];

const columns: readonly Column<RoleLine>[] = [
  { key: 'vai-tro', head: accountText.role, kind: 'name', cell: ({ role }) => roleNames[role] },
  { key: 'tai', head: accountText.at, cell: ({ unit }) => unit },
  { key: 'uy-quyen', head: accountText.delegate, cell: ({ lender }) => lender && accountText.lentBy(lender) },
];

export default function Account({ loaderData }: Route.ComponentProps) {
  const { profile, roles } = loaderData;
  const pairs = [
    { label: accountText.name, value: profile.name },
    { label: accountText.username, value: profile.username },
    { label: accountText.position, value: profile.positionTitle ?? accountText.unknown },
    { label: accountText.unit, value: profile.unit ?? accountText.unknown },
    { label: accountText.email, value: profile.email ?? accountText.unknown },
    { label: accountText.phone, value: profile.phone ?? accountText.unknown },
  ];
  return (
    <AccountPage part="profile">
      <Pairs pairs={pairs} />
      <p className="muted">{accountText.profileHint}</p>
      <h2>{accountText.rolesHeld}</h2>
      <Table
        caption={accountText.rolesHeld}
        captionHidden
        columns={columns}
        rows={roles}
        rowKey={({ holdingId, lender }) => holdingId + (lender ?? '')}
        empty={<Empty what={accountText.noRoles} why={accountText.noRolesWhy} />}
      />
    </AccountPage>
  );
}
