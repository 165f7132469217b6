import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Table } from '../../../ui/Table.tsx';
import type { CentralDossier, SentPackage } from '../list.server.ts';
import { centreText as said, fieldText, packageText, wayText } from '../text.ts';
import type { Refused } from './refused.ts';
import { formOf } from '../../../ui/refused.ts';

type Props = { readonly dossier: CentralDossier; readonly isCut: boolean; readonly refused: Refused };

/** What was sent, each time; and what became of it there. */
export function Packages({ dossier, isCut, refused }: Props) {
  const { packages } = dossier;
  const open = packages.find(({ returnedOn }) => returnedOn === null);
  if (packages.length === 0) return null;
  const mayNote = dossier.mayKeep && dossier.stage === 'at_centre' && open !== undefined;
  return (
    <section>
      <h2>{said.register}</h2>
      <Table
        caption={said.register}
        captionHidden
        columns={[
          { key: 'lan', head: said.edition, kind: 'number', cell: ({ edition }) => edition },
          {
            key: 'so',
            head: said.number,
            kind: 'name',
            cell: ({ number, sentOn }) => `${number}, ${dateText(sentOn)}`,
          },
          { key: 'cach', head: said.way, cell: ({ way }) => wayText[way] },
          { key: 'tep', head: said.files, kind: 'number', cell: ({ manifest }) => manifest.length },
          { key: 'nhan', head: said.receipt, cell: (row) => standing(row) },
          {
            key: 'tai',
            head: said.taken,
            cell: ({ edition }) =>
              isCut ? (
                said.notYours
              ) : (
                <a href={`/khen-thuong/trung-uong/${dossier.id}/goi.zip?lan=${edition}`}>{said.downloadSent}</a>
              ),
          },
        ]}
        rows={packages}
        rowKey={({ id }) => id}
      />
      {packages.map((one) => (
        <details key={one.id}>
          <summary>{said.manifest(one.edition)}</summary>
          <Table
            caption={said.manifest(one.edition)}
            captionHidden
            columns={[
              { key: 'tep', head: packageText.path, kind: 'name', cell: ({ path }) => path },
              { key: 'bam', head: 'SHA-256', cell: ({ sha256 }) => <code>{sha256}</code> },
            ]}
            rows={one.manifest}
            rowKey={({ path }) => path}
          />
        </details>
      ))}
      {mayNote && open.receivedOn === null && <Receipt version={open.version} refused={refused} />}
      {mayNote && <Return version={open.version} refused={refused} />}
    </section>
  );
}

function standing({ receivedOn, receipt, returnedOn, returnReason }: SentPackage): string {
  if (returnedOn !== null) return said.returned(returnedOn, returnReason ?? '');
  return receivedOn === null ? said.notReceived : said.received(receivedOn, receipt ?? '');
}

type NoteProps = { readonly version: number; readonly refused: Refused };

function Receipt({ version, refused }: NoteProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'receipt');
  return (
    <details open={isOpen}>
      <summary>{said.receiptVerb}</summary>
      <Form version={version} hidden={{ viec: 'receipt' }} errors={problems} scope="receipt">
        <Field
          name="receipt"
          label={fieldText.receipt}
          hint={said.receiptHint}
          value={fields['receipt']}
          error={errorAt('receipt')}
        />
        <Field type="date" name="on" label={fieldText.on} value={fields['on']} error={errorAt('on')} />
        <Button kind="second">{said.receiptVerb}</Button>
      </Form>
    </details>
  );
}

function Return({ version, refused }: NoteProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'return');
  return (
    <details open={isOpen}>
      <summary>{said.return}</summary>
      <Form version={version} hidden={{ viec: 'return' }} errors={problems} scope="return">
        <Field type="date" name="on" label={fieldText.on} value={fields['on']} error={errorAt('on')} />
        <Field
          type="textarea"
          rows={2}
          name="reason"
          label={fieldText.reason}
          value={fields['reason']}
          error={errorAt('reason')}
        />
        <Button kind="second">{said.return}</Button>
      </Form>
    </details>
  );
}
