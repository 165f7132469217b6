import { getAward } from '../../awards/award.ts';
import type { AgendaItem } from '../agenda.server.ts';
import { choiceText } from '../ballot.text.ts';
import type { SessionRow } from '../case.server.ts';
import { councilText as said, groundText, itemStageText } from '../text.ts';
import { waitsForVote } from '../waits.ts';

type Props = { readonly session: SessionRow; readonly items: readonly AgendaItem[] };

/** The whole agenda in its order, a line an item, asked for anew while the session runs: what is opened meanwhile shows here and disturbs no sheet. */
export function Overview({ session, items }: Props) {
  const here = `/khen-thuong/hoi-dong/phien/${session.id}/bieu-quyet`;
  const runs = session.stage === 'open' || session.stage === 'suspended';
  return (
    <section id="cac-muc" data-poll={runs ? here : undefined}>
      <h2>{said.overview}</h2>
      <ol className="overview">
        {items.map((item) => (
          <li key={item.id} value={item.position}>
            {`${item.holderName}: ${getAward(item.awardCode).name}. `}
            <b>{standsAt(item)}</b>
          </li>
        ))}
      </ol>
      {items.some(waitsForVote) && (
        <p className="muted">
          {said.openedMeanwhile} <a href={here}>{said.loadAgain}</a>
        </p>
      )}
    </section>
  );
}

function standsAt(item: AgendaItem): string {
  const { ownGround, stage, poll } = item;
  if (ownGround !== null) return said.ownInterest(groundText[ownGround]);
  if (stage !== 'voting') return stage === null ? '' : itemStageText[stage];
  if (waitsForVote(item)) return said.waitsForYou;
  if (poll?.gavePaper) return said.gavePaper;
  return poll?.ownChoice ? said.votedAlready(choiceText[poll.ownChoice]) : said.ballotTaken;
}
