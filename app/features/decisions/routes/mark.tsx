import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import type { Typed } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import type { MarkOwner, SetMark } from '../identities.server.ts';
import { identitiesOf, listOwners, permitMark, setMark } from '../identities.server.ts';
import { markFieldText, markRefusalText, marksText as said } from '../identities.text.ts';
import { plainSizes } from '../mark-place.ts';
import { decisionsText } from '../text.ts';
import { MarkForms } from './MarkForms.tsx';
import type { DrawnMark } from './MarkPreview.tsx';
import { MarkPreview } from './MarkPreview.tsx';
import type { Route } from './+types/mark.ts';

function ownerIn(params: Route.LoaderArgs['params']): MarkOwner {
  const kind = ({ 'ca-nhan': 'person', 'co-quan': 'unit' } as const)[params.kind] ?? pageNotFound();
  return { kind, id: askedId(params.ownerId) };
}

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const owner = ownerIn(args.params);
  if (!(await permitMark(db, person, owner)).ok) return pageNotFound();
  const today = plainDateIn(clock());
  const all = (await identitiesOf(db, owner)).map(({ picture, ...row }) => ({ ...row, hasPicture: picture !== null }));
  const listed = (await listOwners(db, person, today)).find(({ id }) => id === owner.id);
  const newest = all.toSorted((a, b) => b.setAt.getTime() - a.setAt.getTime())[0];
  const current = all.find(({ fromDay }) => fromDay <= today);
  const done = new URL(args.request.url).searchParams.has('da');
  return { owner, name: listed?.name ?? '', all, seen: newest?.id ?? '', current, newest, today, done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const owner = ownerIn(args.params);
  const sent = await typedIn(args.request);
  const { fields } = sent;
  const done = await act(edge, (context) => setMark(context, { owner, ...orderIn(sent) }));
  if (done.ok) return redirect(`${new URL(args.request.url).pathname}?da=1`);
  const { field, message } = markRefusalText(done.refusal);
  const problems = field === '' ? [] : [{ field, label: markFieldText[field], message }];
  return data(
    { deed: fields['viec'], fields, problems, message: field === '' ? message : undefined },
    { status: statusOf(done.refusal) },
  );
}

function orderIn({ fields, uploads }: Typed): Omit<SetMark, 'owner'> {
  const [file] = uploads;
  const width = /^\d{1,3}$/.test(fields['rong']?.trim() ?? '') ? Number(fields['rong']) : Number.NaN;
  const drawn = { bytes: file?.bytes ?? new Uint8Array(), width };
  const pictures = { picture: drawn, remove: null } as const;
  const deed = fields['viec'];
  return {
    picture: deed === 'picture' || deed === 'remove' ? pictures[deed] : undefined,
    credentialId: fields['khoa'] ?? '',
    fromDay: fields['tu-ngay'] ?? '',
    seen: fields['version'] ?? '',
  };
}

type Row = Route.ComponentProps['loaderData']['all'][number];
const columns: readonly Column<Row>[] = [
  { key: 'tu', head: said.from, kind: 'name', cell: ({ fromDay }) => dateText(fromDay) },
  { key: 'co', head: said.size, cell: ({ width, height }) => said.sizeOf(width, height) },
  { key: 'ai', head: said.by, cell: ({ setBy, setAt }) => [setBy, momentText(setAt)].filter(Boolean).join(', ') },
];

export default function MarkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { owner, name, all, seen, current, newest, today, done } = loaderData;
  const title = said.of({ kind: owner.kind, name });
  const trail = [
    { label: decisionsText.title, href: '/khen-thuong/quyet-dinh' },
    { label: said.title, href: '/khen-thuong/quyet-dinh/chu-ky' },
  ];
  const shown = newest?.hasPicture ? newest : current;
  const drawn: DrawnMark | undefined =
    shown?.hasPicture && shown.width && shown.height
      ? { width: shown.width, height: shown.height, href: `/khen-thuong/quyet-dinh/chu-ky/hinh/${shown.id}` }
      : undefined;
  const isPerson = owner.kind === 'person';
  return (
    <Page title={title} lead={said.lead} trail={trail}>
      <title>{title}</title>
      {actionData?.message && <Notice kind="refusal">{actionData.message}</Notice>}
      {done && !actionData && <Notice kind="success">{said.saved}</Notice>}
      <section>
        <h2>{said.preview}</h2>
        <p className="muted">{said.previewNote}</p>
        <MarkPreview
          hand={isPerson && drawn ? drawn : plainSizes.person}
          seal={!isPerson && drawn ? drawn : plainSizes.seal}
        />
      </section>
      <MarkForms
        kind={owner.kind}
        seen={seen}
        today={today}
        credentialId={newest?.credentialId ?? ''}
        refused={actionData && { ...actionData, deed: actionData.deed as 'picture' | 'key' | 'remove' | undefined }}
      />
      <section>
        <h2>{said.history}</h2>
        <Table
          caption={said.history}
          captionHidden
          columns={columns}
          rows={all}
          rowKey={({ id }) => id}
          empty={<p className="muted">{said.noHistory}</p>}
        />
      </section>
    </Page>
  );
}
