/** Settings as they stand: what an administrator set, else the environment's, else the default. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../kernel/calendar.ts';
import type { DB } from './db-types.ts';
import { endOfDay } from './known.server.ts';
import type { SettingKey, Settings } from './settings.ts';
import { settingDefaults, settingKeys, settingShapes } from './settings.ts';

export type SettingRow = {
  readonly key: SettingKey;
  readonly value: unknown;
  readonly version: number;
  readonly isDefault: boolean;
};

export async function readSettings(db: Kysely<DB>): Promise<Settings> {
  const rows = await settingRows(db);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Settings;
}

/** Every key, set or not; version 0 stands for a default. With a day: as they were set at its end. */
export async function settingRows(db: Kysely<DB>, knownOn?: PlainDate): Promise<readonly SettingRow[]> {
  const set = await (knownOn
    ? setOn(db, knownOn)
    : db.selectFrom('setting').select(['key', 'value', 'version']).execute());
  return settingKeys.map((key) => {
    const row = set.find((one) => one.key === key);
    const value = row && settingShapes[key].safeParse(row.value);
    return row && value?.success
      ? { key, value: value.data, version: row.version, isDefault: false }
      : { key, value: settingDefaults[key], version: 0, isDefault: true };
  });
}

async function setOn(db: Kysely<DB>, day: PlainDate) {
  const { rows } = await sql<{ key: string; value: unknown; version: number }>`
    select key, value, version from setting where updated_at < ${endOfDay(day)}
    union all
    select key, value, 0 from setting_past
    where known_at < ${endOfDay(day)} and superseded_at >= ${endOfDay(day)}`.execute(db);
  return rows;
}
