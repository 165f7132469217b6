import { Fragment } from 'react';
import { sizeText } from '../../../platform/files/text.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { FilledPart, FilledSection } from '../report.ts';
import type { Sending } from '../report-page.server.ts';
import { figuresText, reportText } from '../text.ts';
import { FilledTable } from './FilledTable.tsx';

type Props = {
  readonly sendings: readonly Sending[];
  /** The address of the report. */
  readonly path: string;
  /** While the unit writes on, what it sent before stands folded. */
  readonly isFolded: boolean;
};

/** What was signed, from its frozen content alone: the latest, and the earlier ones folded. */
export function SentReport({ sendings, path, isFolded }: Props) {
  const [latest, ...earlier] = sendings;
  if (!latest) return null;
  if (isFolded) return sendings.map((sending) => <Folded key={sending.number} sending={sending} path={path} />);
  return (
    <section>
      <h2>{reportText.sentTitle}</h2>
      <p className="muted">{signed(latest)}</p>
      <Files sending={latest} path={path} />
      <Content sending={latest} />
      {earlier.length > 0 && <h2>{reportText.earlier}</h2>}
      {earlier.map((sending) => (
        <Folded key={sending.number} sending={sending} path={path} />
      ))}
    </section>
  );
}

const signed = ({ signedBy, signedAt, number }: Sending) => reportText.sentBy(signedBy, momentText(signedAt), number);

type SendingProps = { readonly sending: Sending; readonly path: string };

function Folded({ sending, path }: SendingProps) {
  return (
    <details>
      <summary>{signed(sending)}</summary>
      <Files sending={sending} path={path} />
      <Content sending={sending} />
    </details>
  );
}

/** As an official paper, from the frozen content. */
function Files({ sending: { number }, path }: SendingProps) {
  return (
    <Actions>
      <LinkButton kind="second" small href={`${path}/ban/${number}/docx`}>
        {reportText.word}
      </LinkButton>
      <LinkButton kind="second" small href={`${path}/ban/${number}/pdf`}>
        {reportText.pdf}
      </LinkButton>
    </Actions>
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
    case 'initiatives':
    case 'findings':
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
        {one.row && <small> {figuresText(one.row)}</small>}
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
