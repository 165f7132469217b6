/** What is known of a person and their account, and how it must look to be taken. */

export type AccountState = 'invited' | 'active' | 'disabled';

/** What a list shows: the account's state, or why there is none that works. */
export const shownStates = ['active', 'invited', 'locked', 'disabled', 'none', 'left'] as const;
export type ShownState = (typeof shownStates)[number];

export const peoplePerPage = 50;
export const peopleSorts = ['ten', 'don-vi', 'dang-nhap'] as const;

export type PersonInput = {
  readonly fullName: string;
  readonly positionTitle: string | null;
  readonly unitId: string;
  readonly email: string | null;
  readonly phone: string | null;
};

export type PersonField = keyof PersonInput | 'username';
export type FieldFault = 'empty' | 'too_long' | 'email_shape' | 'phone_shape' | 'username_shape' | 'unit_unknown';
export type BadField = { readonly kind: 'bad_field'; readonly field: PersonField; readonly fault: FieldFault };

const emailShape = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]+$/;
const phoneShape = /^\+?\d{8,15}$/;
const usernameShape = /^[a-z0-9](?:[a-z0-9.-]{1,38})[a-z0-9]$/;

/** The first thing wrong, in the order of the form. */
export function personFault(input: PersonInput): BadField | undefined {
  const { fullName, positionTitle, unitId, email, phone } = input;
  if (fullName === '') return bad('fullName', 'empty');
  if (fullName.length > 120) return bad('fullName', 'too_long');
  if ((positionTitle ?? '').length > 200) return bad('positionTitle', 'too_long');
  if (unitId === '') return bad('unitId', 'empty');
  if (email !== null && (email.length > 200 || !emailShape.test(email))) return bad('email', 'email_shape');
  return phone !== null && !phoneShape.test(phone) ? bad('phone', 'phone_shape') : undefined;
}

export function emailFault(email: string): BadField | undefined {
  if (email === '') return bad('email', 'empty');
  return email.length > 200 || !emailShape.test(email) ? bad('email', 'email_shape') : undefined;
}

export function usernameFault(username: string): BadField | undefined {
  return usernameShape.test(username) ? undefined : bad('username', 'username_shape');
}

/** As typed, made comparable: composed, single spaces, addresses in lower case, telephone numbers without signs. */
export function tidyPerson(typed: Readonly<Record<keyof PersonInput, string>>): PersonInput {
  return {
    fullName: tidy(typed.fullName),
    positionTitle: tidy(typed.positionTitle) || null,
    unitId: typed.unitId.trim(),
    email: tidy(typed.email).toLowerCase() || null,
    phone: typed.phone.replace(/[\s().-]/g, '') || null,
  };
}

export function tidyUsername(typed: string): string {
  return typed.trim().toLowerCase();
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function bad(field: PersonField, fault: FieldFault): BadField {
  return { kind: 'bad_field', field, fault };
}
