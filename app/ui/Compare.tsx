import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export type CompareProps = {
  readonly fields: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  /** Who saved the other one, and when. */
  readonly theirNote?: ReactNode;
  readonly myNote?: ReactNode;
  /** The name under which "mine" or "theirs" is sent. */
  readonly name?: string | undefined;
};

/** Two people edited one value: both versions side by side, what differs marked, and a choice. Stands in a Form. */
export function Compare({ fields, theirNote, myNote, name = 'chon' }: CompareProps) {
  return (
    <div className="versions">
      {/* Sent empty when neither is chosen, so that the command can ask again instead of guessing. */}
      <input type="hidden" name={name} value="" />
      <Version
        side="mine"
        title={uiText.mine}
        note={myNote ?? uiText.notSaved}
        choice={uiText.keepMine}
        name={name}
        fields={fields}
      />
      <Version
        side="theirs"
        title={uiText.theirs}
        note={theirNote ?? uiText.theirsNote}
        choice={uiText.keepTheirs}
        name={name}
        fields={fields}
      />
    </div>
  );
}

function Version(props: {
  readonly side: 'mine' | 'theirs';
  readonly title: string;
  readonly note: ReactNode;
  readonly choice: string;
  readonly name: string;
  readonly fields: CompareProps['fields'];
}) {
  const { side, title, note, choice, name, fields } = props;
  return (
    <section className="version" aria-label={title}>
      <b>{title}</b>
      {note && <div className="muted">{note}</div>}
      <dl>
        {fields.map((field) => (
          <div key={field.label} className={field.mine === field.theirs ? undefined : 'differs'}>
            <dt>
              {field.label}
              {field.mine !== field.theirs && <span> ({uiText.differs})</span>}
            </dt>
            <dd>{field[side] === '' ? <i>{uiText.blank}</i> : field[side]}</dd>
          </div>
        ))}
      </dl>
      <div className="choice">
        <input id={`${name}-${side}`} type="radio" name={name} value={side} />
        <label htmlFor={`${name}-${side}`}>{choice}</label>
      </div>
    </section>
  );
}
