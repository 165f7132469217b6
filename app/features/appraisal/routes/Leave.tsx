import { awardName } from '../../awards/text.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Inside } from '../one.server.ts';
import { appraisalText as said, blockText, leavingText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = { readonly one: Inside; readonly refused: Refused };

/** Where the dossier may go now, and what still stops it, by name. */
export function Leave({ one, refused }: Props) {
  const { dossier, moves, blocks, nominees, demanded } = one;
  if (moves.length === 0) return null;
  const changed = nominees.filter(({ outcome, changes }) => outcome === 'open' && changes.length > 0);
  const isStopped = blocks.length > 0 || changed.length > 0;
  const lacking = nominees.filter(({ outcome, conclusion }) => outcome === 'open' && conclusion === 'lacking').length;
  const needsCouncil = demanded.councilFor.length > 0;
  return (
    <section>
      <h2>{said.next}</h2>
      {isStopped && (
        <Notice kind="warning" title={said.blocked}>
          <ul>
            {blocks.map((block) => (
              <li key={blockText(block)}>{blockText(block)}</li>
            ))}
            {changed.map(({ id, name }) => (
              <li key={id}>{`${name}: ${said.changed}.`}</li>
            ))}
          </ul>
        </Notice>
      )}
      {needsCouncil && <p>{said.councilNeeded(demanded.councilFor.map(awardName).join(', '))}</p>}
      {lacking > 0 && <p>{said.lackingGoes(lacking)}</p>}
      <div className="acts">
        {moves.includes('consult') && dossier.simplified === null && (
          <LinkButton kind="second" href={`/khen-thuong/tham-dinh/${dossier.id}/lay-y-kien`}>
            {leavingText.consult}
          </LinkButton>
        )}
        {moves.includes('to_council') && <Go move="to_council" one={one} refused={refused} />}
        {moves.includes('to_authority') && !needsCouncil && <Go move="to_authority" one={one} refused={refused} />}
      </div>
    </section>
  );
}

function Go({ move, one, refused }: Props & { readonly move: 'to_council' | 'to_authority' }) {
  const { problems } = formOf(refused, move);
  return (
    <Form version={one.dossier.version} hidden={{ viec: move }} errors={problems}>
      <Button kind={one.blocks.length > 0 ? 'second' : 'primary'}>{leavingText[move]}</Button>
    </Form>
  );
}
