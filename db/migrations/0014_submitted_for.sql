-- Người gửi theo ủy quyền gửi thay ai: bên giao quyền cũng không được tự xác nhận (bốn mắt).
alter table actual add column submitted_for uuid references person;
alter table actual add constraint actual_four_eyes_of_lender check (stage <> 'verified' or submitted_for is null or decided_by <> submitted_for);
alter table pledge add column submitted_for uuid references person;
alter table pledge add constraint pledge_four_eyes_of_lender check (stage <> 'accepted' or submitted_for is null or decided_by <> submitted_for);

-- Tử số, mẫu số, ghi chú, người gửi của số liệu đã gửi cũng không được sửa.
create function actual_keep_parts() returns trigger
  language plpgsql as $$
begin
  if old.stage not in ('entered', 'returned') and
     (old.numerator, old.denominator, old.note, old.correction_reason, old.submitted_by, old.submitted_for)
     is distinct from
     (new.numerator, new.denominator, new.note, new.correction_reason, new.submitted_by, new.submitted_for)
  then
    raise exception 'append_only: số liệu đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger actual_parts_kept before update on actual for each row execute function actual_keep_parts();
