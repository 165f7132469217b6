import { formatVietnamese } from '../../../kernel/decimal.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage, Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Conditions } from '../../awards/routes/Conditions.tsx';
import { reviewText, setStageText } from '../../criteria/text.ts';
import { stageLook } from '../../criteria/stage-look.ts';
import { mayBegin } from '../../criteria/rights.server.ts';
import { standingLook } from '../../register/standing-look.ts';
import { standingText } from '../../register/standards.text.ts';
import { judgementLook } from '../../scoring/stage-look.ts';
import { judgementStageText } from '../../scoring/text.ts';
import type { ThemedFirst, ThemedGroup, ThemedPlace } from '../themed.server.ts';
import { themedPlaces } from '../themed.server.ts';
import { judgedMovements, themedSets } from '../themed-sets.server.ts';
import type { ThemedSet } from '../themed-sets.server.ts';
import { leadersText, minutesText, partedText, tiedText } from '../text.ts';
import {
  themedAchievement,
  themedHeading,
  themedPropose,
  themedReason,
  themedStandard,
  themedText as said,
} from '../themed.text.ts';
import type { Route } from './+types/themed.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = new URL(args.request.url).searchParams.get('phong-trao');
  const movements = await judgedMovements(db, person, asked);
  const movement = movements.find(({ id }) => id === asked) ?? movements[0];
  const received = plainDateIn(clock());
  const movementId = movement?.id;
  const groups = movementId === undefined ? [] : await themedPlaces(db, person, { movementId, received });
  const sets = movementId === undefined ? [] : await themedSets(db, person, movementId);
  return { movements, movement, groups, sets, mayBegin: await mayBegin(db, person) };
}

export default function Themed({
  loaderData: { movements, movement, groups, sets, mayBegin: begins },
}: Route.ComponentProps) {
  return (
    <Page
      title={movement?.name ?? said.title}
      lead={said.lead}
      trail={[
        { label: leadersText.judgements, href: '/cham-diem' },
        { label: leadersText.title, href: '/cham-diem/dan-dau' },
      ]}
    >
      <title>{said.title}</title>
      {movements.length > 1 && (
        <Filters path="/cham-diem/dan-dau/chuyen-de" verb={said.show} auto>
          <Field
            type="select"
            name="phong-trao"
            label={said.movement}
            blank={null}
            value={movement?.id}
            options={movements.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Filters>
      )}
      {movement && (
        <p>
          <a href={`/phong-trao/${movement.id}`}>{said.toMovement}</a>
        </p>
      )}
      <Sets sets={sets} movementId={movement?.id} mayBegin={begins} />
      {groups.length === 0 && sets.length > 0 && <p className="muted">{said.emptyWhy}</p>}
      {groups.map((group) => (
        <Group key={group.places[0]?.judgementId} group={group} />
      ))}
    </Page>
  );
}

const setColumns: readonly Column<ThemedSet>[] = [
  { key: 'nam', head: said.year, kind: 'number', cell: ({ year }) => year },
  { key: 'lan', head: said.review, cell: ({ review }) => reviewText[review] },
  { key: 'nhom', head: said.group, cell: ({ blockName }) => blockName ?? said.wholeGroup },
  {
    key: 'bo',
    head: said.set,
    kind: 'name',
    cell: ({ setId, title, stage }) => (
      <>
        <a href={`/tieu-chi/${setId}`}>{title}</a> <Stage stage={stageLook[stage]} word={setStageText[stage]} />
      </>
    ),
  },
  {
    key: 'dot',
    head: said.judgement,
    cell: ({ judgement }) =>
      judgement === null ? (
        said.notJudged
      ) : (
        <>
          <a href={`/cham-diem/${judgement.id}`}>{said.open}</a>{' '}
          <Stage stage={judgementLook[judgement.stage]} word={judgementStageText[judgement.stage]} />
        </>
      ),
  },
];

type SetsProps = {
  readonly sets: readonly ThemedSet[];
  readonly movementId: string | undefined;
  readonly mayBegin: boolean;
};

/** From the criteria of each review to the judgement that uses them. */
function Sets({ sets, movementId, mayBegin: begins }: SetsProps) {
  const begin = begins && movementId !== undefined && (
    <LinkButton kind="second" href={`/tieu-chi/moi?phong-trao=${movementId}`}>
      {said.emptyFirst}
    </LinkButton>
  );
  if (sets.length === 0)
    return <Empty what={said.emptyWhat} why={said.setsWhy} first={begin || <a href="/tieu-chi">{said.allSets}</a>} />;
  return (
    <section>
      <h2>{said.sets}</h2>
      <Table caption={said.sets} captionHidden columns={setColumns} rows={sets} rowKey={({ setId }) => setId} />
      {begin && <Actions>{begin}</Actions>}
    </section>
  );
}

const columns: readonly Column<ThemedPlace>[] = [
  { key: 'hang', head: said.place, kind: 'number', cell: ({ place }) => place },
  { key: 'don-vi', head: said.unit, kind: 'name', cell: ({ unitName }) => unitName },
  {
    key: 'diem',
    head: said.points,
    kind: 'number',
    cell: ({ shownPoints, fullPoints }) =>
      `${formatVietnamese(shownPoints / 100)}/${formatVietnamese(fullPoints / 100)}`,
  },
];

function Group({ group: { places, firsts } }: { readonly group: ThemedGroup }) {
  const [any] = places;
  if (!any) return null;
  const heading = themedHeading(any);
  return (
    <section>
      <h2>{heading}</h2>
      <p className="muted">
        {minutesText(any.minutesNumber, any.minutesDate)}{' '}
        <a href={`/cham-diem/${any.judgementId}/xep-hang`}>{leadersText.result}</a>
      </p>
      <Table caption={heading} captionHidden columns={columns} rows={places} rowKey={({ unitId }) => unitId} />
      <h3>{said.firsts}</h3>
      {firsts.map((first) => (
        <First key={first.unitId} first={first} />
      ))}
    </section>
  );
}

function First({ first }: { readonly first: ThemedFirst }) {
  const { standard, awardCode, unitName, tiedWith, partedBy } = first;
  const parted = [partedText(partedBy), tiedWith.length > 0 ? tiedText(tiedWith) : ''];
  return (
    <>
      <p>
        <b>{unitName}</b>: {themedReason(first)} {parted.filter(Boolean).join(' ')}
      </p>
      {standard === null ? (
        <p className="muted">{leadersText.unknown}</p>
      ) : (
        <details>
          <summary>
            {themedStandard(awardCode)}{' '}
            <Status status={standingLook[standard.standing]} word={standingText[standard.standing]} />
          </summary>
          <Conditions explained={standard.explained} />
        </details>
      )}
      {first.holderId !== null && <Door first={first} />}
    </>
  );
}

/** A dossier of the movement that knows the review, the place and the nominee. */
function Door({ first }: { readonly first: ThemedFirst }) {
  if (!first.mayPropose) return <p className="muted">{leadersText.whoProposes(first.unitName)}</p>;
  const query = new URLSearchParams({
    'don-vi': first.unitCode,
    nam: String(first.year),
    'phong-trao': first.movementId,
    'danh-gia': first.review,
    'doi-tuong': first.holderId ?? '',
    'danh-hieu': first.awardCode,
    'thu-hang': String(first.place),
    'thanh-tich': themedAchievement(first),
  });
  return (
    <Actions>
      <LinkButton kind="second" href={`/khen-thuong/ho-so/moi?${query.toString()}`}>
        {themedPropose(first.awardCode)}
      </LinkButton>
    </Actions>
  );
}
