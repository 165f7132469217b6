/** What an administrator sets: each change with its version, its record, and the days off of the working calendar. */
import { isPlainDate } from '../../kernel/calendar.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Database } from '../../platform/db.server.ts';
import type { SettingKey } from '../../platform/settings.ts';
import { settingShapes } from '../../platform/settings.ts';
import { settingRows } from '../../platform/settings.server.ts';
import { provincePath } from './province.server.ts';
import { rights } from './rights.ts';
import { shownSetting } from './typed-setting.ts';

/** Nothing for whoever may not change them. */
export async function settingsPage(db: Database, actor: Actor) {
  if (!isAllowed(rights, 'setting.change', actor, await provincePath(db))) return undefined;
  const rows = await settingRows(db);
  const holidays = await db.selectFrom('holiday').selectAll().orderBy('day').execute();
  const settings = rows.map(({ key, value, version, isDefault }) => ({
    key,
    version,
    isDefault,
    ...shownSetting(value),
  }));
  return { settings, holidays };
}

export type SettingRefusal = PermitRefusal | LostRace | { readonly kind: 'not_a_value'; readonly key: SettingKey };

/** `version` is the one that was read: 0 for a default. */
export async function changeSetting(
  context: Context,
  given: { readonly key: SettingKey; readonly value: unknown; readonly version: number },
): Promise<Result<undefined, SettingRefusal>> {
  const { tx, actor, now, record } = context;
  const permit = permitTo(rights, 'setting.change', actor, await provincePath(tx));
  if (!permit.ok) return permit;
  const read = settingShapes[given.key].safeParse(given.value);
  if (!read.success) return refuse({ kind: 'not_a_value', key: given.key });
  const before = (await settingRows(tx)).find(({ key }) => key === given.key);
  const current = before?.version ?? 0;
  if (current !== given.version) return refuse({ kind: 'lost_race', current });
  const row = { value: JSON.stringify(read.data), version: current + 1, updated_at: now };
  const saved = await tx
    .insertInto('setting')
    .values({ key: given.key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row).where('setting.version', '=', current))
    .executeTakeFirst();
  if (saved.numInsertedOrUpdatedRows === 0n) return refuse({ kind: 'lost_race', current: current + 1 });
  await record({
    permit: permit.value,
    kind: 'setting.changed',
    subject: { kind: 'setting', id: given.key },
    before: { value: before?.value },
    after: { value: read.data },
  });
  return ok();
}

export type HolidayEffect = 'day_off' | 'working_day';
export type Holiday = { readonly day: string; readonly name: string; readonly effect: HolidayEffect };
export type HolidayRefusal =
  | PermitRefusal
  | NotThere
  | { readonly kind: 'not_a_day' }
  | { readonly kind: 'no_name' }
  | { readonly kind: 'day_taken' };

export async function addHoliday(context: Context, given: Holiday): Promise<Result<undefined, HolidayRefusal>> {
  const { tx, actor, record } = context;
  const permit = permitTo(rights, 'setting.change', actor, await provincePath(tx));
  if (!permit.ok) return permit;
  if (!isPlainDate(given.day)) return refuse({ kind: 'not_a_day' });
  const name = given.name.trim();
  if (name === '') return refuse({ kind: 'no_name' });
  const holiday = { day: given.day, name, effect: given.effect };
  const added = await tx
    .insertInto('holiday')
    .values(holiday)
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  if (!added) return refuse({ kind: 'day_taken' });
  await record({
    permit: permit.value,
    kind: 'holiday.changed',
    subject: { kind: 'holiday', id: given.day },
    after: holiday,
  });
  return ok();
}

export async function removeHoliday(context: Context, day: string): Promise<Result<undefined, HolidayRefusal>> {
  const { tx, actor, record } = context;
  const permit = permitTo(rights, 'setting.change', actor, await provincePath(tx));
  if (!permit.ok) return permit;
  if (!isPlainDate(day)) return refuse(notThere);
  const before = await tx.deleteFrom('holiday').where('day', '=', day).returningAll().executeTakeFirst();
  if (!before) return refuse(notThere);
  await record({ permit: permit.value, kind: 'holiday.changed', subject: { kind: 'holiday', id: day }, before });
  return ok();
}
