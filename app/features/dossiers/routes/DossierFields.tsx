import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { TypedDossier } from '../dossier.ts';
import { dossierKinds, dossierRoutes, simplifiedGrounds } from '../dossier.ts';
import { reviewKinds } from '../../movements/movement.ts';
import { reviewKindText } from '../../movements/text.ts';
import type { MovementChoice } from '../movement-choices.server.ts';
import type { Receiver, Via } from '../receivers.server.ts';
import { dossierFieldText, dossierKindText, dossiersText as said, routeText, simplifiedText } from '../text.ts';

export type DossierChoices = {
  readonly receivers: readonly Receiver[];
  readonly departments: readonly Via[];
  readonly movements: readonly MovementChoice[];
};
type Props = DossierChoices & {
  readonly fields: TypedDossier;
  readonly errorAt: (name: string) => string | undefined;
};

export function DossierFields({ fields, receivers, departments, movements, errorAt }: Props) {
  const own = (name: keyof TypedDossier) => ({
    name,
    label: dossierFieldText[name],
    value: fields[name],
    error: errorAt(name),
  });
  return (
    <>
      <Field {...own('title')} width="long" hint={said.titleHint} />
      <Field
        {...own('kind')}
        type="select"
        options={dossierKinds.map((value) => ({ value, label: dossierKindText[value] }))}
      />
      <Field {...own('year')} width="short" />
      <Field
        {...own('to')}
        type="select"
        hint={said.toHint}
        options={receivers.map(({ id, name, isRoot }) => ({ value: id, label: said.toOf(name, isRoot) }))}
      />
      <Choices
        {...own('route')}
        kind="one"
        value={fields.route ?? 'territory'}
        options={dossierRoutes.map((value) => ({ value, label: routeText[value] }))}
      />
      <Field
        {...own('via')}
        type="select"
        optional
        blank={said.noVia}
        options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...own('movement')}
        type="select"
        optional
        blank={said.noMovement}
        options={movements.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...own('review')}
        type="select"
        optional
        hint={said.reviewHint}
        blank={said.noReview}
        options={reviewKinds.map((value) => ({ value, label: reviewKindText[value] }))}
      />
      <Field
        {...own('simplified')}
        type="select"
        optional
        hint={said.secretNote}
        blank={said.normalProcedure}
        options={simplifiedGrounds.map((value) => ({ value, label: simplifiedText[value] }))}
      />
      <Field {...own('paperNumber')} optional width="medium" hint={said.paperHint} />
      <Field {...own('paperDate')} type="date" optional />
    </>
  );
}
