import { dateText } from '../../ui/moment.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Advice } from './dossier.server.ts';
import { neededOf, rateOf } from './tally.ts';
import { adviceText as words, councilText as said, rateText, ruleStateText, thresholdText } from './text.ts';

/** What the council came to about one nominee, wherever somebody decides on it. */
export function CouncilAdvice({ advice, isBefore }: { readonly advice: Advice; readonly isBefore: boolean }) {
  if (advice.kind !== 'result') {
    if (advice.kind === 'none') return isBefore ? words.notYet : words.none;
    return words[advice.kind];
  }
  const { result } = advice;
  const { members, atLeastPercent, written, ruleArticle, ruleSource, ruleState } = result;
  return (
    <>
      <b className={result.passed ? undefined : 'error'}>{result.passed ? said.passed : said.failed}</b>
      {`: ${rateText(rateOf(result.for, members))}. ${said.counts(result.for, result.against, result.blank)}`}
      {written > 0 && ` (${said.written(written)})`}
      <br />
      <small>
        {`${result.isSecret ? said.secret : said.byName}. ${thresholdText(atLeastPercent, neededOf({ atLeastPercent }, members), members)}. ${said.ruleFrom(ruleArticle, ruleSource, ruleStateText[ruleState])}. `}
        <a href={`/khen-thuong/hoi-dong/phien/${result.sessionId}`}>
          {words.minutesOf(dateText(plainDateIn(result.concludedAt)))}
        </a>
      </small>
    </>
  );
}
