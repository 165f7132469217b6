import { Pairs } from '../../../ui/Facts.tsx';
import { Status } from '../../../ui/Status.tsx';
import { statusNames } from '../../../ui/status.ts';
import type { HelpSection } from '../section.ts';
import { statusMeaning } from '../text.ts';

export function Section({ id, title, lead, steps, notes, terms, keys }: HelpSection) {
  return (
    <section id={id} aria-labelledby={`${id}-ten`}>
      <h2 id={`${id}-ten`}>{title}</h2>
      {lead && <p>{lead}</p>}
      {steps && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {notes && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {id === 'trang-thai' && <Meanings />}
      {terms && <Pairs pairs={terms.map(([label, value]) => ({ label, value }))} />}
      {keys && <Keys keys={keys} />}
    </section>
  );
}

function Meanings() {
  return (
    <dl className="pairs">
      {statusNames.flatMap((status) => [
        <dt key={`${status} `}>
          <Status status={status} />
        </dt>,
        <dd key={status}>{statusMeaning[status]}</dd>,
      ])}
    </dl>
  );
}

function Keys({ keys }: { readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <dl className="pairs">
      {keys.flatMap(([key, meaning]) => [
        <dt key={`${key} `}>
          <kbd>{key}</kbd>
        </dt>,
        <dd key={key}>{meaning}</dd>,
      ])}
    </dl>
  );
}
