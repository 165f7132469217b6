-- Reports of achievements, what they have in common with others, and what was handed in each time.

create table nominee_report (
  nominee_id uuid primary key references nominee on delete cascade,
  form text not null constraint nominee_report_form_shape check (form ~ '^[a-z_]{3,40}$'),
  until_on date,
  sections jsonb not null constraint nominee_report_sections_object check (jsonb_typeof(sections) = 'object'),
  file_hash text references stored_file,
  file_text text,
  version integer not null default 1,
  written_by uuid not null references person,
  written_at timestamptz not null,
  constraint nominee_report_file_whole check (file_text is null or file_hash is not null)
);
comment on table nominee_report is 'Báo cáo thành tích của một đối tượng trong hồ sơ: soạn theo mục, hoặc tải tệp lên (file_text: chữ đọc được trong tệp). until_on: thành tích tính đến ngày.';

create function nominee_report_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from nominee n join dossier d on d.id = n.dossier_id
    where n.id = coalesce(new.nominee_id, old.nominee_id) and d.stage not in ('draft', 'returned'))
  then
    raise exception 'nominee_report: báo cáo đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger nominee_report_content_kept before insert or update or delete on nominee_report
  for each row execute function nominee_report_kept();

create table nominee_print (
  nominee_id uuid primary key references nominee on delete cascade,
  words integer not null constraint nominee_print_words_range check (words >= 0),
  prints integer[] not null
);
comment on table nominee_print is 'Dấu của tóm tắt và báo cáo thành tích để tìm báo cáo chép của nhau (app/kernel/alike.ts); tính lại mỗi lần lưu.';
create index nominee_print_gin on nominee_print using gin (prints);

create table dossier_edition (
  dossier_id uuid not null references dossier,
  edition integer not null constraint dossier_edition_counted check (edition > 0),
  submitted_by uuid not null references person,
  submitted_at timestamptz not null,
  content jsonb not null,
  primary key (dossier_id, edition)
);
comment on table dossier_edition is 'Nội dung hồ sơ mỗi lần gửi: để thấy gửi lại khác lần trước ở đâu. Chỉ thêm, không sửa.';
create trigger dossier_edition_frozen before update or delete on dossier_edition for each row execute function refuse_change();

grant select, insert, update, delete on nominee_report, nominee_print to thidua_app;
grant select, insert on dossier_edition to thidua_app;
