-- Report forms made in the app: an edition is drafted, then published, and from then on never changes. A section keeps its
-- number (position) through all editions of its form, so that what was typed for it stays with it; where it stands in an
-- edition is its place.

alter table report_form
  add column stage text not null default 'published'
    constraint report_form_stage_known check (stage in ('draft', 'published', 'withdrawn')),
  add column version integer not null default 1,
  add column published_by uuid references person,
  add column published_at timestamptz,
  drop constraint report_form_one_edition,
  drop constraint report_form_by_somebody,
  add constraint report_form_by_somebody check (is_default or (created_by is not null and (stage <> 'published' or published_by is not null))) not valid;
alter table report_form alter column stage drop default;
create unique index report_form_one_edition on report_form (family_id, edition) where stage <> 'withdrawn';
create unique index report_form_one_draft on report_form (family_id) where stage = 'draft';

drop trigger report_section_kept on report_section;
alter table report_section
  add column place smallint,
  add column unit_kinds text[],
  add column indicator_codes text[] not null default '{}',
  drop constraint report_section_position,
  drop constraint report_section_kind_known,
  drop constraint report_section_tables_fill_themselves,
  add constraint report_section_position check (position between 1 and 9999),
  add constraint report_section_kind_known check (kind in (
    'narrative', 'criteria', 'indicator_list', 'indicators', 'pledges', 'plans', 'attachments')),
  add constraint report_section_tables_fill_themselves check (kind not in ('indicators', 'pledges', 'plans') or not is_required),
  add constraint report_section_lists_indicators check ((kind = 'indicator_list') = (cardinality(indicator_codes) > 0)),
  add constraint report_section_of_some_kind check (unit_kinds is null or cardinality(unit_kinds) > 0);
update report_section set place = position;
alter table report_section alter column place set not null;
alter table report_section add constraint report_section_one_place unique (form_id, place) deferrable initially deferred;
comment on column report_section.position is 'Số của mục, giữ nguyên qua các bản của mẫu; thứ tự trong bản là place.';

create function report_form_kept() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.stage <> 'draft' then
    raise exception 'report_form: bản mẫu đã ban hành hoặc đã bỏ không được đổi' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
drop trigger report_form_kept on report_form;
create trigger report_form_kept before update or delete on report_form for each row execute function report_form_kept();

create function report_section_kept() returns trigger
  language plpgsql as $$
begin
  if not exists (select from report_form f where f.id = coalesce(new.form_id, old.form_id) and f.stage = 'draft') then
    raise exception 'report_form: các mục của bản mẫu đã ban hành không được đổi' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger report_section_kept before insert or update or delete on report_section for each row execute function report_section_kept();

create function reporting_round_form_published() returns trigger
  language plpgsql as $$
begin
  if not exists (select from report_form f where f.id = new.form_id and f.stage = 'published') then
    raise exception 'reporting_round: chỉ dùng bản mẫu đã ban hành' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger reporting_round_form_published before insert or update of form_id on reporting_round
  for each row execute function reporting_round_form_published();

grant update on report_form to thidua_app;
grant update, delete on report_section to thidua_app;

-- A section may ask for several texts: one for each criterion of a scheme, one for each indicator.
alter table report_text
  add column part text not null default '',
  drop constraint report_text_pk,
  add constraint report_text_pk primary key (report_id, position, part);
comment on column report_text.part is 'Mã tiêu chí hoặc chỉ tiêu mà phần viết nói tới; trống là phần viết chung của mục.';

-- What hangs on a report is frozen with its sending, and no name lets a scheme under the rules on state secrets in.
create function report_attachment_guard() returns trigger
  language plpgsql as $$
begin
  if exists (select from report r where r.id = new.subject_id and r.stage in ('signed', 'received')) then
    raise exception 'append_only: báo cáo đã gửi không được thêm, bớt tệp' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from scheme s where s.is_secret and position(s.code in upper(new.name)) > 0) then
    raise exception 'secret_scheme: nội dung thuộc phạm vi bí mật nhà nước không nhập vào hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger report_attachment_guarded before insert or update on attachment for each row
  when (new.subject_kind = 'report') execute function report_attachment_guard();

