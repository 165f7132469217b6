-- Two more tables that fill themselves in a report: initiatives recognised in the round's time, and what inspections found with
-- how far it was put right. The default form gets both in its third edition.

alter table report_section
  drop constraint report_section_kind_known,
  drop constraint report_section_tables_fill_themselves,
  add constraint report_section_kind_known check (kind in (
    'narrative', 'criteria', 'indicator_list', 'indicators', 'pledges', 'plans', 'initiatives', 'findings', 'attachments')),
  add constraint report_section_tables_fill_themselves check (
    kind not in ('indicators', 'pledges', 'plans', 'initiatives', 'findings') or not is_required);

-- Unless the province has made a newer edition of its own.
insert into report_form (id, family_id, edition, name, is_default, stage, created_at)
select '00000140-0000-7000-8000-000000000001', f.family_id, 3, f.name, true, 'draft', now()
from report_form f
where f.id = '00000061-0000-7000-8000-000000000001'
  and not exists (select from report_form n where n.family_id = f.family_id and n.edition > 2);
insert into report_section (form_id, place, position, kind, heading, guidance, is_required)
select n.id, s.place, s.position, s.kind, s.heading, s.guidance, s.is_required
from report_form n, (
  select s.place * 10 as place, s.position, s.kind, s.heading, s.guidance, s.is_required
  from report_section s where s.form_id = '00000061-0000-7000-8000-000000000001'
  union all values
    (101, 16, 'initiatives', 'Bảng sáng kiến, mô hình được công nhận trong kỳ', 'Tự lấy các sáng kiến, mô hình có quyết định công nhận trong kỳ.', false),
    (102, 17, 'findings', 'Bảng tồn tại, kiến nghị qua kiểm tra', 'Tự lấy các tồn tại, kiến nghị phải khắc phục trong kỳ, với hạn và tình trạng đến hết kỳ.', false)
) s
where n.id = '00000140-0000-7000-8000-000000000001';
update report_form set stage = 'published', published_at = created_at where id = '00000140-0000-7000-8000-000000000001';
