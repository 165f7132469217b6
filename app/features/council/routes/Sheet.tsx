import { Around, describedBy } from '../../../ui/Field.tsx';
import { useFieldId } from '../../../ui/scope.ts';
import { getAward } from '../../awards/award.ts';
import type { AgendaItem } from '../agenda.server.ts';
import { choiceText } from '../ballot.text.ts';
import { choices } from '../tally.ts';
import type { ShownProblem } from '../text.ts';
import { councilText as said } from '../text.ts';

type Lines = {
  readonly items: readonly AgendaItem[];
  readonly typed: Readonly<Record<string, string>>;
  readonly error: string | undefined;
};
type Props = { readonly item: AgendaItem; readonly value?: string | undefined; readonly error?: string | undefined };

const nameOf = ({ poll }: AgendaItem) => `phieu-${poll?.id ?? ''}`;

/** That nothing was chosen is said where one begins: at the first line. */
export const atFirstLine = (problems: readonly ShownProblem[], [first]: readonly AgendaItem[]) =>
  problems.map((one) => (first && one.field === 'choice' ? { ...one, field: nameOf(first) } : one));

/** `error`: that nothing was chosen. */
export function SheetLines({ items, typed, error }: Lines) {
  return items.map((item, at) => (
    <SheetLine key={item.id} item={item} value={typed[nameOf(item)]} error={at === 0 ? error : undefined} />
  ));
}

/** One line of a sheet: whom, what for, and the three answers side by side, large enough for a thumb. */
export function SheetLine({ item, value, error }: Props) {
  const { position, holderName, awardCode, dossierId, dossierUnit, achievement } = item;
  const name = nameOf(item);
  const id = useFieldId(name);
  return (
    <fieldset className="ballot" aria-describedby={describedBy(id, undefined, error)}>
      <legend>
        {`${position}. `}
        <b>{holderName}</b>
        {`: ${getAward(awardCode).name}`}
      </legend>
      <p className="muted">
        {dossierUnit}
        {achievement !== '' && `. ${achievement}`} <a href={`/khen-thuong/ho-so/${dossierId}`}>{said.papers}</a>
      </p>
      <Around id={id} hint={undefined} error={error} />
      <div className="ballot-choices">
        {choices.map((choice, at) => (
          <label key={choice}>
            <input
              id={at === 0 ? id : undefined}
              type="radio"
              name={name}
              value={choice}
              defaultChecked={value === choice}
              autoComplete="off"
            />{' '}
            {choiceText[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
