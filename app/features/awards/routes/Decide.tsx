import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { formText } from '../law/form.text.ts';
import type { Seen } from '../law/seeing.server.ts';
import type { Version } from '../law/versions.server.ts';
import { awardsText as said, PROVISION_MOVE } from '../text.ts';
import { WhatItDoes } from './PreviewTable.tsx';

type DecideProps = {
  readonly version: Version;
  readonly seen: Omit<Seen, 'provision'> | undefined;
  /** Why it cannot be confirmed as it stands now. */
  readonly hindered: readonly string[];
};

/** What the second person sees before confirming: what it ends, and what it would say; until then it is used for nothing. */
export function Decide({ version, seen, hindered }: DecideProps) {
  const { provision, moves } = version;
  return (
    <section>
      <Notice kind="warning">{moves.includes('confirm') ? said.confirmLead : said.waitsForOther}</Notice>
      {hindered.map((message) => (
        <Notice key={message} kind="refusal">
          {message}
        </Notice>
      ))}
      {seen && <WhatItDoes {...seen} />}
      {provision.kind === 'rule' && (
        <p>
          <a href={`/khen-thuong/danh-muc/thu?ban=${provision.id}&award=${provision.award ?? ''}`}>{formText.tryIt}</a>
        </p>
      )}
      <div className="acts">
        {moves.map((move) => (
          <Form key={move} version={version.version} hidden={{ viec: move }}>
            <Button kind={move === 'confirm' ? 'primary' : 'second'}>{PROVISION_MOVE[move]}</Button>
          </Form>
        ))}
      </div>
    </section>
  );
}
