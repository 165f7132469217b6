import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { OneSession } from '../page.server.ts';
import type { SessionMove } from '../procedure.ts';
import { councilText as said, sessionMoveText } from '../text.ts';

type Refused = { readonly deed: string | undefined; readonly fields: Readonly<Record<string, string>> } | undefined;
type Props = { readonly one: OneSession; readonly refused: Refused };

const plain = ['call', 'open', 'resume', 'close', 'conclude'] as const satisfies readonly SessionMove[];
const withReason = ['suspend', 'cancel', 'annul'] as const satisfies readonly SessionMove[];

/** What this person may do with the session now: the next step first, what stops it behind a fold. */
export function SessionActs({ one, refused }: Props) {
  const { session, moves, items, toVote } = one;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const isVoting = items.some(({ stage }) => stage === 'voting');
  const waiting = items.filter(({ stage, stands }) => stage === 'listed' && stands);
  const next = plain.filter((move) => moves.includes(move) && !(move === 'close' && isVoting));
  const stops = withReason.filter((move) => moves.includes(move) && (move !== 'annul' || isVoting));
  return (
    <>
      <div className="acts">
        {next.map((move) => (
          <Form key={move} version={session.version} hidden={{ viec: move }}>
            <Button kind={toVote > 0 || isVoting || (move === 'close' && waiting.length > 0) ? 'second' : 'primary'}>
              {sessionMoveText[move]}
            </Button>
          </Form>
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
      {moves.includes('poll') && waiting.length > 0 && <OpenPolls waiting={waiting} />}
      {moves.includes('count') && isVoting && <Count one={one} />}
      {stops.map((move) => (
        <details key={move} open={refused?.deed === move}>
          <summary>{sessionMoveText[move]}</summary>
          <Form version={session.version} hidden={{ viec: move }}>
            <Field
              type="textarea"
              rows={2}
              name="reason"
              id={`o-${move}-reason`}
              label={said.reason}
              value={refused?.deed === move ? refused.fields['reason'] : undefined}
            />
            <Button kind="danger">{sessionMoveText[move]}</Button>
          </Form>
        </details>
      ))}
    </>
  );
}

function OpenPolls({ waiting }: { readonly waiting: OneSession['items'] }) {
  return (
    <Form hidden={{ viec: 'poll' }}>
      {waiting.map(({ id }) => (
        <input key={id} type="hidden" name="items" value={id} />
      ))}
      <Button>{said.pollAll(waiting.length)}</Button>
    </Form>
  );
}

/** The count closes the vote for whoever has not voted: it names them first. */
function Count({ one }: { readonly one: OneSession }) {
  const { seats, progress } = one;
  const late = progress.filter(({ done, of }) => done < of).map(({ personId }) => personId);
  const names = seats.filter(({ personId }) => late.includes(personId)).map(({ name }) => name);
  return (
    <Form hidden={{ viec: 'count' }}>
      <p>{said.countWarn(names)}</p>
      <Button kind={names.length > 0 ? 'second' : 'primary'}>{said.counting}</Button>
    </Form>
  );
}
