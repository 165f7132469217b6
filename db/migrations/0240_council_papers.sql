-- Papers in a secret vote: who handed one in is marked, what they say is entered twice by two people and falls into the urn without a name (ADR 0209).

alter table council_ballot_issue alter column blinded drop not null;
alter table council_ballot_issue drop constraint council_ballot_issue_manner_known;
alter table council_ballot_issue add constraint council_ballot_issue_manner_known check (manner in ('session', 'written', 'paper'));
alter table council_ballot_issue add constraint council_ballot_issue_blinded check ((manner = 'paper') = (blinded is null));
comment on table council_ballot_issue is 'Phiếu kín phát ra: ai đã nhận phiếu, kèm nội dung đã làm mù mà máy chủ ký (RFC 9474). Nội dung làm mù khớp với mọi phiếu trong hòm như nhau nên không cho biết phiếu nào của ai. paper: thành viên vắng đã gửi phong bì phiếu giấy, không nhận phiếu điện tử nữa; trả lại phong bì được khi chưa mở.';

create table council_paper_count (
  poll_id uuid constraint council_paper_count_once primary key references council_poll,
  papers integer not null constraint council_paper_count_some check (papers > 0),
  entered_by uuid not null references person,
  witnessed_by uuid not null references person,
  constraint council_paper_count_two_people check (entered_by <> witnessed_by)
);
comment on table council_paper_count is 'Phiếu giấy của một mục phiếu kín đã mở và vào hòm: bao nhiêu phiếu, hai người nào cùng nhập. Không có nội dung.';
create trigger council_paper_count_kept before update or delete on council_paper_count for each row execute function refuse_change();

create table council_paper_entry (
  poll_id uuid constraint council_paper_entry_once primary key references council_poll,
  sealed bytea not null,
  entered_by uuid not null references person
);
comment on table council_paper_entry is 'Lần nhập thứ nhất của phiếu giấy, niêm phong bằng khóa của hòm, độ dài như nhau; mất đi khi người chứng kiến nhập lại giống hệt và phiếu vào hòm.';

create function council_ballot_issue_keep() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' or old.manner <> 'paper'
     or exists (select from council_paper_count c where c.poll_id = old.poll_id)
     or exists (select from council_poll p where p.id = old.poll_id and p.closed_at is not null) then
    raise exception 'append_only: phiếu đã phát ra không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
drop trigger council_ballot_issue_kept on council_ballot_issue;
create trigger council_ballot_issue_kept before update or delete on council_ballot_issue
  for each row execute function council_ballot_issue_keep();

grant delete on council_ballot_issue to thidua_app;
grant select, insert on council_paper_count to thidua_app;
grant select, insert, update, delete on council_paper_entry to thidua_app;
