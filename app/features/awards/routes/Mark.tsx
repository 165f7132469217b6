import { Stage } from '../../../ui/Status.tsx';
import type { StageName } from '../../../ui/status.ts';
import { amendedText, STATE_MARK } from '../law/law.text.ts';
import type { ProvisionStage } from '../law/procedure.ts';
import type { FactState } from '../law/provision.ts';
import { PROVISION_STAGE } from '../text.ts';

const LOOK: Readonly<Record<FactState, StageName>> = {
  read: 'verified',
  second_hand: 'corrected',
  default: 'corrected',
  not_read: 'returned',
};

/** How a provision is known, and whether a law that was not read has amended it since. */
export function Mark({ state, amendedBy }: MarkProps) {
  return (
    <>
      <Stage stage={LOOK[state]} word={STATE_MARK[state]} />
      {amendedBy && (
        <>
          <br />
          <small>{amendedText(amendedBy.inForceFrom)}</small>
        </>
      )}
    </>
  );
}
type MarkProps = {
  readonly state: FactState;
  readonly amendedBy?: { readonly inForceFrom: string | null } | undefined;
};

const STAGE_LOOK: Readonly<Record<ProvisionStage, StageName>> = {
  proposed: 'submitted',
  confirmed: 'verified',
  withdrawn: 'draft',
};

export function VersionStage({ stage }: { readonly stage: ProvisionStage }) {
  return <Stage stage={STAGE_LOOK[stage]} word={PROVISION_STAGE[stage]} />;
}
