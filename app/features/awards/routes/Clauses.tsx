import { clauseText, conditionsText } from '../standards/explained.text.ts';
import { isClause } from '../standards/rule.ts';
import type { Clause, Conditions as Tree } from '../standards/rule.ts';
import { guardText, testText } from '../standards/test.text.ts';
import { awardsText as said } from '../text.ts';
import { Mark } from './Mark.tsx';

/** A rule as it is written: its building, the law's wording of each clause, and what the product checks for it. */
export function Clauses({ conditions }: { readonly conditions: Tree }) {
  return (
    <div className="conditions">
      <Part part={conditions} />
    </div>
  );
}

function Part({ part }: { readonly part: Tree }) {
  if (isClause(part)) return <OneClause clause={part} />;
  const isAll = 'all_of' in part;
  const parts = isAll ? part.all_of : part.one_of;
  return (
    <>
      {part.for && <p className="muted">{guardText(part.for)}</p>}
      {parts.length > 1 && (
        <p className="of">
          <b>{isAll ? conditionsText.allOf : conditionsText.oneOf}</b>
        </p>
      )}
      <ul className="plain">
        {parts.map((each, at) => (
          <li key={isClause(each) ? `${at} ${each.article}` : String(at)}>
            <Part part={each} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneClause({ clause: { article, of, wording, state, test } }: { readonly clause: Clause }) {
  return (
    <div id={`dieu-${article}`}>
      <p>
        <b>{clauseText(article, of)}</b>: {wording} {state && <Mark state={state} />}
      </p>
      <p className="muted">
        {said.asks}: {testText(test)}.
      </p>
    </div>
  );
}
