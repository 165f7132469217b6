import { sizeText } from '../../../platform/files/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import type { ListedActual } from '../list.server.ts';
import type { Deed, OneActual } from '../one.server.ts';
import { lookOf } from '../stage-look.ts';
import { deedText, figureText, reviewText, standingText, valueText } from '../text.ts';

/** Evidence: read by those inside, attached and taken off while the value is its unit's. */
type EvidenceProps = { readonly one: OneActual; readonly error: string | undefined };

export function EvidencePart({ one, error }: EvidenceProps) {
  const mayChange = one.moves.includes('change');
  return (
    <section>
      <h2>{valueText.evidence}</h2>
      {one.evidence.length === 0 && <p className="muted">{valueText.noEvidence}</p>}
      <ul>
        {one.evidence.map(({ id, name, size, attachedAt, attachedByName }) => (
          <li key={id}>
            <a href={`/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
            <br />
            <small>{valueText.evidenceLine(attachedByName, momentText(attachedAt))}</small>
            {mayChange && (
              <Form hidden={{ viec: 'detach', tep: id }}>
                <Button kind="plain" small>
                  {valueText.detach}
                  <span className="sr">: {name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Form
          multipart
          hidden={{ viec: 'attach' }}
          errors={error ? [{ field: 'tep-moi', label: valueText.attachFile, message: error }] : []}
        >
          <Field type="file" name="tep-moi" label={valueText.attachFile} error={error} />
          <Button kind="second">{valueText.attach}</Button>
        </Form>
      )}
    </section>
  );
}

const columns: readonly Column<ListedActual & { readonly isCurrent: boolean }>[] = [
  {
    key: 'so',
    head: valueText.figure,
    kind: 'name',
    cell: (row) => {
      const shown = `${figureText(row.value, row.decimals)} ${row.unitOfMeasure}`;
      return row.isCurrent ? <b>{shown}</b> : <a href={`/nhap-so-lieu/${row.id}`}>{shown}</a>;
    },
  },
  {
    key: 'buoc',
    head: valueText.stage,
    cell: (row) => <Stage stage={lookOf(row)} word={standingText(row)} />,
  },
  { key: 'gui', head: reviewText.sent, cell: (row) => row.submittedAt && momentText(row.submittedAt) },
  { key: 'biet', head: valueText.known, cell: (row) => row.knownAt && momentText(row.knownAt) },
];

/** What it replaced and what replaced it: nothing is ever overwritten. */
export function LinePart({ line, currentId }: { readonly line: readonly ListedActual[]; readonly currentId: string }) {
  return (
    <section>
      <h2>{valueText.line}</h2>
      <Table
        caption={valueText.lineCaption}
        columns={columns}
        rows={line.map((row) => ({ ...row, isCurrent: row.id === currentId }))}
        rowKey={(row) => row.id}
      />
    </section>
  );
}

export function HistoryPart({ deeds }: { readonly deeds: readonly Deed[] }) {
  return (
    <section>
      <h2>{valueText.history}</h2>
      <Timeline
        entries={deeds.map(({ at, kind, move, stage, byName, forName, reason }, place) => ({
          id: `${place}`,
          when: momentText(at),
          dateTime: new Date(at).toISOString(),
          what: deedText(kind, move, stage),
          who: byName === null ? undefined : valueText.by(byName, forName),
          detail: reason ?? undefined,
        }))}
      />
    </section>
  );
}
