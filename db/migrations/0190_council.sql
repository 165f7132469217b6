-- The council: who sits in it, its sessions, what it votes on and how. Of a secret ballot nothing here joins a person to a choice.

create table council (
  id uuid primary key,
  unit_id uuid not null references unit,
  name text not null constraint council_named check (length(trim(name)) > 0),
  decision_number text not null constraint council_decision_given check (length(trim(decision_number)) > 0),
  decided_on date not null,
  valid_until date,
  quorum_num integer not null default 2 constraint council_quorum_num check (quorum_num between 1 and 100),
  quorum_den integer not null default 3 constraint council_quorum_den check (quorum_den between 1 and 100),
  voting_percent integer not null default 80 constraint council_voting_percent check (voting_percent between 1 and 100),
  written_counts boolean not null default true,
  rule_state text not null default 'default' constraint council_rule_state_known check (rule_state in ('default', 'read')),
  rule_source text,
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  constraint council_quorum_at_most_all check (quorum_num <= quorum_den),
  constraint council_rule_with_source check (rule_state = 'default' or length(rule_source) > 0)
);
comment on table council is 'Hội đồng Thi đua - Khen thưởng của một đơn vị theo quyết định thành lập. Điều kiện họp là số liệu: default là mức mặc định chưa được đơn vị xác nhận (theo QĐ 86/2025/QĐ-UBND Bắc Ninh, Điều 8), không phải quy định của luật.';
create index council_unit on council (unit_id);

create table council_member (
  id uuid primary key,
  council_id uuid not null references council,
  person_id uuid not null references person,
  post text not null constraint council_member_post_known check (post in ('chair', 'deputy', 'member', 'secretary')),
  title text not null default '',
  has_vote boolean not null default true,
  valid_from date not null,
  valid_until date,
  end_reason text,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  constraint council_member_days check (valid_until is null or valid_until > valid_from)
);
comment on table council_member is 'Thành viên hội đồng theo thời gian: chức danh trong hội đồng, từ ngày nào, đến ngày nào (không kể ngày đó).';
create unique index council_member_once on council_member (council_id, person_id) where valid_until is null;
create index council_member_person on council_member (person_id);

create table council_session (
  id uuid primary key,
  council_id uuid not null references council,
  unit_id uuid not null references unit,
  title text not null constraint council_session_titled check (length(trim(title)) > 0),
  manner text not null constraint council_session_manner_known check (manner in ('meeting', 'written')),
  planned_on date not null,
  planned_time text not null default '',
  place text not null default '',
  stage text not null constraint council_session_stage_known check (
    stage in ('planned', 'called', 'open', 'suspended', 'closed', 'concluded', 'cancelled')),
  stage_since timestamptz not null,
  stage_reason text,
  notes text not null default '',
  opened_at timestamptz,
  closed_at timestamptz,
  concluded_at timestamptz,
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  constraint council_session_stopped_with_reason check (stage not in ('suspended', 'cancelled') or length(stage_reason) > 0),
  constraint council_session_opened check (stage not in ('open', 'suspended', 'closed', 'concluded') or opened_at is not null)
);
comment on table council_session is 'Phiên họp của hội đồng hoặc đợt lấy ý kiến bằng văn bản (written). suspended: tạm dừng vì không đủ số thành viên dự.';
create index council_session_unit on council_session (unit_id, planned_on desc);

create table council_seat (
  session_id uuid not null references council_session,
  person_id uuid not null references person,
  post text not null,
  title text not null,
  has_vote boolean not null,
  position integer not null,
  constraint council_seat_pk primary key (session_id, person_id)
);
comment on table council_seat is 'Toàn bộ thành viên hội đồng khi khai mạc: mẫu số của mọi tỷ lệ trong phiên.';
create trigger council_seat_kept before update or delete on council_seat for each row execute function refuse_change();

