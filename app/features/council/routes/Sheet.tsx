import { getAward } from '../../awards/award.ts';
import type { AgendaItem } from '../agenda.server.ts';
import { choiceText } from '../ballot.text.ts';
import { choices } from '../tally.ts';
import { councilText as said } from '../text.ts';

type Props = { readonly item: AgendaItem; readonly value?: string | undefined };

/** One line of a sheet: whom, what for, and the three answers side by side, large enough for a thumb. */
export function SheetLine({ item, value }: Props) {
  const { poll, position, holderName, awardCode, dossierId, dossierUnit, achievement } = item;
  const name = `phieu-${poll?.id ?? ''}`;
  return (
    <fieldset className="ballot">
      <legend>
        {`${position}. `}
        <b>{holderName}</b>
        {`: ${getAward(awardCode).name}`}
      </legend>
      <p className="muted">
        {dossierUnit}
        {achievement !== '' && `. ${achievement}`} <a href={`/khen-thuong/ho-so/${dossierId}`}>{said.papers}</a>
      </p>
      <div className="ballot-choices">
        {choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={name} value={choice} defaultChecked={value === choice} autoComplete="off" />{' '}
            {choiceText[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
