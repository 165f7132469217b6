/** Parts of the import's page. */
import type { ImportRun } from '../platform/imports/import-run.ts';
import { happeningText, importText } from '../platform/imports/text.ts';
import { Actions, Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Form } from '../ui/Form.tsx';
import { Table } from '../ui/Table.tsx';

type Shown = { readonly run: ImportRun };

export function Counts({ run }: Shown) {
  const { created, changed, ended, unchanged } = run.summary.counts;
  const facts = [
    { label: happeningText.created, value: created },
    { label: happeningText.changed, value: changed },
    { label: happeningText.ended, value: ended },
    { label: importText.unchanged, value: unchanged },
  ];
  const shown = facts.filter(({ value, label }) => value > 0 || label === happeningText.created);
  return <Facts facts={shown.map(({ label, value }) => ({ label, value: importText.number(value) }))} />;
}

export function Decide({ run }: Shown) {
  return (
    <Form version={run.version} hidden={{ kind: run.kind }}>
      <Actions>
        <Button name="do" value="confirm">
          {importText.confirm(run.total)}
        </Button>
        <Button name="do" value="discard" kind="plain">
          {importText.discard}
        </Button>
      </Actions>
    </Form>
  );
}

export function LineTable({ run }: Shown) {
  const { lines } = run.summary;
  const rest = run.total - lines.length;
  const rows = lines.map((line, at) => ({ ...line, key: String(at) }));
  return (
    <>
      <Table
        caption={run.stage === 'done' ? importText.doneCaption : importText.previewCaption}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'doi-tuong', head: importText.who, kind: 'name', cell: ({ name }) => name },
          { key: 'viec', head: importText.what, cell: ({ what }) => happeningText[what] },
          {
            key: 'noi-dung',
            head: importText.details,
            cell: ({ what, cells }) => (
              <ul>
                {cells.map(({ heading, before, after }) => (
                  <li key={heading}>
                    {what === 'created'
                      ? importText.givenCell(heading, after ?? importText.blank)
                      : importText.changedCell(heading, before ?? importText.blank, after ?? importText.blank)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {rest > 0 && <p>{importText.moreLines(rest)}</p>}
    </>
  );
}

export function FaultTable({ run }: Shown) {
  const { faults, faultCount } = run.summary;
  const rows = faults.map((fault, at) => ({ ...fault, key: String(at) }));
  return (
    <>
      <Table
        caption={importText.faultCaption}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'o',
            head: importText.faultCell,
            kind: 'name',
            cell: ({ sheet, cell }) => importText.faultAt(sheet, cell),
          },
          { key: 'can-sua', head: importText.faultMessage, cell: ({ message }) => message },
        ]}
      />
      {faultCount > faults.length && <p>{importText.moreFaults(faultCount - faults.length)}</p>}
    </>
  );
}
