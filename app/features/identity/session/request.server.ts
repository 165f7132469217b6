/** Who asks: the session behind the request's cookie, alive or not. */
import type { Kysely } from 'kysely';
import { stranger } from '../../../kernel/actor.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Config } from '../../../platform/config.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { Services } from '../../../platform/services.server.ts';
import type { SettingKey } from '../../../platform/settings.ts';
import { settingRows } from '../../../platform/settings.server.ts';
import { cookieJar } from './cookies.ts';
import type { CookieJar } from './cookies.ts';
import type { IdleMinutes } from './limits.ts';
import { endOfLife, isToBeTouched } from './limits.ts';
import { loadActor } from './load-actor.server.ts';
import { endSessions, findSession, touchSession } from './session.server.ts';

export type CurrentSession = {
  readonly id: string;
  readonly startedAt: Date;
  readonly hasSecondFactor: boolean;
  /** An administrator who has not given a second factor in this session. */
  readonly needsSecondFactor: boolean;
};

export type Asking = { readonly actor: Actor; readonly session?: CurrentSession };

export function cookiesOf(config: Config): CookieJar {
  return cookieJar(config.publicUrl?.startsWith('https:') ?? false);
}

/** A dead cookie is left with the browser: by it, text typed before the session ended finds back to its writer. */
export async function actorOfRequest(services: Services, request: Request): Promise<Asking> {
  const { db, config } = services;
  const token = cookiesOf(config).read(request, 'phien');
  const found = token === undefined ? undefined : await findSession(db, token);
  if (!found || found.endedAt !== null) return { actor: stranger };
  const now = services.clock();
  const loaded = await loadActor(db, found.accountId, {
    // A demonstration has made-up people, one password printed for all, and visitors without a telephone at hand.
    hasSecondFactor: found.hasSecondFactor || config.isDemo,
  });
  if (!loaded) {
    await endSessions(db, { accountId: found.accountId, only: found.id }, 'disabled', now);
    return { actor: stranger };
  }
  const limits = await idleMinutes(db, config);
  const limit = loaded.isAdministrator ? limits.administrator : limits.everyone;
  const end = endOfLife(found, limit, now);
  if (end !== undefined) {
    await endSessions(db, { accountId: found.accountId, only: found.id }, end, now);
    return { actor: stranger };
  }
  if (isToBeTouched(found, limit, now)) await touchSession(db, found.id, now);
  const { id, startedAt, hasSecondFactor } = found;
  return {
    actor: loaded.actor,
    session: { id, startedAt, hasSecondFactor, needsSecondFactor: loaded.needsSecondFactor },
  };
}

/** What an administrator has set, else the configuration. */
export async function idleMinutes(db: Kysely<DB>, config: Config): Promise<IdleMinutes> {
  const rows = await settingRows(db);
  const set = (key: SettingKey) => rows.find((row) => row.key === key && !row.isDefault)?.value as number | undefined;
  return {
    everyone: set('idle_minutes') ?? config.idleMinutes.everyone,
    administrator: set('idle_minutes_administrator') ?? config.idleMinutes.administrator,
  };
}
