import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { isAllowedToPrepare } from '../preparing.server.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { readPage, readYear } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { dateText } from '../../../ui/moment.ts';
import { blockChoices } from '../../criteria/list.server.ts';
import { judgementStages } from '../judgement.ts';
import type { ListedJudgement, NearCard } from '../list.server.ts';
import { cardsNear, listJudgements } from '../list.server.ts';
import { judgementLook } from '../stage-look.ts';
import { judgementFieldText, judgementStageText, scoringText } from '../text.ts';
import type { Route } from './+types/judgements.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const page = readPage(search);
  const year = readYear(searchParams);
  const stage = judgementStages.find((each) => each === searchParams.get('buoc'));
  const block = searchParams.get('khoi') ?? '';
  const blockId = block === '' ? undefined : askedId(block);
  const [listed, blocks, near, mayPrepare] = await Promise.all([
    listJudgements(db, person, { year, stage, blockId, page, size: pageSize }),
    blockChoices(db),
    cardsNear(db, person),
    isAllowedToPrepare(db, person),
  ]);
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  return {
    ...listed,
    near,
    mayPrepare,
    blocks,
    asked: { year, stage, block },
    thisYear,
    page,
    view: { path: pathname, query: search },
  };
}

const columns: readonly Column<ListedJudgement>[] = [
  {
    key: 'ten',
    head: scoringText.name,
    kind: 'name',
    cell: (row) => <a href={`/cham-diem/${row.id}`}>{row.title}</a>,
  },
  { key: 'khoi', head: scoringText.of, cell: (row) => row.ofName },
  {
    key: 'gui',
    head: scoringText.submittedHead,
    kind: 'number',
    cell: (row) => (row.cards > 0 ? scoringText.outOf(row.submitted, row.cards) : null),
  },
  {
    key: 'tham-dinh',
    head: scoringText.appraisedHead,
    kind: 'number',
    cell: (row) => (row.cards > 0 ? scoringText.outOf(row.appraised, row.cards) : null),
  },
  {
    key: 'han',
    head: judgementFieldText.selfUntil,
    cell: (row) => row.selfUntil && dateText(row.selfUntil),
  },
  {
    key: 'buoc',
    head: scoringText.stage,
    cell: (row) => <Stage stage={judgementLook[row.stage]} word={judgementStageText[row.stage]} />,
  },
];

export default function Judgements({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, near, blocks, mayPrepare, asked, thisYear } = loaderData;
  return (
    <Page
      title={`${scoringText.title} (${formatVietnamese(total)})`}
      lead={scoringText.lead}
      action={mayPrepare && <LinkButton href="/cham-diem/moi">{scoringText.new}</LinkButton>}
    >
      <title>{scoringText.title}</title>
      <Near cards={near} />
      <Filters path={view.path} auto>
        <YearField latest={thisYear + 1} count={6} year={asked.year} orEvery />
        <Field
          type="select"
          name="khoi"
          label={scoringText.block}
          blank={scoringText.every}
          value={asked.block}
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          type="select"
          name="buoc"
          label={scoringText.stage}
          blank={scoringText.every}
          value={asked.stage ?? ''}
          options={judgementStages.map((value) => ({ value, label: judgementStageText[value] }))}
        />
      </Filters>
      <Table
        caption={scoringText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        empty={<Empty what={scoringText.emptyWhat} why={scoringText.emptyWhy} />}
      />
      <p className="acts">
        <a href="/cham-diem/nguong-xep-loai">{scoringText.thresholds}</a>
        <a href="/cham-diem/kien-nghi">{scoringText.appeals}</a>
        <a href="/ket-qua-thi-dua">{scoringText.published}</a>
      </p>
    </Page>
  );
}

function Near({ cards }: { readonly cards: readonly NearCard[] }) {
  if (cards.length === 0) return null;
  return (
    <section>
      <h2>{scoringText.nearTitle}</h2>
      <ul>
        {cards.map(({ id, unitName, judgementTitle, part }) => (
          <li key={id}>
            <a href={`/cham-diem/phieu/${id}`}>{unitName}</a>
            {' · '}
            {part === 'own' ? scoringText.nearOwn : scoringText.nearCross}
            {' · '}
            <span className="muted">{judgementTitle}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
