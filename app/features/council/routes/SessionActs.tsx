import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { SessionDeed } from '../deeds.server.ts';
import type { OneSession } from '../page.server.ts';
import type { SessionMove } from '../procedure.ts';
import { councilText as said, sessionMoveText } from '../text.ts';
import { AnnulPolls, CountPolls, OpenPolls, votingItems, waitingItems } from './ItemForms.tsx';

/** Of the page's forms the one that was refused; `chosen`: items that were ticked in it. */
export type SessionRefused = (NonNullable<Refused<SessionDeed>> & { readonly chosen: readonly string[] }) | undefined;
type Props = { readonly one: OneSession; readonly refused: SessionRefused };

const first = ['call', 'open', 'resume'] as const satisfies readonly SessionMove[];
/** After what is voted on. */
const last = ['close', 'conclude'] as const satisfies readonly SessionMove[];
const withReason = ['suspend', 'cancel'] as const satisfies readonly SessionMove[];

/** What this person may do with the session now, in the order in which it is done; what stops it behind a fold. */
export function SessionActs({ one, refused }: Props) {
  const { session, moves, toVote } = one;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const isVoting = votingItems(one).length > 0;
  const waiting = waitingItems(one);
  const hasPapers = votingItems(one).some(({ poll }) => poll && poll.papers.from.length > 0 && !poll.papers.isRead);
  const isBusy = toVote > 0 || isVoting;
  const isOver = waiting.length === 0 && !moves.includes('resume');
  const ends = last.filter((move) => moves.includes(move) && !(move === 'close' && isVoting));
  const stops = withReason.filter((move) => moves.includes(move));
  return (
    <>
      <Begin one={one} isBusy={isBusy} />
      {hasPapers && (moves.includes('write') || (one.sits && moves.includes('witness'))) && (
        <p>
          <LinkButton kind="second" href={`${here}/phieu-giay`}>
            {said.papersTitle}
          </LinkButton>
        </p>
      )}
      {moves.includes('count') && isVoting && <CountPolls one={one} refused={refused} />}
      {moves.includes('poll') && waiting.length > 0 && <OpenPolls one={one} refused={refused} />}
      {ends.length > 0 && (
        <div className="acts">
          {ends.map((move) => (
            <Step
              key={move}
              move={move}
              version={session.version}
              isNext={!isBusy && (move === 'conclude' || isOver)}
            />
          ))}
        </div>
      )}
      {stops.map((move) => (
        <Stop key={move} move={move} version={session.version} refused={refused} />
      ))}
      {moves.includes('annul') && isVoting && <AnnulPolls one={one} refused={refused} />}
    </>
  );
}

/** The next step, and what is prepared beside it. */
function Begin({ one, isBusy }: { readonly one: OneSession; readonly isBusy: boolean }) {
  const { session, moves } = one;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return (
    <div className="acts">
      {first
        .filter((move) => moves.includes(move))
        .map((move) => (
          <Step key={move} move={move} version={session.version} isNext={!isBusy} />
        ))}
      {moves.includes('list') && (
        <LinkButton kind="second" href={`${here}/chuong-trinh`}>
          {sessionMoveText.list}
        </LinkButton>
      )}
      {moves.includes('attend') && session.manner === 'meeting' && (
        <LinkButton kind="second" href={`${here}/diem-danh`}>
          {sessionMoveText.attend}
        </LinkButton>
      )}
      {moves.includes('change') && (
        <LinkButton kind="second" href={`${here}/sua`}>
          {sessionMoveText.change}
        </LinkButton>
      )}
      {moves.includes('attend') && session.stage !== 'suspended' && (
        <Form hidden={{ viec: 'remind' }}>
          <Button kind="plain">{said.remind}</Button>
        </Form>
      )}
      {moves.includes('declare') && one.sits && (
        <LinkButton kind="second" href={`${here}/khai-lien-quan`}>
          {said.declare}
        </LinkButton>
      )}
    </div>
  );
}

type StepProps = { readonly move: SessionMove; readonly version: number; readonly isNext: boolean };

function Step({ move, version, isNext }: StepProps) {
  return (
    <Form version={version} hidden={{ viec: move }}>
      <Button kind={isNext ? 'primary' : 'second'}>{sessionMoveText[move]}</Button>
    </Form>
  );
}

type StopProps = {
  readonly move: (typeof withReason)[number];
  readonly version: number;
  readonly refused: SessionRefused;
};

function Stop({ move, version, refused }: StopProps) {
  const { isOpen, fields, problems, errorAt } = formOf(refused, move);
  return (
    <details open={isOpen}>
      <summary>{sessionMoveText[move]}</summary>
      <Form version={version} hidden={{ viec: move }} errors={problems} scope={move}>
        <Field
          type="textarea"
          rows={2}
          name="reason"
          label={said.reason}
          value={fields['reason']}
          error={errorAt('reason')}
        />
        <Button kind="danger">{sessionMoveText[move]}</Button>
      </Form>
    </details>
  );
}
