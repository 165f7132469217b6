import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Award } from '../../awards/award.ts';
import { HolderFields } from '../../register/routes/HolderFields.tsx';
import type { UnitChoice } from '../../organisation/units-below.server.ts';
import type { ListedDossier } from '../list.server.ts';
import type { Nominable } from '../nominable.server.ts';
import { listImportText } from '../nominees-import.text.ts';
import { dossiersText as said, holderKindText, pasteText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type AddProps = {
  readonly dossier: ListedDossier;
  /** Of the dossier's own level, and those that are split off before it is handed in. */
  readonly awards: { readonly here: readonly Award[]; readonly apart: readonly Award[] };
  readonly asked: string;
  readonly found: readonly Nominable[];
  readonly units: readonly UnitChoice[];
  readonly newId: string;
  readonly refused: Refused;
};

/** First who, by a search of the register; then for what. Whoever is not there yet is entered on the spot; a list comes by pasting. */
export function AddNominee(props: AddProps) {
  const { dossier, asked, found } = props;
  return (
    <section id="them-doi-tuong">
      <h2>{said.addNominee}</h2>
      <Filters path={`/khen-thuong/ho-so/${dossier.id}`} verb={said.find}>
        <Field type="search" name="tim" label={said.findHolder} value={asked} width="medium" />
      </Filters>
      {asked !== '' && found.length === 0 && <p className="muted">{said.noneFound}</p>}
      {found.length > 0 && <Found {...props} />}
      <p>
        <a href={`/khen-thuong/ho-so/${dossier.id}/danh-sach`}>{pasteText.link}</a> ·{' '}
        <a href={`/khen-thuong/ho-so/${dossier.id}/excel`}>{listImportText.link}</a>
      </p>
      <Create {...props} />
    </section>
  );
}

function Found({ dossier, found, awards, newId, refused }: AddProps) {
  const { fields, problems, errorAt } = formOf(refused, 'add');
  return (
    <Form hidden={{ viec: 'add', ma: fields['ma'] ?? newId }} errors={problems} scope="co">
      <Field
        type="select"
        name="doi-tuong"
        label={said.nominee}
        blank={null}
        value={fields['doi-tuong']}
        options={found.map(({ id, name, kind, positionTitle, unitName }) => ({
          value: id,
          label: `${name} (${[holderKindText[kind], positionTitle, unitName].filter(Boolean).join(', ')})`,
        }))}
      />
      <ForWhat {...{ dossier, awards, fields, errorAt }} />
      <Button>{said.add}</Button>
    </Form>
  );
}

function Create({ units, awards, newId, refused, dossier }: AddProps) {
  const { fields, problems, errorAt, isOpen } = formOf(refused, 'create');
  return (
    <details open={isOpen}>
      <summary>{said.createNominee}</summary>
      <Form hidden={{ viec: 'create', ma: fields['ma'] ?? newId }} errors={problems}>
        <HolderFields fields={{ unit: dossier.unitId, ...fields }} units={units} errorAt={errorAt} />
        <ForWhat {...{ dossier, awards, fields, errorAt }} />
        <Button>{said.add}</Button>
      </Form>
    </details>
  );
}

type ForWhatProps = Pick<AddProps, 'awards' | 'dossier'> & {
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
};

/** What is decided at another level is offered too: it is split off before the dossier is handed in. */
function ForWhat({ dossier, awards, fields, errorAt }: ForWhatProps) {
  const option = ({ code, name }: Award) => ({ value: code, label: name });
  const groups = [
    { label: said.awardsHere, options: awards.here.map(option) },
    { label: said.awardsElsewhere, options: awards.apart.map(option) },
  ];
  return (
    <>
      <Field
        type="select"
        name="danh-hieu"
        label={said.award}
        blank={said.awardBlank}
        value={fields['danh-hieu']}
        options={groups.filter(({ options }) => options.length > 0)}
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
      {dossier.movementId !== null && (
        <Field
          name="xep-thu"
          label={said.rank}
          hint={said.rankHint}
          width="short"
          optional
          value={fields['xep-thu']}
          error={errorAt('xep-thu')}
        />
      )}
    </>
  );
}
