import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Award } from '../../awards/award.ts';
import { HolderFields } from '../../register/routes/HolderFields.tsx';
import type { UnitChoice } from '../../organisation/units-below.server.ts';
import { awardsElsewhere } from '../receiving.ts';
import type { ListedDossier } from '../list.server.ts';
import type { Nominable } from '../nominable.server.ts';
import { dossiersText as said, holderKindText, pasteText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type AddProps = {
  readonly dossier: ListedDossier;
  readonly awards: readonly Award[];
  readonly asked: string;
  readonly found: readonly Nominable[];
  readonly units: readonly UnitChoice[];
  readonly newId: string;
  readonly refused: Refused;
};

/** First who, by a search of the register; then for what. Whoever is not there yet is entered on the spot; a list comes by pasting. */
export function AddNominee(props: AddProps) {
  const { dossier, asked, found } = props;
  const elsewhere = props.refused?.problems.some(({ field }) => field === 'danh-hieu') === true;
  return (
    <section id="them-doi-tuong">
      <h2>{said.addNominee}</h2>
      <Filters path={`/khen-thuong/ho-so/${dossier.id}`} verb={said.find}>
        <Field type="search" name="tim" label={said.findHolder} value={asked} width="medium" />
      </Filters>
      {asked !== '' && found.length === 0 && <p className="muted">{said.noneFound}</p>}
      {elsewhere && (
        <p>
          <a href={`/khen-thuong/ho-so/moi?tu=${dossier.id}`}>{said.elsewhere}</a>
        </p>
      )}
      {found.length > 0 && <Found {...props} />}
      <p>
        <a href={`/khen-thuong/ho-so/${dossier.id}/danh-sach`}>{pasteText.link}</a>
      </p>
      <Create {...props} />
    </section>
  );
}

function Found({ found, awards, newId, refused, dossier }: AddProps) {
  const { fields, problems, errorAt } = formOf(refused, 'add');
  return (
    <Form hidden={{ viec: 'add', ma: fields['ma'] ?? newId }} errors={problems}>
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
      <ForWhat id="co" {...{ awards, fields, errorAt, dossier }} />
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
        <ForWhat id="moi" {...{ awards, fields, errorAt, dossier }} />
        <Button>{said.add}</Button>
      </Form>
    </details>
  );
}

type ForWhatProps = Pick<AddProps, 'awards' | 'dossier'> & {
  /** Two forms of the page have these fields. */
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
};

/** What goes to another receiver is offered too: choosing it says where it goes. */
function ForWhat({ id, awards, dossier, fields, errorAt }: ForWhatProps) {
  const groups = [
    { label: said.awardsHere, options: awards.map(({ code, name }) => ({ value: code, label: name })) },
    {
      label: said.awardsElsewhere,
      options: awardsElsewhere(dossier).map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
  return (
    <>
      <Field
        type="select"
        name="danh-hieu"
        id={`danh-hieu-${id}`}
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
        id={`thanh-tich-${id}`}
        label={said.achievement}
        hint={said.achievementHint}
        value={fields['thanh-tich']}
        error={errorAt('thanh-tich')}
      />
    </>
  );
}
