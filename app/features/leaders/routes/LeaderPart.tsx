import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';
import { Status } from '../../../ui/Status.tsx';
import { Conditions } from '../../awards/routes/Conditions.tsx';
import { standingLook } from '../../register/standing-look.ts';
import { standingText } from '../../register/standards.text.ts';
import { governmentFlag, provinceFlag } from '../leader.ts';
import type { Leader } from '../leaders.server.ts';
import { achievementText, leadersText as said, minutesText, partedText, reasonText, tiedText } from '../text.ts';

type Props = {
  readonly leader: Leader;
  readonly year: number;
  /** More stand level than may lead. */
  readonly isShared: boolean;
  readonly refused: Refused<'ket-luan' | 'chon'>;
};

export function LeaderPart(props: Props) {
  const { leader, year, isShared } = props;
  const parted = [partedText(leader.partedBy), leader.tiedWith.length > 0 ? tiedText(leader.tiedWith) : ''];
  return (
    <section id={`dan-dau-${leader.judgementId}-${leader.unitId}`}>
      <h2>
        {leader.unitName}: {leader.blockName}
      </h2>
      <p>
        {reasonText(leader)} {parted.filter(Boolean).join(' ')} {minutesText(leader.minutesNumber, leader.minutesDate)}{' '}
        <a href={`/cham-diem/${leader.judgementId}/xep-hang`}>{said.result}</a>
      </p>
      {isShared && <p className="muted">{said.moreThanOne}</p>}
      {leader.standard === null ? (
        <p className="muted">{said.unknown}</p>
      ) : (
        <>
          <Found leader={leader} year={year} standard={leader.standard} />
          {leader.mayJudge && <Judging {...props} />}
          <Door leader={leader} year={year} />
        </>
      )}
    </section>
  );
}

type FoundProps = Pick<Props, 'leader' | 'year'> & { readonly standard: NonNullable<Leader['standard']> };

function Found({ leader, year, standard }: FoundProps) {
  const { meets, isChosen, meetsBy, meetsReason, chosenBy, chosenReason, holderId } = leader;
  const found = meets === null ? said.notFound : meets ? said.meets : said.meetsNot;
  return (
    <>
      <Pairs
        pairs={[
          {
            label: said.standard,
            value: <Status status={standingLook[standard.standing]} word={standingText[standard.standing]} />,
          },
          {
            label: said.found,
            value: meets === null ? found : `${found}. ${said.byWhom(meetsBy, meetsReason)}`,
          },
          ...(isChosen ? [{ label: said.chosen, value: said.byWhom(chosenBy, chosenReason) }] : []),
        ]}
      />
      <details>
        <summary>{said.clauses}</summary>
        <Conditions explained={standard.explained} />
      </details>
      <p>
        <a href={`/khen-thuong/so/${holderId}/tieu-chuan?nam=${year}&danh-hieu=${governmentFlag}#dieu-kien`}>
          {said.government}
        </a>
      </p>
    </>
  );
}

function Judging({ leader, refused }: Props) {
  const { judgementId, unitId, version } = leader;
  const part = (deed: 'ket-luan' | 'chon') => {
    const { fields, problems, errorAt, isOpen } = formOf(refused, deed, { dot: judgementId, 'don-vi': unitId });
    const isMeets = deed === 'ket-luan';
    const answered = isMeets ? leader.meets : leader.isChosen || null;
    // What is wrong is led to by the field's own name.
    const idOf = (name: string) => (isOpen ? undefined : `${deed}-${unitId}-${name}`);
    return (
      <details open={isOpen}>
        <summary>{isMeets ? said.judgeTitle : said.chooseTitle}</summary>
        <Form version={version} hidden={{ viec: deed, dot: judgementId, 'don-vi': unitId }} errors={problems}>
          <Choices
            kind="one"
            name="tra-loi"
            id={idOf('tra-loi')}
            label={isMeets ? said.answer : said.choice}
            value={fields['tra-loi'] ?? (answered === null ? undefined : answered ? 'co' : 'khong')}
            error={errorAt('tra-loi')}
            options={[
              { value: 'co', label: isMeets ? said.yes : said.choose },
              { value: 'khong', label: isMeets ? said.no : said.chooseNot },
            ]}
          />
          <Field
            name="ly-do"
            id={idOf('ly-do')}
            label={said.reason}
            hint={said.reasonHint}
            value={fields['ly-do'] ?? (isMeets ? leader.meetsReason : leader.chosenReason)}
            error={errorAt('ly-do')}
            width="long"
          />
          <Actions>
            <Button kind="second">{said.save}</Button>
          </Actions>
        </Form>
      </details>
    );
  };
  return (
    <>
      {part('ket-luan')}
      {part('chon')}
    </>
  );
}

function Door({ leader, year }: Pick<Props, 'leader' | 'year'>) {
  if (!leader.mayPropose) return <p className="muted">{said.whoProposes(leader.unitName)}</p>;
  const query = new URLSearchParams({
    'don-vi': leader.unitCode,
    nam: String(year),
    'doi-tuong': leader.holderId ?? '',
    'danh-hieu': provinceFlag,
    'thanh-tich': achievementText(leader, year),
  });
  return (
    <Actions>
      <LinkButton kind="second" href={`/khen-thuong/ho-so/moi?${query.toString()}`}>
        {said.propose}
      </LinkButton>
    </Actions>
  );
}
