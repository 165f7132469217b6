import { data, redirect } from 'react-router';
import { movesFor } from '../../../kernel/procedure.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { findList } from '../case.server.ts';
import { listProcedure } from '../level-list.ts';
import { doOnList } from '../list-form.server.ts';
import { goneOf, levelOfUnit, peopleOf } from '../people.server.ts';
import { listLook } from '../stage-look.ts';
import { levelProblems, levelsText as said, stageText } from '../text.ts';
import { ListActs } from './ListActs.tsx';
import { PeopleForm } from './PeopleForm.tsx';
import type { Route } from './+types/list.ts';

/** What one form holds; more is on the next page, each saved for itself, or comes by Excel. */
const size = 100;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const list = (await findList(db, person, args.params.listId)) ?? pageNotFound();
  const [all, gone, unitLevel] = await Promise.all([
    peopleOf(db, list),
    goneOf(db, list),
    levelOfUnit(db, list.unitId, list.year),
  ]);
  const url = new URL(args.request.url);
  const page = Math.min(readPage(url.search), Math.max(1, Math.ceil(all.length / size)));
  return {
    list,
    people: all.slice((page - 1) * size, page * size),
    paging: { page, size, total: all.length },
    gone,
    unitLevel,
    moves: movesFor(listProcedure, list, person),
    view: { path: url.pathname, query: url.search },
    done: url.searchParams.has('da'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const id = args.params.listId;
  const result = await act(edge, (context) => doOnList(context, id, fields));
  const page = readPage(new URL(args.request.url).search);
  if (result.ok) return redirect(`/xep-loai/${id}?${page > 1 ? `trang=${page}&` : ''}da=luu`);
  const problems = levelProblems(result.refusal);
  return data({ deed: fields['viec'], fields, problems }, { status: statusOf(result.refusal) });
}

export default function List({ loaderData, actionData }: Route.ComponentProps) {
  const { list, people, gone, unitLevel, moves, paging, view, done } = loaderData;
  const title = said.of(list.unitName, list.year);
  const other = actionData?.problems.find(({ field }) => field === '');
  const mayChange = moves.includes('change');
  return (
    <Page
      title={title}
      lead={`${said.counts}: ${list.many}/${paging.total}.`}
      trail={[{ label: said.title, href: '/xep-loai' }]}
      action={
        mayChange && (
          <LinkButton kind="second" href={`/xep-loai/${list.id}/excel`}>
            {said.excel}
          </LinkButton>
        )
      }
    >
      <title>{title}</title>
      {done && !actionData && <Notice kind="success">{said.done}</Notice>}
      {other && <Notice kind="refusal">{other.message}</Notice>}
      {list.returnReason !== null && (
        <Notice kind="warning" title={said.returned}>
          {list.returnReason}
        </Notice>
      )}
      <Pairs
        pairs={[
          { label: said.stage, value: <Stage stage={listLook[list.stage]} word={stageText[list.stage]} /> },
          {
            label: said.unitLevel,
            value: unitLevel ? said.unitLevelOf(unitLevel.level, unitLevel.source) : said.unitLevelNone,
          },
          { label: said.limits, value: said.limitsNone },
          { label: said.paper, value: list.paper || said.paperNone },
        ]}
      />
      <PeopleForm {...{ list, people, gone, mayChange, paging, view }} refused={actionData} />
      <ListActs list={list} moves={moves} refused={actionData} />
    </Page>
  );
}
