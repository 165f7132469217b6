import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Award } from '../../awards/award.ts';
import type { ListedDossier } from '../list.server.ts';
import type { Nominable } from '../nominable.server.ts';
import type { NomineeRow } from '../nominee-rows.server.ts';
import { awardName } from '../refusals.text.ts';
import { dossiersText as said, holderKindText, outcomeText } from '../text.ts';
import { formOf } from './refused.ts';
import type { Refused } from './refused.ts';

type Props = {
  readonly dossier: ListedDossier;
  readonly nominees: readonly NomineeRow[];
  readonly awards: readonly Award[];
  readonly refused: Refused;
};

export function Nominees({ dossier, nominees, awards, refused }: Props) {
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
        empty={<p className="muted">{said.noNominees}</p>}
        columns={[
          { key: 'ten', head: said.nominee, kind: 'name', cell: ({ name }) => name },
          { key: 'loai', head: said.nomineeKind, cell: ({ holderKind }) => holderKindText[holderKind] },
          { key: 'don-vi', head: said.nomineeUnit, cell: ({ holderUnitName }) => holderUnitName },
          { key: 'danh-hieu', head: said.award, cell: ({ awardCode }) => awardName(awardCode) },
          { key: 'thanh-tich', head: said.achievement, cell: ({ achievement }) => achievement },
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
                  cell: (row: NomineeRow) => <Change row={row} awards={awards} refused={refused} />,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

type ChangeProps = { readonly row: NomineeRow; readonly awards: readonly Award[]; readonly refused: Refused };

function Change({ row, awards, refused }: ChangeProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'change-nominee', row.id);
  const suited = awards.filter(({ holders }) => holders.includes(row.holderKind));
  return (
    <details open={isOpen}>
      <summary>
        {said.changeNominee}
        <span className="sr">: {row.name}</span>
      </summary>
      <Form version={row.version} hidden={{ viec: 'change-nominee', ma: row.id }} errors={problems}>
        <Field
          type="select"
          name="danh-hieu"
          id={`danh-hieu-${row.id}`}
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
          id={`thanh-tich-${row.id}`}
          label={said.achievement}
          value={fields['thanh-tich'] ?? row.achievement}
          error={errorAt('thanh-tich')}
        />
        <Button kind="second">{said.saveNominee}</Button>
      </Form>
      <Form version={row.version} hidden={{ viec: 'remove', ma: row.id }}>
        <Button kind="danger">{said.removeNominee}</Button>
      </Form>
    </details>
  );
}

type AddProps = {
  readonly dossier: ListedDossier;
  readonly awards: readonly Award[];
  readonly asked: string;
  readonly found: readonly Nominable[];
  readonly newId: string;
  readonly refused: Refused;
};

/** First who, by a search of the register; then for what. */
export function AddNominee({ dossier, awards, asked, found, newId, refused }: AddProps) {
  const { fields, problems, errorAt } = formOf(refused, 'add');
  return (
    <section id="them-doi-tuong">
      <h2>{said.addNominee}</h2>
      <Filters path={`/khen-thuong/ho-so/${dossier.id}`}>
        <Field type="search" name="tim" label={said.findHolder} value={asked} width="medium" />
      </Filters>
      {asked !== '' && found.length === 0 && <p className="muted">{said.noneFound}</p>}
      {found.length > 0 && (
        <Form hidden={{ viec: 'add', ma: fields['ma'] ?? newId }} errors={problems}>
          <Field
            type="select"
            name="doi-tuong"
            label={said.nominee}
            blank={null}
            value={fields['doi-tuong']}
            options={found.map(({ id, name, kind, unitName }) => ({
              value: id,
              label: `${name} (${holderKindText[kind]}, ${unitName})`,
            }))}
          />
          <Field
            type="select"
            name="danh-hieu"
            label={said.award}
            blank={said.awardBlank}
            value={fields['danh-hieu']}
            options={awards.map(({ code, name }) => ({ value: code, label: name }))}
            error={errorAt('danh-hieu')}
          />
          <Field
            type="textarea"
            rows={4}
            name="thanh-tich"
            label={said.achievement}
            hint={said.achievementHint}
            value={fields['thanh-tich']}
            error={errorAt('thanh-tich')}
          />
          <Button>{said.add}</Button>
        </Form>
      )}
    </section>
  );
}
