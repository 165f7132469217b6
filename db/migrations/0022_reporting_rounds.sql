-- Reporting rounds: forms built from sections, calls for reports, and what units send. An edition of a form never changes
-- and what was sent never changes: a new edition, a new sending.

create table report_form (
  id uuid primary key,
  family_id uuid not null,
  edition integer not null constraint report_form_edition_counts check (edition > 0),
  name text not null constraint report_form_named check (length(name) > 0),
  is_default boolean not null default false,
  created_by uuid references person,
  created_at timestamptz not null,
  constraint report_form_one_edition unique (family_id, edition),
  constraint report_form_by_somebody check (is_default or created_by is not null)
);
comment on table report_form is 'Mẫu báo cáo; mỗi lần sửa là một lần ban hành mới, lần cũ giữ nguyên.';

create table report_section (
  form_id uuid not null references report_form,
  position smallint not null constraint report_section_position check (position between 1 and 99),
  kind text not null constraint report_section_kind_known check (kind in ('narrative', 'indicators', 'pledges')),
  heading text not null constraint report_section_headed check (length(heading) > 0),
  guidance text not null default '',
  is_required boolean not null default false,
  constraint report_section_pk primary key (form_id, position),
  constraint report_section_tables_fill_themselves check (kind = 'narrative' or not is_required)
);
comment on table report_section is 'Các mục của một mẫu báo cáo: phần viết, bảng tự lấy từ số liệu.';
create trigger report_form_kept before update or delete on report_form for each row execute function refuse_change();
create trigger report_section_kept before update or delete on report_section for each row execute function refuse_change();

create table reporting_round (
  id uuid primary key,
  name text not null constraint reporting_round_named check (length(name) > 0),
  period text constraint reporting_round_period_shape check (period ~ '^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$'),
  first_day date not null,
  last_day date not null,
  form_id uuid not null references report_form,
  asked_day date not null,
  due_on date not null,
  stage text not null constraint reporting_round_stage_known check (stage in ('draft', 'open', 'closed', 'withdrawn')),
  version integer not null default 1,
  created_by uuid not null references person,
  created_at timestamptz not null,
  opened_by uuid references person,
  opened_at timestamptz,
  closed_by uuid references person,
  closed_at timestamptz,
  constraint reporting_round_forward check (last_day >= first_day),
  constraint reporting_round_due_moves_forward check (due_on >= asked_day),
  constraint reporting_round_opened check ((stage in ('open', 'closed')) = (opened_at is not null and opened_by is not null)),
  constraint reporting_round_closed check ((stage = 'closed') = (closed_at is not null and closed_by is not null))
);
comment on table reporting_round is 'Kỳ báo cáo: kỳ số liệu, mẫu, hạn gửi (asked_day là ngày được chọn, due_on là hạn sau khi tránh ngày nghỉ).';

create table round_unit (
  round_id uuid not null references reporting_round,
  unit_id uuid not null references unit,
  exempt_reason text,
  exempted_by uuid references person,
  exempted_at timestamptz,
  constraint round_unit_pk primary key (round_id, unit_id),
  constraint round_unit_exempt_with_reason check (
    (exempt_reason is null and exempted_by is null and exempted_at is null)
    or (length(exempt_reason) > 0 and exempted_by is not null and exempted_at is not null))
);
comment on table round_unit is 'Đơn vị phải gửi báo cáo trong kỳ; được miễn thì ghi lý do.';
create index round_unit_of_unit on round_unit (unit_id);

create table report (
  id uuid primary key,
  round_id uuid not null,
  unit_id uuid not null,
  stage text not null constraint report_stage_known check (stage in ('draft', 'presented', 'signed', 'received', 'returned')),
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  return_reason text,
  constraint report_is_expected foreign key (round_id, unit_id) references round_unit (round_id, unit_id),
  constraint report_one_a_unit unique (round_id, unit_id),
  constraint report_signed_by_somebody check (stage not in ('signed', 'received') or submitted_by is not null),
  constraint report_decided_by_somebody check (stage not in ('received', 'returned') or decided_by is not null),
  constraint report_four_eyes check (stage <> 'received' or decided_by <> submitted_by),
  constraint report_four_eyes_of_lender check (stage <> 'received' or submitted_for is null or decided_by <> submitted_for),
  constraint report_returned_with_reason check (stage <> 'returned' or length(return_reason) > 0)
);
comment on table report is 'Báo cáo của một đơn vị trong một kỳ báo cáo.';

