import { fieldId } from '../../../ui/ErrorSummary.tsx';
import type { Layout } from '../layout.ts';
import { colours, lineKeys } from '../layout.ts';
import { layoutText as said, lineText } from '../text.ts';

type Props = {
  readonly layout: Layout;
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly wrong: readonly string[];
};

/** Scrolls by itself on a phone, so it is reached by keyboard. */
const frame = { className: 'scroll typed-rows', tabIndex: 0, role: 'region', 'aria-label': said.title } as const;
const numbers = ['x', 'y', 'width', 'size'] as const;
const marks = ['bold', 'italic', 'capitals', 'preprinted'] as const;

/** A row for each line of the certificate. */
export function LayoutLines({ layout, typed, wrong }: Props) {
  return (
    <div {...frame}>
      <table>
        <caption className="sr">{said.title}</caption>
        <thead>
          <tr>
            <th scope="col">{said.line}</th>
            <th scope="col">{said.text}</th>
            {numbers.map((each) => (
              <th key={each} scope="col">
                {said[each]}
              </th>
            ))}
            <th scope="col">{said.align}</th>
            <th scope="col">{said.colour}</th>
            {marks.map((each) => (
              <th key={each} scope="col">
                {said[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lineKeys.map((key) => {
            const line = layout.lines[key];
            const name = (part: string) => `${key}.${part}`;
            const label = (part: string) => `${lineText[key]}: ${part}`;
            return (
              <tr key={key}>
                <th scope="row">{lineText[key]}</th>
                <td>
                  <input
                    id={fieldId(name('text'))}
                    name={name('text')}
                    aria-label={label(said.text)}
                    aria-invalid={wrong.includes(name('text')) || undefined}
                    defaultValue={typed?.[name('text')] ?? line.text}
                    size={30}
                  />
                </td>
                {numbers.map((each) => (
                  <td key={each}>
                    <input
                      id={fieldId(name(each))}
                      name={name(each)}
                      inputMode="decimal"
                      aria-label={label(said[each])}
                      aria-invalid={wrong.includes(name(each)) || undefined}
                      defaultValue={typed?.[name(each)] ?? String(line[each]).replace('.', ',')}
                      size={5}
                    />
                  </td>
                ))}
                <td>
                  <select
                    name={name('align')}
                    aria-label={label(said.align)}
                    defaultValue={typed?.[name('align')] ?? line.align}
                  >
                    {(['left', 'center', 'right'] as const).map((each) => (
                      <option key={each} value={each}>
                        {said.aligns[each]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <select
                    name={name('colour')}
                    aria-label={label(said.colour)}
                    defaultValue={typed?.[name('colour')] ?? line.colour}
                  >
                    {colours.map((each) => (
                      <option key={each} value={each}>
                        {said.colours[each]}
                      </option>
                    ))}
                  </select>
                </td>
                {marks.map((each) => (
                  <td key={each}>
                    <input
                      type="checkbox"
                      name={name(each)}
                      aria-label={label(said[each])}
                      defaultChecked={typed ? typed[name(each)] === 'on' : line[each]}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
