import type { ReactNode } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { StatusName } from '../../../ui/status.ts';
import type { Explained, ExplainedClause, ExplainedNode } from '../standards/explained.text.ts';
import { conditionsText as said, STATE_TEXT } from '../standards/explained.text.ts';
import type { State } from '../standards/outcome.ts';

const LOOK: Readonly<Record<State, StatusName>> = { met: 'achieved', not_met: 'off_track', to_judge: 'at_risk' };

/** Met, not met, or for a person to judge: shape, word and colour. */
export function StandardState({ state, large }: { readonly state: State; readonly large?: boolean }) {
  return <Status status={LOOK[state]} word={STATE_TEXT[state]} large={large} />;
}

export type ConditionsProps = {
  readonly explained: Explained;
  /** What a screen adds to a clause: the rows of the register, files of the dossier. */
  readonly evidence?: ((clause: ExplainedClause) => ReactNode) | undefined;
};

/** Each condition with its article, what was found, and the papers that prove it, in the law's own building. */
export function Conditions({ explained, evidence }: ConditionsProps) {
  const { rule, first, notes, nodes } = explained;
  const [own, ...every] = nodes;
  return (
    <section className="conditions" aria-label={said.caption}>
      {first && <Notice kind="warning">{first}</Notice>}
      {notes.map((note) => (
        <Notice key={note} kind="info">
          {note}
        </Notice>
      ))}
      {rule && (
        <p className="muted">
          {said.rule}:{' '}
          {rule.id === undefined || rule.id.includes('|') ? (
            rule.basis
          ) : (
            <a href={`/khen-thuong/danh-muc/quy-dinh/${rule.id}`}>{rule.basis}</a>
          )}{' '}
          ({rule.days})
        </p>
      )}
      {own && <Part node={own} evidence={evidence} />}
      {every.map((node) => (
        <div key={said.ofEvery}>
          <h3>{said.ofEvery}</h3>
          <Part node={node} evidence={evidence} />
        </div>
      ))}
    </section>
  );
}

type PartProps = Pick<ConditionsProps, 'evidence'> & { readonly node: ExplainedNode };

function Part({ node, evidence }: PartProps) {
  if (node.kind === 'clause') return <Condition clause={node} evidence={evidence} />;
  const mine = node.parts.filter(({ isForOthers }) => !isForOthers || node.isForOthers);
  const others = node.parts.filter((part) => !mine.includes(part));
  const items = (
    <>
      <Parts parts={mine} evidence={evidence} />
      {others.length > 0 && (
        <li>
          <details className="wording">
            <summary>{said.forOthers}</summary>
            <ul className="plain">
              <Parts parts={others} evidence={evidence} />
            </ul>
          </details>
        </li>
      )}
    </>
  );
  if (mine.length === 1 || node.isAside) return <ul className="plain">{items}</ul>;
  return (
    <>
      <p className="of">
        <b>{node.kind === 'all_of' ? said.allOf : said.oneOf}</b> <StandardState state={node.state} />
      </p>
      <ul className="plain">{items}</ul>
    </>
  );
}

function Parts({ parts, evidence }: Pick<ConditionsProps, 'evidence'> & { readonly parts: readonly ExplainedNode[] }) {
  return parts.map((part, at) => (
    <li key={part.kind === 'clause' ? `${at} ${part.article}` : String(at)}>
      <Part node={part} evidence={evidence} />
    </li>
  ));
}

function Condition({ clause, evidence }: Pick<ConditionsProps, 'evidence'> & { readonly clause: ExplainedClause }) {
  const { label, state, because, wording, proof, isAside } = clause;
  return (
    <>
      <p>
        {isAside ? <span className="muted">{said.aside}</span> : <StandardState state={state} />} <b>{label}</b>:{' '}
        {because}
      </p>
      {evidence?.(clause)}
      <details className="wording">
        <summary>{said.wording}</summary>
        <p>{wording}</p>
        {proof && !isAside && (
          <p>
            {said.proof}: {proof}
          </p>
        )}
      </details>
    </>
  );
}
