import { getAward } from '../../awards/award.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { AgendaItem } from '../agenda.server.ts';
import { choiceText } from '../ballot.text.ts';
import type { OneSession } from '../page.server.ts';
import type { RuleState } from '../rule.ts';
import { neededOf, rateOf } from '../tally.ts';
import {
  councilText as said,
  groundText,
  itemStageText,
  rateText,
  ruleStateText,
  stopReasonText,
  thresholdText,
  voteMannerText,
} from '../text.ts';
import { howFar, ItemAct } from './ItemForms.tsx';

/** Of an item that the reader is related to: that it is there, and nothing more. */
export function AgendaTable({ one }: { readonly one: OneSession }) {
  return (
    <Table
      caption={said.agenda}
      captionHidden
      columns={columnsOf(one)}
      rows={one.items}
      rowKey={({ id }) => id}
      empty={<p className="muted">{said.agendaCount(0)}</p>}
    />
  );
}

function columnsOf(one: OneSession): readonly Column<AgendaItem>[] {
  return [
    { key: 'tt', head: said.number, kind: 'code', cell: ({ position }) => position },
    { key: 'muc', head: said.item, kind: 'name', cell: (item) => <Item item={item} /> },
    {
      key: 'muc-can',
      head: said.rule,
      cell: (item) => <Rule item={item} members={item.poll?.members ?? one.standing.members} />,
    },
    {
      key: 'ket-qua',
      head: said.result,
      cell: (item) => (
        <>
          <Outcome item={item} />
          <ItemAct item={item} one={one} />
        </>
      ),
    },
  ];
}

function Item({ item }: { readonly item: AgendaItem }) {
  const { holderName, awardCode, dossierId, dossierCode, dossierUnit, stands, stage } = item;
  return (
    <>
      <b>{holderName}</b>
      <br />
      {getAward(awardCode).name}
      <br />
      <small>
        {dossierUnit} ·{' '}
        <a className="code" href={`/khen-thuong/ho-so/${dossierId}`}>
          {`${said.papers} ${dossierCode}`}
        </a>
      </small>
      {!stands && stage === 'listed' && <p className="overdue">{said.gone}</p>}
    </>
  );
}

function Rule({ item, members }: { readonly item: AgendaItem; readonly members: number }) {
  const { isSecret, atLeastPercent, ruleArticle, ruleSource, ruleState } = item;
  return (
    <>
      {isSecret ? said.secret : said.byName}.{' '}
      {thresholdText(atLeastPercent, neededOf({ atLeastPercent }, members), members)}
      <br />
      <small>{said.ruleFrom(ruleArticle, ruleSource, ruleStateText[ruleState as RuleState] ?? ruleState)}</small>
    </>
  );
}

function Outcome({ item }: { readonly item: AgendaItem }) {
  const { ownGround, stage, poll, postponedReason, interests } = item;
  if (ownGround !== null) return <p>{said.ownInterest(groundText[ownGround])}</p>;
  return (
    <>
      {stage && stage !== 'counted' && <b>{itemStageText[stage]}</b>}
      {stage === 'postponed' && `: ${stopReasonText(postponedReason)}`}
      {poll?.isOpen && <p>{howFar(poll)}</p>}
      {poll && poll.papers.from.length > 0 && <p>{said.papersFrom(poll.papers.from.map(({ name }) => name))}</p>}
      {poll?.counts && (
        <>
          <b>{poll.passed ? said.passed : said.failed}</b>: {rateText(rateOf(poll.counts.for, poll.members))}
          <br />
          {said.counts(poll.counts.for, poll.counts.against, poll.counts.blank)}
          {poll.counts.written > 0 && ` (${said.written(poll.counts.written)})`}
          {poll.votes.length > 0 && (
            <details>
              <summary>{said.votesOf}</summary>
              <ul>
                {poll.votes.map(({ name, choice, manner }) => (
                  <li
                    key={name}
                  >{`${name}: ${choiceText[choice]}${manner === 'session' ? '' : ` (${voteMannerText[manner] ?? manner})`}`}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      {interests.length > 0 && <p className="muted">{said.interests(interests.map(({ name }) => name).join(', '))}</p>}
    </>
  );
}
