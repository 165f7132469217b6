-- Awards decided at the centre: what was sent up, when, how and with what in it; received, returned for completion, answered.

create table central_package (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  edition integer not null constraint central_package_edition_positive check (edition > 0),
  number text not null constraint central_package_number_given check (length(trim(number)) > 0),
  sent_on date not null,
  way text not null constraint central_package_way_known check (way in ('system', 'post', 'hand')),
  note text,
  manifest jsonb not null,
  file_hash text not null references stored_file,
  sent_by uuid not null references person,
  sent_at timestamptz not null,
  receipt text,
  received_on date,
  returned_on date,
  return_reason text,
  version integer not null default 1,
  constraint central_package_edition_once unique (dossier_id, edition),
  constraint central_package_received_later check (received_on >= sent_on),
  constraint central_package_returned_whole check ((returned_on is null) = (return_reason is null) and returned_on >= sent_on),
  constraint central_package_receipt_whole check ((receipt is null) = (received_on is null))
);
comment on table central_package is 'Gói hồ sơ gửi cấp Nhà nước: số, ngày, cách gửi, danh mục tệp kèm mã băm, tệp nén đã gửi; tiếp nhận, trả lại bổ sung.';
create unique index central_package_one_open on central_package (dossier_id) where returned_on is null;

-- What was sent stays as it was sent.
create function central_package_kept() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.dossier_id, old.edition, old.number, old.sent_on, old.way, old.manifest, old.file_hash, old.sent_by, old.sent_at)
    is distinct from (new.dossier_id, new.edition, new.number, new.sent_on, new.way, new.manifest, new.file_hash, new.sent_by, new.sent_at)
  then
    raise exception 'central_package: gói đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger central_package_kept before update or delete on central_package for each row execute function central_package_kept();

grant select, insert, update on central_package to thidua_app;
