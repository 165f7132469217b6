import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Ground } from '../ground.server.ts';
import { listGrounds } from '../ground.server.ts';
import { groundText as said } from '../ground.text.ts';
import { registerRights } from '../rights.ts';
import { knownText } from '../text.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import type { Route } from './+types/grounds.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  return {
    grounds: await listGrounds(edge.services.db),
    mayChange: holdsRole(person, ...registerRights['unit_ground.change'].by),
  };
}

export default function Grounds({ loaderData: { grounds, mayChange } }: Route.ComponentProps) {
  const columns: readonly Column<Ground>[] = [
    {
      key: 'xa',
      head: said.unit,
      kind: 'name',
      cell: ({ code, name }) => (mayChange ? <a href={`/khen-thuong/so/dia-ban/${code}`}>{name}</a> : name),
    },
    { key: 'bien-gioi', head: said.border, cell: ({ isBorder }) => knownText(isBorder) },
    { key: 'kho-khan', head: said.hard, cell: ({ isHard }) => knownText(isHard) },
    { key: 'nguon', head: said.source, cell: ({ source }) => source },
  ];
  return (
    <Page title={said.title} lead={said.lead}>
      <title>{said.title}</title>
      <RegisterTabs at="dia-ban" />
      <Table caption={said.title} captionHidden columns={columns} rows={grounds} rowKey={({ unitId }) => unitId} />
    </Page>
  );
}
