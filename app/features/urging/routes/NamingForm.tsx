import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dutyKinds } from '../duty.ts';
import type { NameRefusal, Naming, NamingPage } from '../naming.server.ts';
import type { NamedPlace } from '../naming.ts';
import { placeOf } from '../naming.ts';
import { dueText, dutyKindText, dutyText, namingProblem, namingText } from '../text.ts';
import { OwnerCell } from './DutyCells.tsx';

type Refused = { readonly typed: Readonly<Record<string, string>>; readonly refusal: NameRefusal } | undefined;
type Props = { readonly page: NamingPage; readonly refused: Refused };

/** Everybody the unit names, in one form: a line for each kind, then one for each duty that waits. */
export function NamingForm({ page, refused }: Props) {
  const { unit, duties } = page;
  const wrong = refused?.refusal.kind === 'naming_wrong' ? refused.refusal.problems : [];
  const isOfDuty = (place: string) => duties.some(({ key }) => key === place);
  const errors = wrong.map(({ place, problem }) => ({
    field: place,
    label: labelOf(page, place),
    message: namingProblem(problem, namedAt(page, place)?.personName ?? null),
  }));
  const lineOf = (given: NamedPlace) => (
    <NameLine
      key={placeOf(given)}
      page={page}
      place={placeOf(given)}
      typed={refused?.typed[placeOf(given)]}
      error={errors.find(({ field }) => field === placeOf(given))?.message}
    />
  );
  return (
    <Form hidden={{ viec: 'phan-cong', unit: unit.id, 'don-vi': unit.code }} errors={errors}>
      <h2>{namingText.byKind}</h2>
      {dutyKinds.map((kind) => lineOf({ kind, key: null }))}
      <h2>{namingText.byDuty}</h2>
      {duties.length === 0 ? (
        <p className="muted">{namingText.noDuties}</p>
      ) : (
        <details open={duties.some(({ way }) => way === 'named') || wrong.some(({ place }) => isOfDuty(place))}>
          <summary>{namingText.everyDuty(duties.length)}</summary>
          {duties.map(lineOf)}
        </details>
      )}
      <Actions>
        <Button>{namingText.save}</Button>
      </Actions>
    </Form>
  );
}

function namedAt({ namings }: Pick<NamingPage, 'namings'>, place: string): Naming | undefined {
  return namings.find((one) => placeOf(one) === place);
}

function labelOf({ duties }: Pick<NamingPage, 'duties'>, place: string): string {
  const duty = duties.find(({ key }) => key === place);
  if (duty) return dutyText(duty);
  const kind = dutyKinds.find((each) => each === place);
  return kind ? dutyKindText[kind] : place;
}

type LineProps = {
  readonly page: NamingPage;
  readonly place: string;
  readonly typed: string | undefined;
  readonly error: string | undefined;
};

/** Who is named now goes along: only what was changed is saved. */
function NameLine({ page, place, typed, error }: LineProps) {
  const named = namedAt(page, place);
  const duty = page.duties.find(({ key }) => key === place);
  const before = named?.personId ?? '';
  const lapsed = named?.isLapsed && named.personName !== null ? namingText.lapsed(named.personName) : undefined;
  const hint = duty && (
    <>
      {dueText(duty)} · <OwnerCell {...duty} />
    </>
  );
  return (
    <>
      <input type="hidden" name="cho" value={place} />
      <input type="hidden" name="truoc" value={before} />
      <input type="hidden" name="ban" value={named?.version ?? 0} />
      <Field
        type="select"
        id={`o-${place}`}
        name="nguoi"
        label={labelOf(page, place)}
        hint={hint ?? lapsed}
        blank={namingText.blank}
        value={typed ?? before}
        options={page.staff.map(({ personId, name }) => ({ value: personId, label: name }))}
        error={error}
        width="medium"
      />
    </>
  );
}

/** For whoever may only read who is named. */
export function NamedLines({ page }: { readonly page: NamingPage }) {
  return (
    <>
      <h2>{namingText.byKind}</h2>
      {dutyKinds.map((kind) => (
        <p key={kind}>
          {dutyKindText[kind]}: {namedAt(page, kind)?.personName ?? namingText.blank}
        </p>
      ))}
      <h2>{namingText.byDuty}</h2>
      {page.duties.length === 0 && <p className="muted">{namingText.noDuties}</p>}
      {page.duties.map((duty) => (
        <p key={duty.key}>
          {dutyText(duty)}: <OwnerCell {...duty} />
        </p>
      ))}
    </>
  );
}
