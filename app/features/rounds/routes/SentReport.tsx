import { Fragment } from 'react';
import { sizeText } from '../../../platform/files/text.ts';
import { momentText } from '../../../ui/moment.ts';
import type { FilledPart, FilledSection } from '../report.ts';
import type { Sending } from '../report-page.server.ts';
import { amountText, goalText, reportText } from '../text.ts';
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
  return content.sections.map((section, at) => (
    <section key={section.position}>
      <h3>{`${at + 1}. ${section.heading}`}</h3>
      <SentSection section={section} />
    </section>
  ));
}

function SentSection({ section }: { readonly section: FilledSection }) {
  switch (section.kind) {
    case 'narrative':
      return <Paragraphs body={section.body} />;
    case 'criteria':
      return (
        <>
          <Parts parts={section.parts} />
          {(section.body !== '' || section.parts.every(({ body }) => body === '')) && (
            <Paragraphs body={section.body} />
          )}
        </>
      );
    case 'indicator_list':
      return <Parts parts={section.parts} />;
    case 'attachments':
      return <Papers files={section.files} />;
    case 'indicators':
    case 'pledges':
    case 'plans':
      return <FilledTable section={section} />;
  }
}

/** Parts nothing was written for are left out: a unit may join many schemes. */
function Parts({ parts }: { readonly parts: readonly FilledPart[] }) {
  const written = parts.filter(({ body }) => body !== '');
  return written.map((one, at) => (
    <Fragment key={one.part}>
      {one.group !== null && one.group !== written[at - 1]?.group && <h4>{one.group}</h4>}
      <p>
        <b>{one.heading}</b>
        {one.row && (
          <small> {reportText.figures(goalText(one.row), amountText(one.row.value, one.row.unitOfMeasure))}</small>
        )}
      </p>
      <Paragraphs body={one.body} />
    </Fragment>
  ));
}

function Papers({ files }: Pick<Extract<FilledSection, { kind: 'attachments' }>, 'files'>) {
  if (files.length === 0) return <p className="muted">{reportText.noPapers}</p>;
  return (
    <ul>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/bao-cao/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
        </li>
      ))}
    </ul>
  );
}

export function Paragraphs({ body }: { readonly body: string }) {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return <p className="muted">{reportText.empty}</p>;
  return lines.map((line, at) => <p key={`${at} ${line}`}>{line}</p>);
}
