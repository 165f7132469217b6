import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { IdentityRefusal } from '../text.ts';
import { identityRefusal, identityText } from '../text.ts';

export function OutsideFailed({ refusal }: { readonly refusal: IdentityRefusal }) {
  return (
    <>
      <Notice kind="refusal">{identityRefusal(refusal)}</Notice>
      <LinkButton href="/dang-nhap">{identityText.backToSignIn}</LinkButton>
    </>
  );
}
