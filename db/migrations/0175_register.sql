-- The register of who is commended: what is known of each holder over the years, and holders that were entered twice.

create table holder_post (
  id uuid primary key,
  holder_id uuid not null references holder,
  title text not null constraint holder_post_titled check (length(trim(title)) > 0),
  place text not null default '',
  first_day date,
  last_day date,
  source text not null constraint holder_post_sourced check (length(trim(source)) > 0),
  entered_by uuid references person,
  entered_at timestamptz not null,
  removed_at timestamptz,
  constraint holder_post_forward check (last_day >= first_day)
);
comment on table holder_post is 'Chức vụ, vị trí công tác của cá nhân theo thời gian; ngày không rõ để trống.';
create index holder_post_holder on holder_post (holder_id);

create table holder_year (
  holder_id uuid not null references holder,
  year integer not null constraint holder_year_range check (year between 1945 and 2100),
  level text not null constraint holder_year_level_known check (level in ('failed', 'completed', 'good', 'excellent')),
  source text not null constraint holder_year_sourced check (length(trim(source)) > 0),
  version integer not null default 1,
  import_id uuid references import_run,
  entered_by uuid references person,
  entered_at timestamptz not null,
  constraint holder_year_pk primary key (holder_id, year)
);
comment on table holder_year is 'Xếp loại mức độ hoàn thành nhiệm vụ hằng năm của cá nhân, tập thể, có nguồn. Năm không có dòng là chưa biết.';

create table holder_discipline (
  id uuid primary key,
  holder_id uuid not null references holder,
  level text not null constraint holder_discipline_level_said check (length(trim(level)) > 0),
  first_day date not null,
  last_day date,
  decision_number text not null constraint holder_discipline_numbered check (length(trim(decision_number)) > 0),
  source text,
  entered_by uuid references person,
  entered_at timestamptz not null,
  removed_at timestamptz,
  constraint holder_discipline_forward check (last_day >= first_day)
);
comment on table holder_discipline is 'Kỷ luật: hình thức, từ ngày, đến hết ngày (trống: chưa rõ), số quyết định.';
create index holder_discipline_holder on holder_discipline (holder_id);

create table holder_pending (
  id uuid primary key,
  holder_id uuid not null references holder,
  kind text not null constraint holder_pending_kind_known check (
    kind in ('discipline', 'investigation', 'inspection', 'complaint', 'denunciation', 'press', 'other')),
  note text not null default '',
  since date,
  until date,
  source text not null constraint holder_pending_sourced check (length(trim(source)) > 0),
  entered_by uuid references person,
  entered_at timestamptz not null,
  removed_at timestamptz,
  constraint holder_pending_forward check (until >= since)
);
comment on table holder_pending is 'Vụ việc đang xem xét, xác minh (Nghị định 152/2025, Điều 4); until: ngày kết thúc, trống là còn đang xem xét.';
create index holder_pending_holder on holder_pending (holder_id);

create table holder_members (
  holder_id uuid not null references holder,
  year integer not null constraint holder_members_year_range check (year between 1945 and 2100),
  total integer not null constraint holder_members_total_positive check (total > 0),
  completed integer constraint holder_members_completed_range check (completed between 0 and total),
  disciplined integer constraint holder_members_disciplined_range check (disciplined between 0 and total),
  held jsonb not null default '{}' constraint holder_members_held_counts check (jsonb_typeof(held) = 'object'),
  source text not null constraint holder_members_sourced check (length(trim(source)) > 0),
  version integer not null default 1,
  entered_by uuid references person,
  entered_at timestamptz not null,
  constraint holder_members_pk primary key (holder_id, year)
);
comment on table holder_members is 'Cá nhân trong tập thể theo năm: tổng số, hoàn thành nhiệm vụ, bị kỷ luật từ cảnh cáo trở lên, số đạt từng danh hiệu (held: mã danh hiệu và số người). Trống là chưa biết.';

create table holder_block (
  holder_id uuid not null references holder,
  year integer not null constraint holder_block_year_range check (year between 1945 and 2100),
  in_block boolean not null,
  organised_by text constraint holder_block_organiser_known check (organised_by in ('province', 'centre')),
  rank integer constraint holder_block_rank_positive check (rank > 0),
  exceeded boolean,
  source text not null constraint holder_block_sourced check (length(trim(source)) > 0),
  version integer not null default 1,
  entered_by uuid references person,
  entered_at timestamptz not null,
  constraint holder_block_pk primary key (holder_id, year),
  constraint holder_block_none_says_nothing check (in_block or (organised_by is null and rank is null and exceeded is null))
);
comment on table holder_block is 'Kết quả của tập thể trong cụm, khối thi đua theo năm: thứ hạng, có vượt chỉ tiêu, nhiệm vụ hay không. Trống là chưa biết.';

