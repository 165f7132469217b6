-- Whoever is added to a list that is already shown is shown for a whole term of their own; the others keep theirs. The list runs until the last of them.

alter table public_list_item
  add column shown_on date,
  add column closes_on date,
  add column added_reason text,
  add column withdrawn_reason text;
update public_list_item i set shown_on = l.opened_on, closes_on = l.closes_on from public_list l where l.id = i.list_id;
alter table public_list_item
  alter column shown_on set not null,
  alter column closes_on set not null,
  add constraint public_list_item_period check (closes_on > shown_on),
  add constraint public_list_item_withdrawn_whole check (withdrawn_reason is null or (withdrawn_at is not null and length(trim(withdrawn_reason)) > 0)),
  add constraint public_list_item_added_with_reason check (added_reason is null or length(trim(added_reason)) > 0);
comment on column public_list_item.shown_on is 'Ngày đối tượng được công khai; người bổ sung sau có thời hạn riêng, đủ số ngày làm việc.';
comment on column public_list_item.closes_on is 'Hết ngày này thì đối tượng đủ thời hạn công khai; danh sách kết thúc khi mọi đối tượng đều đủ.';

alter table public_list_change add column about text[] not null default '{}';
comment on column public_list_change.about is 'Tên đối tượng được thêm, bớt, sửa lời.';
