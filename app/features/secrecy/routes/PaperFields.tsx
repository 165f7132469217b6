import { Field } from '../../../ui/Field.tsx';
import type { Office, RoundOffered, Subject } from '../subjects.server.ts';
import type { ProblemShown } from '../text.ts';
import { paperFieldText, secrecyText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemShown[] | undefined;
  readonly senders: readonly Office[];
  readonly receivers: readonly Office[];
  readonly subjects: readonly Subject[];
  readonly rounds: readonly RoundOffered[];
};

/** Number, day, from whom to whom; what for. Everything but the number is chosen, and the number has a shape. */
export function PaperFields({ fields, problems, senders, receivers, subjects, rounds }: Props) {
  const errorAt = (name: string) => problems?.find(({ field }) => field === name)?.message;
  const options = (offices: readonly Office[]) => offices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field
        name="number"
        label={paperFieldText.number}
        hint={secrecyText.numberHint}
        width="medium"
        maxLength={30}
        value={fields['number']}
        error={errorAt('number')}
      />
      <Field type="date" name="date" label={paperFieldText.date} value={fields['date']} error={errorAt('date')} />
      <Field
        type="select"
        name="sender"
        label={paperFieldText.sender}
        blank={null}
        value={fields['sender'] ?? senders[0]?.id}
        options={options(senders)}
        error={errorAt('sender')}
      />
      <Field
        type="select"
        name="receiver"
        label={paperFieldText.receiver}
        value={fields['receiver']}
        options={options(receivers)}
        error={errorAt('receiver')}
      />
      <Field
        type="select"
        name="about"
        label={paperFieldText.about}
        blank={secrecyText.aboutOther}
        value={fields['about']}
        options={subjects.map(({ key, schemeCode }) => ({
          value: key,
          label: schemeCode === null ? secrecyText.aboutMovement : secrecyText.aboutScheme(schemeCode),
        }))}
        error={errorAt('about')}
        optional
      />
      <Field
        type="select"
        name="round"
        label={paperFieldText.round}
        blank={secrecyText.noRound}
        value={fields['round']}
        options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorAt('round')}
        optional
      />
    </>
  );
}
