import { roleNames } from '../../../platform/text.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import type { Answerable } from '../../identity/people/answerable.ts';
import { answerableRoles } from '../../identity/people/answerable.ts';
import { answerableText, capitalised, unitsText } from '../text.ts';

/** Who answers for the unit today; nothing for whoever may not know. */
export function UnitPeople({ people }: { readonly people: readonly Answerable[] | undefined }) {
  if (!people) return null;
  const pairs = answerableRoles.flatMap((role) => {
    const held = people.filter((one) => one.role === role);
    return held.length === 0 ? [] : [{ label: capitalised(roleNames[role]), value: <Names held={held} /> }];
  });
  return (
    <section aria-labelledby="dau-moi">
      <h2 id="dau-moi">{unitsText.peopleTitle}</h2>
      {pairs.length > 0 ? <Pairs pairs={pairs} /> : <p className="muted">{unitsText.noPeople}</p>}
    </section>
  );
}

function Names({ held }: { readonly held: readonly Answerable[] }) {
  return held.map((one, place) => (
    <span key={`${one.name} ${place}`}>
      {place > 0 && <br />}
      {answerableText(one)}
    </span>
  ));
}
