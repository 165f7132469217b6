/** Settings as they stand: what an administrator set, else the environment's, else the default. */
import type { Kysely } from 'kysely';
import type { DB } from './db-types.ts';
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

/** Every key, set or not; version 0 stands for a default. */
export async function settingRows(db: Kysely<DB>): Promise<readonly SettingRow[]> {
  const set = await db.selectFrom('setting').select(['key', 'value', 'version']).execute();
  return settingKeys.map((key) => {
    const row = set.find((one) => one.key === key);
    const value = row && settingShapes[key].safeParse(row.value);
    return row && value?.success
      ? { key, value: value.data, version: row.version, isDefault: false }
      : { key, value: settingDefaults[key], version: 0, isDefault: true };
  });
}
