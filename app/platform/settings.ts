/** What an administrator may set while the product runs, with its default. A default says that it is one. */
import { z } from 'zod';

const minutes = z.number().int().min(1).max(480);

export const settingShapes = {
  idle_minutes: minutes,
  idle_minutes_administrator: minutes,
  at_risk_margin: z.number().gt(0).lt(1),
  values_due_days: z.number().int().min(1).max(90),
  mail_on_messages: z.boolean(),
} as const;

export type SettingKey = keyof typeof settingShapes;
export type Settings = { readonly [Key in SettingKey]: z.infer<(typeof settingShapes)[Key]> };

/** Not confirmed by the province; the settings page says so. */
export const settingDefaults: Settings = {
  idle_minutes: 15,
  idle_minutes_administrator: 5,
  at_risk_margin: 0.1,
  values_due_days: 15,
  mail_on_messages: true,
};

export const settingKeys = Object.keys(settingShapes) as readonly SettingKey[];
