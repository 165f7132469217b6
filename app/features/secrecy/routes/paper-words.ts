/** How a line of the register says what it is about and whether it was received. */
import type { ListedPaper } from '../list.server.ts';
import { secrecyText } from '../text.ts';

export function aboutText({ schemeCode, movementId }: ListedPaper): string {
  if (schemeCode !== null) return secrecyText.aboutScheme(schemeCode);
  return movementId === null ? secrecyText.aboutOther : secrecyText.aboutMovement;
}

export function receiptText({ isCorrected, receivedOn, receivedBy }: ListedPaper): string {
  if (isCorrected) return secrecyText.corrected;
  return receivedOn === null ? secrecyText.notReceived : secrecyText.receivedOf(receivedOn, receivedBy);
}
