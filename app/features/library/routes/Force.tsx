import { forceOn } from '../links.ts';
import type { ListedDocument } from '../reading.server.ts';
import { changeText, libraryText as said } from '../text.ts';

type Props = { readonly document: ListedDocument; readonly today: string };

/** Whether it is in force, since when, and what changed it: one line for each. */
export function Force({ document, today }: Props) {
  const { inForceFrom, inForceUntil, changes } = document;
  const hasDays = inForceFrom !== null || inForceUntil !== null;
  return (
    <>
      {said.stateOf(forceOn(document, changes, today))}
      {hasDays && <small> ({said.days(inForceFrom, inForceUntil)})</small>}
      {changes.map((change) => (
        <span key={`${change.relation} ${change.code}`}>
          <br />
          {changeText(change, today)} <a href={`/thu-vien/${change.code}`}>{change.number || change.title}</a>
          {said.since(change.since)}
        </span>
      ))}
    </>
  );
}
