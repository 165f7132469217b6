import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import { annexesAtMost } from '../annex.ts';
import { annexesText as said } from '../annexes.text.ts';
import type { ListedDecision } from '../list.server.ts';
import type { DecisionPage } from '../one.server.ts';
import { SigningWaits } from '../SigningForms.tsx';

type Props = {
  readonly decision: ListedDecision;
  readonly annexes: DecisionPage['annexes'];
  readonly mode: Parameters<typeof SigningWaits>[0]['mode'];
  readonly newId: string;
  readonly refused: Refused;
};

/** Files attached to the decision: as they were handed in and as they were sealed; added and taken off while it is a draft. */
export function Annexes({ decision, annexes, mode, newId, refused }: Props) {
  const { moves, version, id } = decision;
  const mayChange = moves.includes('change');
  if (annexes.length === 0 && !mayChange) return null;
  const fileOf = (which: string, annexId: string) => `/khen-thuong/quyet-dinh/${id}/tai/${which}-${annexId}.pdf`;
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      {annexes.length === 0 && <p className="muted">{said.none}</p>}
      {annexes.map((annex) => (
        <div key={annex.id}>
          <p className="acts">
            <b>{annex.name}</b>
            <a href={fileOf('kem-theo', annex.id)}>{annex.signedHash === null ? said.file : said.asGiven}</a>
            {annex.signedHash === null ? (
              <span className="muted">{said.unsigned}</span>
            ) : (
              <a href={fileOf('kem-theo-da-ky', annex.id)}>{said.sealed}</a>
            )}
          </p>
          {mayChange && (
            <Form version={version} hidden={{ viec: 'detach', 'phu-luc': annex.id }}>
              <Button kind="plain" small>
                {said.takeOff(annex.name)}
              </Button>
            </Form>
          )}
          {annex.waiting && (
            <SigningWaits
              href={fileOf('kem-theo', annex.id)}
              name={annex.name}
              version={version}
              waiting={annex.waiting}
              hidden={{ 'phu-luc': annex.id }}
              mayTake={moves.includes('seal')}
              mode={mode}
            />
          )}
        </div>
      ))}
      {mayChange && annexes.length < annexesAtMost && <Add version={version} newId={newId} refused={refused} />}
    </section>
  );
}

type AddProps = { readonly version: number; readonly newId: string; readonly refused: Refused };

function Add({ version, newId, refused }: AddProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'attach');
  return (
    <details open={isOpen}>
      <summary>{said.add}</summary>
      <Form version={version} hidden={{ viec: 'attach', ma: fields['ma'] ?? newId }} errors={problems} multipart>
        <Field
          name="ten-tep"
          label={said.name}
          hint={said.nameHint}
          value={fields['ten-tep']}
          error={errorAt('ten-tep')}
        />
        <Field type="file" name="tep" label={said.pdf} accept=".pdf" error={errorAt('tep')} />
        <Button kind="second">{said.add}</Button>
      </Form>
    </details>
  );
}
