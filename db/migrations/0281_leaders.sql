-- Who leads a block: whether each meets the standard as a person found, and who is chosen to be proposed for Cờ thi đua của Chính phủ within the quota.

create table leader_word (
  judgement_id uuid not null,
  unit_id uuid not null,
  meets boolean,
  meets_reason text not null default '',
  meets_by uuid references person,
  meets_at timestamptz,
  is_chosen boolean not null default false,
  chosen_reason text not null default '',
  chosen_by uuid references person,
  chosen_at timestamptz,
  version integer not null default 1,
  constraint leader_word_pk primary key (judgement_id, unit_id),
  constraint leader_word_of_result foreign key (judgement_id, unit_id) references judgement_result (judgement_id, unit_id),
  constraint leader_word_found_whole check ((meets is null) = (meets_at is null) and (meets is null or length(trim(meets_reason)) > 0)),
  constraint leader_word_chosen_meets check (not is_chosen or (meets is true and chosen_at is not null and length(trim(chosen_reason)) > 0))
);
comment on table leader_word is 'Đơn vị dẫn đầu cụm, khối theo kết quả đã chốt: người thẩm định kết luận đạt tiêu chuẩn Cờ thi đua cấp tỉnh hay không (meets, trống là chưa kết luận); is_chosen: được chọn đề nghị Cờ thi đua của Chính phủ trong tỷ lệ cho phép.';

create table leader_number (
  from_year smallint primary key constraint leader_number_year check (from_year between 2000 and 2100),
  per_block smallint not null constraint leader_number_positive check (per_block between 1 and 20),
  is_default boolean not null,
  source text not null constraint leader_number_sourced check (length(trim(source)) > 0),
  set_by uuid references person,
  set_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table leader_number is 'Số đơn vị dẫn đầu của mỗi cụm, khối, áp dụng từ năm. is_default: mặc định của hệ thống, tỉnh chưa xác nhận.';
insert into leader_number (from_year, per_block, is_default, source)
values (2000, 1, true, 'Suy luận từ Luật Thi đua, khen thưởng Điều 26.1 (“tập thể dẫn đầu”): mỗi cụm, khối một đơn vị. Không văn bản nào đã đọc ghi số lượng; tỉnh chưa xác nhận.');

grant select, insert, update on leader_word, leader_number to thidua_app;