create table council_attendance (
  id uuid primary key,
  session_id uuid not null references council_session,
  person_id uuid not null references person,
  state text not null constraint council_attendance_state_known check (state in ('present', 'absent', 'written', 'left')),
  reason text,
  entered_by uuid not null references person,
  entered_at timestamptz not null
);
comment on table council_attendance is 'Điểm danh, chỉ thêm: dòng mới nhất của mỗi người là tình trạng hiện tại. written: vắng, cho ý kiến bằng văn bản. left: đã dự rồi rời phiên.';
create index council_attendance_session on council_attendance (session_id, person_id, entered_at desc);
create trigger council_attendance_kept before update or delete on council_attendance for each row execute function refuse_change();

create table council_item (
  id uuid primary key,
  session_id uuid not null references council_session,
  nominee_id uuid not null references nominee,
  dossier_id uuid not null references dossier,
  position integer not null,
  stage text not null constraint council_item_stage_known check (stage in ('listed', 'voting', 'counted', 'postponed')),
  postponed_reason text,
  at_least_percent integer constraint council_item_percent_range check (at_least_percent between 1 and 100),
  is_secret boolean not null,
  rule_article text not null,
  rule_source text not null,
  rule_state text not null,
  constraint council_item_once unique (session_id, nominee_id),
  constraint council_item_postponed_why check (stage <> 'postponed' or length(postponed_reason) > 0)
);
comment on table council_item is 'Mục trong chương trình: một đối tượng đề nghị, với mức biểu quyết lúc đưa vào chương trình. at_least_percent trống: quá nửa tổng số thành viên (mặc định).';
create index council_item_nominee on council_item (nominee_id);
create index council_item_dossier on council_item (dossier_id);

create table council_interest (
  item_id uuid not null references council_item on delete cascade,
  person_id uuid not null references person,
  ground text not null constraint council_interest_ground_known check (ground in ('own', 'unit', 'declared')),
  note text not null default '',
  entered_by uuid references person,
  entered_at timestamptz not null,
  constraint council_interest_pk primary key (item_id, person_id)
);
comment on table council_interest is 'Thành viên có lợi ích liên quan đến một mục: own, unit do hệ thống nhận ra, declared do thành viên khai. Không biểu quyết, không xem phiếu và kết quả của mục.';
create trigger council_interest_kept before update on council_interest for each row execute function refuse_change();

create table council_poll (
  id uuid primary key,
  item_id uuid not null references council_item,
  round integer not null,
  is_secret boolean not null,
  urn_id uuid,
  public_key jsonb,
  opened_at timestamptz not null,
  opened_by uuid not null references person,
  closed_at timestamptz,
  closed_by uuid references person,
  annulled_reason text,
  members integer not null constraint council_poll_members check (members > 0),
  taking_part integer,
  issued integer,
  votes_for integer,
  votes_against integer,
  votes_blank integer,
  written integer,
  passed boolean,
  digest text,
  constraint council_poll_round_once unique (item_id, round),
  constraint council_poll_secret_has_key check (is_secret = (public_key is not null) and is_secret = (urn_id is not null)),
  constraint council_poll_closed_whole check ((closed_at is null) = (closed_by is null)),
  constraint council_poll_counted check (
    closed_at is null or annulled_reason is not null or (
      issued is not null and votes_for is not null and votes_against is not null and votes_blank is not null and passed is not null
      and taking_part is not null and digest is not null)),
  constraint council_poll_no_more_than_issued check (votes_for + votes_against + votes_blank <= issued),
  constraint council_poll_no_more_than_members check (issued <= members)
);
comment on table council_poll is 'Một lần biểu quyết một mục. Phiếu kín: khóa công khai để ai cũng kiểm được; khóa ký và khóa hòm phiếu nằm ngoài cơ sở dữ liệu (DATA_DIR/urns) và bị hủy khi kiểm phiếu.';
create unique index council_poll_one_open on council_poll (item_id) where closed_at is null;
create index council_poll_urn on council_poll (urn_id) where urn_id is not null;

create function council_poll_keep() returns trigger
  language plpgsql as $$
begin
  if old.closed_at is not null or (old.item_id, old.round, old.is_secret, old.urn_id, old.public_key, old.opened_at, old.members)
     is distinct from (new.item_id, new.round, new.is_secret, new.urn_id, new.public_key, new.opened_at, new.members) then
    raise exception 'append_only: kết quả biểu quyết không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger council_poll_kept before update on council_poll for each row execute function council_poll_keep();