-- The second edition of the default form: results by the four fields of the directive (I.1 to I.4) and by criterion of the
-- schemes, tables of plans, papers.
insert into report_form (id, family_id, edition, name, is_default, stage, created_at)
values ('00000061-0000-7000-8000-000000000001', '00000022-0000-7000-8000-000000000001', 2,
  'Báo cáo kết quả thực hiện phong trào thi đua', true, 'draft', now());
insert into report_section (form_id, place, position, kind, heading, guidance, is_required)
select '00000061-0000-7000-8000-000000000001', s.place, s.position, s.kind, s.heading, s.guidance, s.is_required
from (values
  (1, 1, 'narrative', 'Chỉ đạo, tổ chức thực hiện', 'Việc ban hành kế hoạch, đăng ký chỉ tiêu, phát động, tuyên truyền, kiểm tra trong kỳ.', true),
  (2, 10, 'narrative', 'Kết quả trong lĩnh vực phát triển kinh tế', 'Việc đã làm và kết quả chính trong kỳ (mục I.1 của Chỉ thị). Không có thì ghi “Không có”.', true),
  (3, 11, 'narrative', 'Kết quả trong lĩnh vực xã hội', 'Việc đã làm và kết quả chính trong kỳ (mục I.2 của Chỉ thị). Không có thì ghi “Không có”.', true),
  (4, 12, 'narrative', 'Kết quả trong lĩnh vực môi trường', 'Việc đã làm và kết quả chính trong kỳ (mục I.3 của Chỉ thị). Không có thì ghi “Không có”.', true),
  (5, 13, 'narrative', 'Kết quả xây dựng Đảng và hệ thống chính trị', 'Việc đã làm và kết quả chính trong kỳ (mục I.4 của Chỉ thị). Không có thì ghi “Không có”.', true),
  (6, 3, 'indicators', 'Bảng chỉ tiêu của đơn vị', 'Tự lấy từ số liệu đã xác nhận. Số chưa có thì nhập và gửi duyệt ở mục Nhập số liệu.', false),
  (7, 4, 'criteria', 'Kết quả theo nội dung, tiêu chí thi đua của từng đề án', 'Viết cho từng tiêu chí của các đề án đơn vị chủ trì, phối hợp, có kế hoạch hoặc đăng ký; đề án khác viết ở phần chung.', true),
  (8, 14, 'plans', 'Tiến độ kế hoạch của đơn vị', 'Tự lấy từ các kế hoạch đã phê duyệt và tiến độ đã báo cáo.', false),
  (9, 5, 'pledges', 'Bảng đăng ký chỉ tiêu thi đua của đơn vị', 'Tự lấy từ các đăng ký đã được tiếp nhận của năm.', false),
  (10, 6, 'narrative', 'Sáng kiến, mô hình, cách làm hay', 'Tên mô hình, nơi làm, hiệu quả bằng số liệu, khả năng nhân rộng. Chưa có thì ghi “Chưa có”.', true),
  (11, 7, 'narrative', 'Khó khăn, vướng mắc', 'Khó khăn, nguyên nhân. Không có thì ghi “Không có”.', true),
  (12, 8, 'narrative', 'Đề xuất, kiến nghị', 'Nêu rõ kiến nghị với cơ quan nào, việc gì. Không có thì ghi “Không có”.', true),
  (13, 9, 'narrative', 'Nhiệm vụ trọng tâm kỳ tới', '', false),
  (14, 15, 'attachments', 'Tệp kèm theo', 'Bản ký đóng dấu đã quét, phụ lục. Không bắt buộc.', false)
) as s (place, position, kind, heading, guidance, is_required);
update report_form set stage = 'published', published_at = created_at where id = '00000061-0000-7000-8000-000000000001';
