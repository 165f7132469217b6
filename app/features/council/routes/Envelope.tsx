import { getAward } from '../../awards/award.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { AgendaItem } from '../agenda.server.ts';
import type { Seat } from '../case.server.ts';
import { councilText as said } from '../text.ts';

export const envelopeDeeds = ['receive', 'give_back'] as const;
type Deed = (typeof envelopeDeeds)[number];
type Props = { readonly seat: Seat; readonly items: readonly AgendaItem[]; readonly refused: Refused<Deed> };

/** A closed envelope of an absent member in a secret vote: for which items it was handed in, or goes back unopened. */
export function Envelope({ seat, items, refused }: Props) {
  const gave = ({ poll }: AgendaItem) => poll?.papers.from.some(({ personId }) => personId === seat.personId) === true;
  const given = items.filter((item) => gave(item) && item.poll?.papers.isRead === false);
  const left = items.filter((item) => !gave(item) && item.poll?.papers.isRead === false);
  return (
    <section>
      <h2>{said.envelope}</h2>
      <p>{said.envelopeLead}</p>
      {left.length > 0 && <Which deed="receive" items={left} refused={refused} />}
      {given.length > 0 && <Which deed="give_back" items={given} refused={refused} />}
      {left.length + given.length === 0 && <p>{said.envelopeDone}</p>}
    </section>
  );
}

type WhichProps = Omit<Props, 'seat'> & { readonly deed: Deed };

function Which({ deed, items, refused }: WhichProps) {
  const { isOpen, problems, errorAt } = formOf(refused, deed);
  const values = items.flatMap(({ poll }) => poll?.id ?? []);
  return (
    <Form hidden={{ viec: deed }} errors={problems} scope={deed}>
      <Choices
        kind="many"
        name="polls"
        label={deed === 'receive' ? said.envelopeFor : said.envelopeHas}
        value={deed === 'receive' && !isOpen ? values : []}
        error={errorAt('polls')}
        options={items.map(({ poll, position, holderName, awardCode }) => ({
          value: poll?.id ?? '',
          label: `${position}. ${holderName}: ${getAward(awardCode).name}`,
        }))}
      />
      <Button kind={deed === 'receive' ? 'primary' : 'second'}>
        {deed === 'receive' ? said.envelopeReceive : said.envelopeBack}
      </Button>
    </Form>
  );
}
