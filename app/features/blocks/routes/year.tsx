import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, typedIn } from '../../../platform/http.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { blockKindNames } from '../../organisation/text.ts';
import { doInYear } from '../deeds.server.ts';
import { blocksText as said } from '../text.ts';
import { yearSeen } from '../year-page.server.ts';
import { answered, yearAt } from './at.ts';
import { yearPath } from '../year-path.ts';
import { BlockDoors } from './BlockDoors.tsx';
import { Said } from './Said.tsx';
import { Decisions, Meetings, Pacts, Seats } from './YearParts.tsx';
import { Leading } from './Leading.tsx';
import type { Route } from './+types/year.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const { year } = await yearAt(edge, args.params);
  const seen =
    (await yearSeen(db, person, { code: args.params.code, year, today: plainDateIn(clock()) })) ?? pageNotFound();
  return { seen, minted: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { block, year } = await yearAt(edge, args.params);
  const { fields } = await typedIn(args.request);
  const deed = fields['viec'] === 'end_stand_in' ? 'end_stand_in' : 'stand_in';
  const result = await doInYear(edge, { blockId: block.id, year }, fields, act);
  return answered(result, { deed, fields, to: () => `${yearPath(block.code, year)}?da=${deed}` });
}

export default function BlockYearPage({ loaderData, actionData }: Route.ComponentProps) {
  const { seen, minted, done } = loaderData;
  const { block, year } = seen;
  const title = said.yearTitle(block.name, year);
  const tabs = [year - 1, year, year + 1].map((one) => ({
    label: String(one),
    href: yearPath(block.code, one),
    current: one === year,
  }));
  return (
    <Page
      title={title}
      lead={blockKindNames[block.kind]}
      trail={[{ label: said.title, href: `/khoi-cum?nam=${year}` }]}
    >
      <title>{title}</title>
      <Said done={done} refused={actionData} />
      <Tabs tabs={tabs} label={said.otherYears} />
      <BlockDoors block={block} year={year} here="year" />
      <Leading seen={seen} minted={minted} refused={actionData} />
      <Pacts seen={seen} />
      <Meetings seen={seen} />
      <Seats seen={seen} />
      <Decisions seen={seen} />
    </Page>
  );
}
