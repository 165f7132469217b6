import { data, redirect } from 'react-router';
import { edgeOf, statusOf, typedIn } from '../../../platform/http.server.ts';
import { withQuery } from '../../../ui/address.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { readSeats } from '../block-form.ts';
import { blockSeen, shapeBlock } from '../block-page.server.ts';
import { blockRefusalErrors } from '../errors.text.ts';
import { shaperAt } from '../gate.server.ts';
import { adminText, blocksText, fieldFaults } from '../page.text.ts';
import { CopyForm, MembersForm, RenameForm } from '../parts/BlockForms.tsx';
import { blockKindNames } from '../text.ts';
import type { Route } from './+types/block.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  const asked = new URL(args.request.url).searchParams;
  const left = asked.getAll('con-lai');
  return { ...(await blockSeen(edge, args.request, args.params.code)), isDone: asked.has('xong'), left };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  const { block, year } = await blockSeen(edge, args.request, args.params.code);
  const typed = await typedIn(args.request);
  const result = await shapeBlock(edge, typed, { blockId: block.id, year });
  if (result.ok) {
    const left = (result.value.left ?? []).map((name) => `&con-lai=${encodeURIComponent(name)}`).join('');
    return redirect(`/quan-tri/khoi-cum/${block.code}?nam=${year}&xong${left}`);
  }
  const { refusal } = result;
  const said =
    refusal.kind === 'lost_race'
      ? blocksText.lostRace
      : refusal.kind === 'name_missing'
        ? fieldFaults.missing
        : (blockRefusalErrors(refusal)[0]?.message ?? '');
  // After a lost race the new list is shown, not what was typed over the old one.
  const seats = refusal.kind === 'lost_race' ? undefined : readSeats(typed.fields, typed.many('them'));
  const isNameWrong = refusal.kind === 'name_missing';
  return data(
    { said, isNameWrong, form: typed.fields['do'] ?? '', seats, fields: typed.fields },
    { status: statusOf(refusal) },
  );
}

export default function BlockRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { block, year, years, members, isDone, left } = loaderData;
  const path = `/quan-tri/khoi-cum/${block.code}`;
  const isNameWrong = actionData?.isNameWrong ?? false;
  const said = actionData?.said ?? '';
  const offered = [...new Set([...years, year - 1, year, year + 1])].toSorted((a, b) => a - b);
  const tabs = offered.map((one) => ({
    label: String(one),
    href: withQuery({ path, query: '' }, { nam: String(one) }),
    current: one === year,
  }));
  const trail = [
    { label: adminText.home, href: '/quan-tri' },
    { label: blocksText.title, href: `/quan-tri/khoi-cum?nam=${year}` },
  ];
  return (
    <Page title={block.name} lead={blockKindNames[block.kind]} trail={trail}>
      <title>{block.name}</title>
      {isDone && !actionData && (
        <Notice kind="success">
          <p>{blocksText.done}</p>
          {left.length > 0 && <p>{blocksText.left(left.join(', '))}</p>}
        </Notice>
      )}
      {actionData && !isNameWrong && <Notice kind="refusal">{actionData.said}</Notice>}
      <Tabs tabs={tabs} label={blocksText.otherYears} />
      <h2>{blocksText.membersTitle(year)}</h2>
      {members.length === 0 && (
        <>
          <p className="muted">{blocksText.noMembers(year)}</p>
          {years.includes(year - 1) && <CopyForm block={block} year={year} />}
        </>
      )}
      <MembersForm seen={loaderData} typed={actionData?.form === 'members' ? actionData.seats : undefined} />
      <h2>{blocksText.rename}</h2>
      <RenameForm
        block={block}
        typed={actionData?.form === 'rename' ? actionData.fields : undefined}
        errors={isNameWrong ? [{ field: 'name', label: blocksText.name, message: said }] : []}
      />
    </Page>
  );
}
