/** What an administrator may set while the product runs, with its default. A default says that it is one. */
import { z } from 'zod';
import { isPlainDate } from '../kernel/calendar.ts';

/** A day of every year, 'MM-DD'; empty: none is set. */
const dayOfYear = z.string().refine((text) => text === '' || isPlainDate(`2027-${text}`));
const workingDays = z.array(z.number().int().min(0).max(60)).max(10);
const minutes = z.number().int().min(1).max(480);

export const settingShapes = {
  idle_minutes: minutes,
  idle_minutes_administrator: minutes,
  at_risk_margin: z.number().gt(0).lt(1),
  values_due_days: z.number().int().min(1).max(90),
  mail_on_messages: z.boolean(),
  plan_due: dayOfYear,
  pledge_due: dayOfYear,
  remind_before: workingDays,
  remind_after: workingDays,
  escalate_head_days: z.number().int().min(1).max(60),
  escalate_appraiser_days: z.number().int().min(1).max(60),
  digest_opt_out: z.boolean(),
  complaint_accept_days: z.number().int().min(0).max(120),
  complaint_answer_days: z.number().int().min(0).max(250),
  result_appeal_file_days: z.number().int().min(0).max(120),
  result_appeal_accept_days: z.number().int().min(0).max(120),
  result_appeal_conclude_days: z.number().int().min(0).max(250),
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
  plan_due: '',
  pledge_due: '',
  remind_before: [5, 1, 0],
  remind_after: [1, 3, 5],
  escalate_head_days: 3,
  escalate_appraiser_days: 7,
  digest_opt_out: true,
  complaint_accept_days: 0,
  complaint_answer_days: 0,
  result_appeal_file_days: 10,
  result_appeal_accept_days: 3,
  result_appeal_conclude_days: 20,
};

export const settingKeys = Object.keys(settingShapes) as readonly SettingKey[];
