/** Time-based codes (RFC 6238): 30 seconds, six digits, one step of grace either way, and no code twice. */
import { Secret, TOTP } from 'otpauth';

const period = 30;

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code holds. */
export function totpAddress(secret: string, who: { readonly issuer: string; readonly label: string }): string {
  return totpOf(secret, who).toString();
}

/** The step the code belongs to when it is right and later than the last one used; undefined otherwise. */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const digits = code.replace(/[\s.-]/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return lastStep === null || step > lastStep ? step : undefined;
}

function totpOf(secret: string, who = { issuer: '', label: '' }): TOTP {
  const { issuer, label } = who;
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1' });
}
