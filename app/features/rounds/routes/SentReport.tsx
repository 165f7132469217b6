import { momentText } from '../../../ui/moment.ts';
import type { Sending } from '../report-page.server.ts';
import { reportText } from '../text.ts';
import { FilledTable } from './FilledTable.tsx';

type Props = {
  readonly sendings: readonly Sending[];
  /** While the unit writes on, what it sent before stands folded. */
  readonly isFolded: boolean;
};

/** What was signed, from its frozen content alone: the latest, and the earlier ones folded. */
export function SentReport({ sendings, isFolded }: Props) {
  const [latest, ...earlier] = sendings;
  if (!latest) return null;
  if (isFolded) return sendings.map((sending) => <Folded key={sending.number} sending={sending} />);
  return (
    <section>
      <h2>{reportText.sentTitle}</h2>
      <p className="muted">{signed(latest)}</p>
      <Content sending={latest} />
      {earlier.length > 0 && <h2>{reportText.earlier}</h2>}
      {earlier.map((sending) => (
        <Folded key={sending.number} sending={sending} />
      ))}
    </section>
  );
}

const signed = ({ signedBy, signedAt, number }: Sending) => reportText.sentBy(signedBy, momentText(signedAt), number);

function Folded({ sending }: { readonly sending: Sending }) {
  return (
    <details>
      <summary>{signed(sending)}</summary>
      <Content sending={sending} />
    </details>
  );
}

function Content({ sending: { content } }: { readonly sending: Sending }) {
  return content.sections.map((section) => (
    <section key={section.position}>
      <h3>{`${section.position}. ${section.heading}`}</h3>
      {section.kind === 'narrative' ? <Paragraphs body={section.body} /> : <FilledTable section={section} />}
    </section>
  ));
}

function Paragraphs({ body }: { readonly body: string }) {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return <p className="muted">{reportText.empty}</p>;
  return lines.map((line, at) => <p key={`${at} ${line}`}>{line}</p>);
}