create table report_text (
  report_id uuid not null references report,
  position smallint not null,
  body text not null,
  constraint report_text_pk primary key (report_id, position)
);
comment on table report_text is 'Phần đơn vị đang viết của báo cáo; khi ký gửi thì được chép vào lần gửi và không đổi nữa.';

-- What is with the receiver is not written on; and no door lets a scheme under the rules on state secrets in.
create function report_text_guard() returns trigger
  language plpgsql as $$
begin
  if exists (select from report r where r.id = new.report_id and r.stage in ('signed', 'received')) then
    raise exception 'append_only: báo cáo đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from scheme s where s.is_secret and position(s.code in upper(new.body)) > 0) then
    raise exception 'secret_scheme: nội dung thuộc phạm vi bí mật nhà nước không nhập vào hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger report_text_guarded before insert or update on report_text for each row execute function report_text_guard();

create table report_sending (
  report_id uuid not null references report,
  number integer not null constraint report_sending_counts check (number > 0),
  content jsonb not null,
  digest text not null,
  signed_by uuid not null references person,
  signed_for uuid references person,
  signed_at timestamptz not null,
  recalled_at timestamptz,
  constraint report_sending_pk primary key (report_id, number)
);
comment on table report_sending is 'Mỗi lần ký gửi: toàn văn và các bảng như lúc ký, không bao giờ thay đổi.';
create function report_sending_kept() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.recalled_at is not null or to_jsonb(old) - 'recalled_at' <> to_jsonb(new) - 'recalled_at' then
    raise exception 'append_only: báo cáo đã gửi không được sửa hoặc xóa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger report_sending_frozen before update or delete on report_sending for each row execute function report_sending_kept();

grant select, insert on report_form, report_section, report_sending to thidua_app;
grant update (recalled_at) on report_sending to thidua_app;
grant select, insert, update on reporting_round, round_unit, report, report_text to thidua_app;

-- The form there is from the start, after what the directive asks to be reported; said to be a default wherever it shows.
insert into report_form (id, family_id, edition, name, is_default, created_at)
values ('00000022-0000-7000-8000-000000000001', '00000022-0000-7000-8000-000000000001', 1,
  'Báo cáo kết quả thực hiện phong trào thi đua', true, now());
insert into report_section (form_id, position, kind, heading, guidance, is_required)
select '00000022-0000-7000-8000-000000000001', s.position, s.kind, s.heading, s.guidance, s.is_required
from (values
  (1, 'narrative', 'Chỉ đạo, tổ chức thực hiện', 'Việc ban hành kế hoạch, đăng ký chỉ tiêu, phát động, tuyên truyền, kiểm tra trong kỳ.', true),
  (2, 'narrative', 'Kết quả theo từng lĩnh vực', 'Kinh tế; văn hóa, xã hội; môi trường; xây dựng Đảng, hệ thống chính trị; quốc phòng, an ninh. Nêu việc đã làm và kết quả chính; số liệu xem ở bảng bên dưới.', true),
  (3, 'indicators', 'Bảng chỉ tiêu của đơn vị', 'Tự lấy từ số liệu đã xác nhận. Số chưa có thì nhập và gửi duyệt ở mục Nhập số liệu.', false),
  (4, 'narrative', 'Kết quả theo nội dung, tiêu chí thi đua của từng đề án', 'Nêu theo từng đề án đơn vị chủ trì hoặc tham gia, lần lượt từng tiêu chí.', true),
  (5, 'pledges', 'Bảng đăng ký chỉ tiêu thi đua của đơn vị', 'Tự lấy từ các đăng ký đã được tiếp nhận của năm.', false),
  (6, 'narrative', 'Sáng kiến, mô hình, cách làm hay', 'Tên mô hình, nơi làm, hiệu quả bằng số liệu, khả năng nhân rộng. Chưa có thì ghi “Chưa có”.', true),
  (7, 'narrative', 'Khó khăn, vướng mắc', 'Khó khăn, nguyên nhân. Không có thì ghi “Không có”.', true),
  (8, 'narrative', 'Đề xuất, kiến nghị', 'Nêu rõ kiến nghị với cơ quan nào, việc gì. Không có thì ghi “Không có”.', true),
  (9, 'narrative', 'Nhiệm vụ trọng tâm kỳ tới', '', false)
) as s (position, kind, heading, guidance, is_required);
