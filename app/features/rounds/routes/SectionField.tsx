import { Fragment } from 'react';
import { sizeText } from '../../../platform/files/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { FilledSection, Section } from '../report.ts';
import { fieldAt, fileAt } from '../report-fields.ts';
import { figuresText, reportText } from '../text.ts';
import { FilledTable } from './FilledTable.tsx';

type Props = {
  readonly number: number;
  readonly filled: FilledSection;
  readonly section: Section | undefined;
  readonly typed: (field: string) => string | undefined;
  readonly errorAt: (field: string) => string | undefined;
};

/** One section of the report as it is being written. */
export function SectionField({ number, filled, section, typed, errorAt }: Props) {
  const heading = `${number}. ${filled.heading}`;
  const { position } = filled;
  const shared = (part: string, body: string) => {
    const name = fieldAt(position, part);
    return { type: 'textarea' as const, name, value: typed(name) ?? body, error: errorAt(name) };
  };
  const required = section?.isRequired ? reportText.required : undefined;
  switch (filled.kind) {
    case 'narrative':
      return <Field {...shared('', filled.body)} rows={6} label={heading} note={required} hint={section?.guidance} />;
    case 'criteria':
      return (
        <>
          <Head heading={heading} guidance={section?.guidance} />
          {filled.parts.length === 0 && <p className="muted">{reportText.noCriteria}</p>}
          {filled.parts.map((one, at) => (
            <Fragment key={one.part}>
              {one.group !== filled.parts[at - 1]?.group && <h4>{one.group}</h4>}
              <Field {...shared(one.part, one.body)} rows={3} label={one.heading} note={one.part} optional />
            </Fragment>
          ))}
          <Field {...shared('', filled.body)} rows={4} label={reportText.whole} note={required} />
        </>
      );
    case 'indicator_list':
      return (
        <>
          <Head heading={heading} guidance={section?.guidance} />
          {filled.parts.length === 0 && <p className="muted">{reportText.noListed}</p>}
          {filled.parts.map((one) => (
            <Field
              key={one.part}
              {...shared(one.part, one.body)}
              rows={3}
              label={reportText.comment(one.heading)}
              note={required}
              hint={one.row === null ? undefined : figuresText(one.row)}
            />
          ))}
        </>
      );
    case 'attachments':
      return (
        <>
          <Head heading={heading} guidance={section?.guidance} />
          <Papers position={position} files={filled.files} note={required} error={errorAt(fileAt(position))} />
        </>
      );
    case 'indicators':
    case 'pledges':
    case 'plans':
    case 'initiatives':
    case 'findings':
      return (
        <>
          <Head heading={heading} guidance={`${section?.guidance ?? ''} ${reportText.filled}`.trim()} />
          <FilledTable section={filled} />
        </>
      );
  }
}

function Head({ heading, guidance }: { readonly heading: string; readonly guidance: string | undefined }) {
  return (
    <>
      <h3>{heading}</h3>
      {guidance && <p className="muted">{guidance}</p>}
    </>
  );
}

type PapersProps = {
  readonly position: number;
  readonly files: Extract<FilledSection, { kind: 'attachments' }>['files'];
  readonly note: string | undefined;
  readonly error: string | undefined;
};

/** The buttons send the whole report, so that what was typed is kept with the paper. */
function Papers({ position, files, note, error }: PapersProps) {
  return (
    <>
      {files.length === 0 ? <p className="muted">{reportText.noPapers}</p> : null}
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`/bao-cao/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>{' '}
            <Button kind="plain" small name="viec" value={`detach:${id}`}>
              {reportText.detach}
              <span className="sr">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Field
        type="file"
        name={fileAt(position)}
        label={reportText.paperFile}
        note={note}
        hint={reportText.paperHint}
        error={error}
      />
      <Actions>
        <Button kind="second" small name="viec" value={`attach:${position}`} multipart>
          {reportText.attach}
        </Button>
      </Actions>
    </>
  );
}
