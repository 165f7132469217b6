import { awardName } from '../../awards/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Award } from '../../awards/award.ts';
import type { ListedDossier } from '../list.server.ts';
import type { NomineeRow } from '../nominee-rows.server.ts';

import { warningsTitle, warningText } from '../papers.text.ts';
import type { Warning } from '../warning.ts';
import { dossiersText as said, holderKindText, outcomeText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type Props = {
  readonly dossier: ListedDossier;
  readonly nominees: readonly NomineeRow[];
  readonly paging: { readonly page: number; readonly size: number; readonly total: number };
  readonly awards: readonly Award[];
  readonly warnings: ReadonlyMap<string, readonly Warning[]>;
  readonly refused: Refused;
};

export function Nominees({ dossier, nominees, paging, awards, warnings, refused }: Props) {
  const mayChange = dossier.moves.includes('change');
  const isDecided = nominees.some(({ outcome }) => outcome !== 'open');
  return (
    <section>
      <h2>{said.nomineesTitle}</h2>
      <Table
        caption={said.nomineesTitle}
        captionHidden
        rows={nominees}
        rowKey={({ id }) => id}
        view={{ path: `/khen-thuong/ho-so/${dossier.id}`, query: '' }}
        paging={paging}
        empty={<p className="muted">{said.noNominees}</p>}
        columns={[
          {
            key: 'ten',
            head: said.nominee,
            kind: 'name',
            cell: (row) => <Who row={row} warnings={warnings.get(row.id) ?? []} />,
          },
          { key: 'loai', head: said.nomineeKind, cell: ({ holderKind }) => holderKindText[holderKind] },
          { key: 'don-vi', head: said.nomineeUnit, cell: ({ holderUnitName }) => holderUnitName },
          { key: 'danh-hieu', head: said.award, cell: ({ awardCode }) => awardName(awardCode) },
          {
            key: 'thanh-tich',
            head: said.achievement,
            cell: ({ achievement, movementRank }) =>
              [achievement, movementRank !== null && said.rankOf(movementRank)].filter(Boolean).join('; '),
          },
          ...(isDecided
            ? [
                {
                  key: 'ket-qua',
                  head: said.outcome,
                  cell: ({ outcome, outcomeReason }: NomineeRow) => (
                    <>
                      {outcomeText[outcome]}
                      {outcomeReason && <small>{` ${outcomeReason}`}</small>}
                    </>
                  ),
                },
              ]
            : []),
          ...(mayChange
            ? [
                {
                  key: 'sua',
                  head: said.changeNominee,
                  cell: (row: NomineeRow) => (
                    <Change row={row} awards={awards} ofMovement={dossier.movementId !== null} refused={refused} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function Who({ row, warnings }: { readonly row: NomineeRow; readonly warnings: readonly Warning[] }) {
  const here = `/khen-thuong/ho-so/${row.dossierId}/doi-tuong/${row.id}`;
  return (
    <>
      <a href={here}>{row.name}</a>
      {row.positionTitle && <small>{` ${row.positionTitle}`}</small>}
      {warnings.length > 0 && (
        <details>
          <summary>{warningsTitle(warnings.length)}</summary>
          <ul>
            {warnings.map((warning) => (
              <li key={warningText(warning)}>
                {warning.kind === 'report_alike' ? (
                  <a href={`${here}/so-sanh/${warning.otherId}`}>{warningText(warning)}</a>
                ) : warning.kind === 'proposed_elsewhere' && warning.dossierId ? (
                  <a href={`/khen-thuong/ho-so/${warning.dossierId}`}>{warningText(warning)}</a>
                ) : (
                  warningText(warning)
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type ChangeProps = {
  readonly row: NomineeRow;
  readonly awards: readonly Award[];
  readonly ofMovement: boolean;
  readonly refused: Refused;
};

function Change({ row, awards, ofMovement, refused }: ChangeProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'change-nominee', { ma: row.id });
  const suited = awards.filter(({ holders }) => holders.includes(row.holderKind));
  return (
    <details open={isOpen}>
      <summary>
        {said.changeNominee}
        <span className="sr">: {row.name}</span>
      </summary>
      <Form version={row.version} hidden={{ viec: 'change-nominee', ma: row.id }} errors={problems} scope={row.id}>
        <Field
          type="select"
          name="danh-hieu"
          label={said.award}
          blank={null}
          value={fields['danh-hieu'] ?? row.awardCode}
          options={suited.map(({ code, name }) => ({ value: code, label: name }))}
          error={errorAt('danh-hieu')}
        />
        <Field
          type="textarea"
          rows={4}
          name="thanh-tich"
          label={said.achievement}
          value={fields['thanh-tich'] ?? row.achievement}
          error={errorAt('thanh-tich')}
        />
        {ofMovement && (
          <Field
            name="xep-thu"
            label={said.rank}
            hint={said.rankHint}
            width="short"
            optional
            value={fields['xep-thu'] ?? String(row.movementRank ?? '')}
            error={errorAt('xep-thu')}
          />
        )}
        <Button kind="second">{said.saveNominee}</Button>
      </Form>
      <Form version={row.version} hidden={{ viec: 'remove', ma: row.id }}>
        <Button kind="danger">{said.removeNominee}</Button>
      </Form>
    </details>
  );
}