create trigger council_poll_stays before delete on council_poll for each row execute function refuse_change();

create table council_vote (
  poll_id uuid not null references council_poll,
  person_id uuid not null references person,
  choice text not null constraint council_vote_choice_known check (choice in ('for', 'against', 'blank')),
  manner text not null constraint council_vote_manner_known check (manner in ('session', 'written', 'paper')),
  paper_number text,
  paper_date date,
  entered_by uuid not null references person,
  cast_at timestamptz not null,
  constraint council_vote_once primary key (poll_id, person_id),
  constraint council_vote_paper_named check ((manner = 'paper') = (paper_number is not null))
);
comment on table council_vote is 'Biểu quyết công khai, có tên. paper: ý kiến bằng văn bản của người vắng do thư ký nhập theo số, ngày của văn bản.';
create trigger council_vote_kept before update or delete on council_vote for each row execute function refuse_change();

create table council_ballot_issue (
  poll_id uuid not null references council_poll,
  person_id uuid not null references person,
  manner text not null constraint council_ballot_issue_manner_known check (manner in ('session', 'written')),
  blinded bytea not null,
  constraint council_ballot_issue_once primary key (poll_id, person_id)
);
comment on table council_ballot_issue is 'Phiếu kín phát ra: ai đã nhận phiếu, kèm nội dung đã làm mù mà máy chủ ký (RFC 9474). Nội dung làm mù khớp với mọi phiếu trong hòm như nhau nên không cho biết phiếu nào của ai.';
create trigger council_ballot_issue_kept before update or delete on council_ballot_issue for each row execute function refuse_change();

create table council_ballot_return (
  session_id uuid not null references council_session,
  urn_id uuid not null,
  person_id uuid not null references person,
  constraint council_ballot_return_once primary key (urn_id, person_id)
);
comment on table council_ballot_return is 'Trình duyệt của thành viên báo đã bỏ xong mọi phiếu đã nhận. Không có giờ.';
create trigger council_ballot_return_kept before update or delete on council_ballot_return for each row execute function refuse_change();

create table council_envelope (
  poll_id uuid not null references council_poll,
  mark bytea not null,
  sealed bytea not null,
  constraint council_envelope_once primary key (poll_id, mark)
);
comment on table council_envelope is 'Hòm phiếu khi đang biểu quyết: mỗi phiếu một phong bì niêm phong bằng khóa của hòm, độ dài như nhau. Khóa ở ngoài cơ sở dữ liệu, hủy khi kiểm phiếu: sau đó không ai mở được phong bì nào.';
create trigger council_envelope_kept before update or delete on council_envelope for each row execute function refuse_change();

create table council_ballot (
  poll_id uuid not null references council_poll,
  serial text not null constraint council_ballot_serial_shape check (serial ~ '^[0-9a-f]{64}$'),
  prefix text not null constraint council_ballot_prefix_shape check (prefix ~ '^[0-9a-f]{64}$'),
  choice text not null constraint council_ballot_choice_known check (choice in ('for', 'against', 'blank')),
  signature text not null,
  constraint council_ballot_once primary key (poll_id, serial)
);
comment on table council_ballot is 'Phiếu kín đã kiểm, công bố để ai cũng đếm lại được: ghi một lần khi kiểm phiếu, xếp theo số phiếu ngẫu nhiên.';
create trigger council_ballot_kept before update or delete on council_ballot for each row execute function refuse_change();

create table council_minutes (
  session_id uuid constraint council_minutes_once primary key references council_session,
  content text not null,
  digest text not null,
  frozen_at timestamptz not null
);
comment on table council_minutes is 'Số liệu của biên bản họp và biên bản kiểm phiếu, chốt khi kết thúc phiên, kèm mã băm SHA-256.';
create trigger council_minutes_kept before update or delete on council_minutes for each row execute function refuse_change();

grant select, insert, update on council, council_member, council_session, council_item, council_poll to thidua_app;
grant delete on council_item to thidua_app;
grant select, insert on council_seat, council_attendance, council_interest, council_vote, council_ballot_issue,
  council_ballot_return, council_envelope, council_ballot, council_minutes to thidua_app;
