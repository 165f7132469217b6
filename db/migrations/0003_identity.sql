-- People, accounts, sessions, roles. Secrets are stored hashed (tokens) or sealed (AES-256-GCM under the data key).

create table person (
  id uuid primary key,
  full_name text not null,
  name_fold text generated always as (fold_vi(full_name)) stored,
  position_title text,
  unit_id uuid not null references unit,
  email_sealed bytea,
  email_lookup bytea constraint person_email_unique unique,
  phone_sealed bytea,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table person is 'Người dùng; thư điện tử và điện thoại được mã hóa.';
create index person_unit on person (unit_id);
create index person_search on person using gin (name_fold gin_trgm_ops);

create table account (
  id uuid primary key,
  person_id uuid not null references person constraint account_person_unique unique,
  username text not null constraint account_username_unique unique
    constraint account_username_lower check (username = lower(username)),
  state text not null constraint account_state_known check (state in ('invited', 'active', 'disabled')),
  password_hash text,
  password_set_at timestamptz,
  failed_count integer not null default 0,
  locked_until timestamptz,
  totp_secret_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  version integer not null default 1,
  created_at timestamptz not null,
  last_signed_in_at timestamptz
);
comment on table account is 'Tài khoản đăng nhập: mật khẩu băm Argon2id, khóa sau nhiều lần sai, yếu tố thứ hai.';

create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account_id, code_hash)
);
comment on table recovery_code is 'Mã dự phòng dùng một lần khi mất thiết bị xác thực.';

create table passkey (
  id uuid primary key,
  account_id uuid not null references account,
  credential_id text not null constraint passkey_credential_unique unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table passkey is 'Khóa truy cập (passkey) của tài khoản.';
create index passkey_account on passkey (account_id);

create table session (
  id uuid primary key,
  token_hash bytea not null constraint session_token_unique unique,
  account_id uuid not null references account,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  method text not null constraint session_method_known check (method in ('password', 'passkey', 'outside', 'invitation')),
  has_second_factor boolean not null default false,
  address text,
  agent text,
  ended_at timestamptz,
  end_reason text constraint session_end_reason_known check (end_reason in ('signed_out', 'idle', 'too_old', 'revoked', 'password_changed', 'disabled', 'signed_in_again')),
  constraint session_end_together check ((ended_at is null) = (end_reason is null))
);
comment on table session is 'Phiên đăng nhập; chỉ lưu mã băm của khóa phiên.';
create index session_account on session (account_id) where ended_at is null;

create table invitation (
  id uuid primary key,
  token_hash bytea not null constraint invitation_token_unique unique,
  account_id uuid not null references account,
  purpose text not null constraint invitation_purpose_known check (purpose in ('first_password', 'reset_password')),
  created_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table invitation is 'Đường dẫn một lần để đặt mật khẩu.';

-- What stands between two requests of one sign-in: password given and second factor asked, a challenge, a visit elsewhere.
create table sign_in_step (
  id uuid primary key,
  token_hash bytea not null constraint sign_in_step_token_unique unique,
  kind text not null constraint sign_in_step_kind_known check (kind in ('second_factor', 'passkey_sign_in', 'passkey_add', 'outside')),
  account_id uuid references account,
  facts_sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table sign_in_step is 'Bước đang dở của một lần đăng nhập; dùng một lần, hết hạn sau vài phút.';

create table outside_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  linked_at timestamptz not null,
  constraint outside_identity_pk primary key (issuer, subject)
);
comment on table outside_identity is 'Danh tính từ hệ thống đăng nhập ngoài (OpenID Connect).';

create table api_token (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null,
  token_hash bytea not null constraint api_token_hash_unique unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
comment on table api_token is 'Khóa API do người dùng tạo, có phạm vi, thu hồi được.';
create index api_token_account on api_token (account_id);

create table role_holding (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null constraint role_holding_role_known check (role in (
    'officer', 'head', 'indicator_owner', 'appraiser', 'inspector', 'council_secretary', 'council_member',
    'deciding_authority', 'block_lead', 'auditor', 'administrator')),
  unit_id uuid not null references unit,
  valid_from date not null,
  valid_until date,
  basis text,
  version integer not null default 1,
  constraint role_holding_forward check (valid_until >= valid_from),
  constraint role_holding_no_overlap exclude using gist (person_id with =, role with =, unit_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table role_holding is 'Vai trò của người tại đơn vị, có hiệu lực xuống các đơn vị trực thuộc; ngày kết thúc không tính.';
create index role_holding_unit on role_holding (unit_id, role);

create table delegation (
  id uuid primary key,
  holding_id uuid not null references role_holding,
  to_person_id uuid not null references person,
  valid_from date not null,
  valid_until date not null,
  reason text not null,
  revoked_at timestamptz,
  constraint delegation_forward check (valid_until >= valid_from),
  constraint delegation_no_overlap exclude using gist (
    holding_id with =, to_person_id with =, daterange(valid_from, valid_until, '[]') with &&) where (revoked_at is null)
);
comment on table delegation is 'Ủy quyền có thời hạn một vai trò cho người khác; tính cả ngày cuối.';
create index delegation_to on delegation (to_person_id);

create table parked_form (
  id uuid primary key,
  token_hash bytea not null constraint parked_form_token_unique unique,
  account_id uuid references account,
  path text not null,
  body_sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table parked_form is 'Nội dung đang nhập khi phiên hết hạn, giữ lại cho đến khi đăng nhập lại.';

grant select, insert, update on person, account, passkey, session, invitation, outside_identity, api_token, role_holding, delegation to thidua_app;
grant delete on passkey, session, invitation, outside_identity to thidua_app;
grant select, insert, update, delete on recovery_code, parked_form, sign_in_step to thidua_app;
