/**
 * Brakes on guessing, per process and in memory; the lock of an account is in the database and holds for all. An address
 * may be a whole office, so it has room; a success gives its point back.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const minute = 60;
const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 40, duration: 10 * minute });
const byName = new RateLimiterMemory({ keyPrefix: 'name', points: 20, duration: 15 * minute });
const visits = new RateLimiterMemory({ keyPrefix: 'visit', points: 200, duration: 10 * minute });
const parks = new RateLimiterMemory({ keyPrefix: 'park', points: 30, duration: 10 * minute });
const mails = new RateLimiterMemory({ keyPrefix: 'mail', points: 20, duration: 60 * minute });
const mailsTo = new RateLimiterMemory({ keyPrefix: 'mail-to', points: 3, duration: 60 * minute });

export type Brake = { readonly kind: 'too_many'; readonly minutes: number };
type Who = { readonly address: string | null; readonly name: string };

/** Takes a point from the address and from the name. */
export async function brakeSignIn({ address, name }: Who): Promise<Brake | undefined> {
  return (await take(byAddress, address ?? '-')) ?? (await take(byName, name));
}

export async function releaseSignIn({ address, name }: Who): Promise<void> {
  await byAddress.reward(address ?? '-', 1);
  await byName.delete(name);
}

/** Pages that open a step for whoever looks: a challenge, a visit elsewhere. */
export async function brakeVisits(address: string | null): Promise<Brake | undefined> {
  return take(visits, address ?? '-');
}

export async function brakeParking(address: string | null): Promise<Brake | undefined> {
  return take(parks, address ?? '-');
}

/** Whoever asks for links: so many from one address, fewer for one name. */
export async function brakeMail({ address, name }: Who): Promise<Brake | undefined> {
  return (await take(mails, `from ${address ?? '-'}`)) ?? (await take(mailsTo, name));
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Brake | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return { kind: 'too_many', minutes: Math.max(1, Math.ceil(spent.msBeforeNext / 60_000)) };
  }
}
