import { getAward } from '../../awards/award.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { formOf } from '../../../ui/refused.ts';
import type { AgendaItem } from '../agenda.server.ts';
import type { OneSession } from '../page.server.ts';
import { councilText as said, sessionMoveText } from '../text.ts';
import type { SessionRefused } from './SessionActs.tsx';

type Props = { readonly one: OneSession; readonly refused: SessionRefused };
type Items = readonly AgendaItem[];

export const waitingItems = ({ items }: OneSession): Items =>
  items.filter(({ stage, stands }) => stage === 'listed' && stands);
export const votingItems = ({ items }: OneSession): Items => items.filter(({ stage }) => stage === 'voting');

/** All that wait at once, or a chosen few; one alone has its button in its row of the agenda. */
export function OpenPolls({ one, refused }: Props) {
  const waiting = waitingItems(one);
  return (
    <>
      <Form hidden={{ viec: 'poll' }}>
        <Named items={waiting} />
        <Button kind={votingItems(one).length > 0 ? 'second' : 'primary'}>{said.pollAll(waiting.length)}</Button>
      </Form>
      {waiting.length > 1 && <Some deed="poll" items={waiting} refused={refused} />}
    </>
  );
}

/** The count closes the vote for whoever has not voted: it names them first. */
export function CountPolls({ one, refused }: Props) {
  const { seats, progress } = one;
  const open = votingItems(one);
  const nameOf = (of: typeof progress) =>
    seats.filter((seat) => of.some(({ personId }) => personId === seat.personId)).map(({ name }) => name);
  const late = nameOf(progress.filter(({ done, of }) => done < of));
  const underway = nameOf(progress.filter(({ underway: n }) => n > 0));
  const isWhole = late.length === 0 && underway.length === 0;
  return (
    <>
      <Form hidden={{ viec: 'count' }}>
        <Named items={open} />
        <p>{isWhole ? said.countReady : [said.countLate(late), said.countUnderway(underway)].join(' ').trim()}</p>
        <Button kind={isWhole ? 'primary' : 'second'}>{said.countAll(open.length)}</Button>
      </Form>
      {open.length > 1 && <Some deed="count" items={open} refused={refused} />}
    </>
  );
}

/** What was cast counts for nothing, so all of them are chosen by hand, with a reason. */
export function AnnulPolls({ one, refused }: Props) {
  const form = formOf(refused, 'annul');
  return (
    <details open={form.isOpen}>
      <summary>{sessionMoveText.annul}</summary>
      <p>{said.annulNote}</p>
      <Form hidden={{ viec: 'annul' }} errors={form.problems} scope="annul">
        <Choose items={votingItems(one)} chosen={refused?.chosen} form={form} />
        <Field
          type="textarea"
          rows={2}
          name="reason"
          label={said.reason}
          value={form.fields['reason']}
          error={form.errorAt('reason')}
        />
        <Button kind="danger">{sessionMoveText.annul}</Button>
      </Form>
    </details>
  );
}

type SomeProps = { readonly deed: 'poll' | 'count'; readonly items: Items; readonly refused: SessionRefused };

function Some({ deed, items, refused }: SomeProps) {
  const form = formOf(refused, deed);
  return (
    <details open={form.isOpen}>
      <summary>{deed === 'poll' ? said.pollSome : said.countSome}</summary>
      <Form hidden={{ viec: deed }} errors={form.problems} scope={deed}>
        <Choose items={items} chosen={refused?.chosen} form={form} />
        <Button kind="second">{deed === 'poll' ? said.pollChosen : said.countChosen}</Button>
      </Form>
    </details>
  );
}

type ChooseProps = {
  readonly items: Items;
  readonly chosen: readonly string[] | undefined;
  readonly form: ReturnType<typeof formOf>;
};

function Choose({ items, chosen, form }: ChooseProps) {
  return (
    <Choices
      kind="many"
      name="items"
      label={said.chooseItems}
      value={form.isOpen ? chosen : []}
      error={form.errorAt('items')}
      options={items.map(({ id, position, holderName, awardCode, poll }) => ({
        value: id,
        label: `${position}. ${holderName}: ${getAward(awardCode).name}${poll?.isOpen ? ` (${howFar(poll)})` : ''}`,
      }))}
    />
  );
}

export const howFar = ({ isSecret, taken, inUrn }: NonNullable<AgendaItem['poll']>): string =>
  isSecret ? said.taken(taken, inUrn) : said.voted(taken);

function Named({ items }: { readonly items: Items }) {
  return items.map(({ id }) => <input key={id} type="hidden" name="items" value={id} />);
}

/** In the row of an item: opened or counted alone. */
export function ItemAct({ item, one }: { readonly item: AgendaItem; readonly one: OneSession }) {
  const deed = item.stage === 'listed' && item.stands ? 'poll' : item.stage === 'voting' ? 'count' : undefined;
  if (!deed || !one.moves.includes(deed) || one.items.length < 2) return null;
  return (
    <Form hidden={{ viec: deed, items: item.id }}>
      <Button kind="second" small>
        {deed === 'poll' ? said.pollOne : said.countOne}
        <span className="sr">{`: ${item.position}. ${item.holderName}`}</span>
      </Button>
    </Form>
  );
}