create table holder_checked (
  holder_id uuid not null references holder,
  fact text not null constraint holder_checked_fact_known check (fact in ('awards', 'initiatives', 'discipline', 'pending')),
  source text not null constraint holder_checked_sourced check (length(trim(source)) > 0),
  checked_by uuid references person,
  checked_at timestamptz not null,
  constraint holder_checked_pk primary key (holder_id, fact)
);
comment on table holder_checked is 'Mục đã được xác nhận là đầy đủ trong sổ của một đối tượng: có xác nhận thì không có dòng nghĩa là không có; chưa xác nhận thì nghĩa là chưa biết.';

create table holder_initiative (
  holder_id uuid not null references holder,
  initiative_id uuid not null references initiative,
  confirmed_by uuid references person,
  confirmed_at timestamptz not null,
  constraint holder_initiative_pk primary key (initiative_id, holder_id)
);
comment on table holder_initiative is 'Người đã xác nhận đối tượng này là tác giả của sáng kiến (khi tác giả không có tài khoản).';
create index holder_initiative_holder on holder_initiative (holder_id);

create table unit_ground (
  unit_id uuid primary key references unit,
  is_border boolean,
  is_hard_to_reach boolean,
  source text not null constraint unit_ground_sourced check (length(trim(source)) > 0),
  version integer not null default 1,
  entered_by uuid references person,
  entered_at timestamptz not null
);
comment on table unit_ground is 'Xã biên giới; địa bàn đặc biệt khó khăn, vùng sâu, vùng xa: do người có thẩm quyền ghi, có văn bản làm nguồn. Trống là chưa biết.';

create table holder_merge (
  id uuid primary key,
  kept_id uuid not null references holder,
  merged_id uuid not null references holder,
  reason text not null constraint holder_merge_reasoned check (length(trim(reason)) > 0),
  moved jsonb not null,
  merged_by uuid references person,
  merged_at timestamptz not null,
  undone_by uuid references person,
  undone_at timestamptz,
  undone_reason text,
  constraint holder_merge_of_two check (kept_id <> merged_id),
  constraint holder_merge_undone_whole check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_reason is null))
);
comment on table holder_merge is 'Hai dòng của cùng một đối tượng được nhập làm một: dòng giữ lại, dòng nhập vào, những gì đã chuyển; hoàn lại được.';
create unique index holder_merge_standing on holder_merge (merged_id) where undone_at is null;
create index holder_merge_kept on holder_merge (kept_id);

create table holder_apart (
  one_id uuid not null references holder,
  other_id uuid not null references holder,
  reason text not null constraint holder_apart_reasoned check (length(trim(reason)) > 0),
  decided_by uuid references person,
  decided_at timestamptz not null,
  constraint holder_apart_pk primary key (one_id, other_id),
  constraint holder_apart_ordered check (one_id < other_id)
);
comment on table holder_apart is 'Hai đối tượng trông như trùng nhưng đã được xác nhận là hai người, hai tập thể khác nhau.';

-- A merged row is not written on, and what was given by a decision here keeps its content.
create function holder_part_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from holder h where h.id = new.holder_id and h.merged_into is not null) then
    raise exception '%: đối tượng đã nhập vào dòng khác, không ghi thêm vào dòng cũ', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
do $$
declare
  part text;
begin
  foreach part in array array['honour', 'holder_post', 'holder_year', 'holder_discipline', 'holder_pending', 'holder_members', 'holder_block',
    'holder_checked', 'holder_initiative']
  loop
    execute format('create trigger %I before insert on %I for each row execute function holder_part_kept()', part || '_of_kept', part);
  end loop;
end
$$;

create function honour_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.nominee_id is not null and
     (old.award_code, old.year, old.kind, old.decision_number, old.decided_on, old.decided_by, old.nominee_id)
     is distinct from (new.award_code, new.year, new.kind, new.decision_number, new.decided_on, new.decided_by, new.nominee_id)
  then
    raise exception 'honour: khen thưởng theo quyết định ban hành trong hệ thống không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  if old.revoked_on is not null and new.revoked_on is distinct from old.revoked_on then
    raise exception 'honour: đã hủy bỏ, không sửa ngày hủy bỏ' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger honour_content_kept before update on honour for each row execute function honour_keep_content();

create index honour_recent on honour (year desc, decided_on desc, id desc);
create index honour_number_fold on honour (lower(decision_number) text_pattern_ops);
create index honour_import on honour (import_id) where import_id is not null;
create index holder_person on holder (person_id) where person_id is not null;

-- Whatever list of kinds stands there by now, and this.
do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said
    from pg_constraint c where c.conname = 'import_run_kind_known'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', 'ARRAY[''honours''::text, '));
  end loop;
end
$$;

grant select, insert, update on holder_post, holder_year, holder_discipline, holder_pending, holder_members, holder_block, holder_merge,
  unit_ground to thidua_app;
grant select, insert, update, delete on holder_checked, holder_initiative, holder_year, holder_members, holder_block, holder_apart to thidua_app;
