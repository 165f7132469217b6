-- The library of documents: legal texts, guidance, forms; each with its editions, read by their articles.

create table library_document (
  code text primary key,
  kind text not null constraint library_document_kind_known check (kind in (
    'law', 'decree', 'resolution', 'decision', 'directive', 'circular', 'annex', 'regulation', 'guidance', 'form')),
  title text not null,
  position integer not null,
  from_pack boolean not null default false,
  is_public boolean not null,
  constraint library_document_code_plain check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
comment on table library_document is 'Văn bản trong thư viện; mã là địa chỉ để các trang khác dẫn tới.';

create table library_edition (
  id uuid primary key,
  document_code text not null references library_document,
  edition integer not null,
  number text not null,
  issuer text not null,
  issued_on date,
  in_force_from date,
  in_force_until date,
  state text not null constraint library_edition_state_known check (state in ('read', 'second_hand', 'not_verified')),
  source text not null,
  note text not null,
  page text,
  body text not null,
  digest text not null,
  added_by uuid references person,
  added_at timestamptz not null,
  constraint library_edition_number_once unique (document_code, edition),
  constraint library_edition_forward check (in_force_until is null or in_force_from is null or in_force_until >= in_force_from)
);
comment on table library_edition is 'Bản của văn bản: số, ngày, nơi ban hành, hiệu lực, mức độ xác minh, nguyên văn; bản mới không xóa bản cũ.';
create trigger library_edition_kept before update or delete on library_edition for each row execute function refuse_change();

create table library_part (
  edition_id uuid not null references library_edition,
  position integer not null,
  anchor text not null,
  kind text not null constraint library_part_kind_known check (kind in ('opening', 'chapter', 'section', 'article')),
  heading text not null,
  body text not null,
  heading_fold text generated always as (fold_vi(heading)) stored,
  body_fold text generated always as (fold_vi(body)) stored,
  constraint library_part_pk primary key (edition_id, position),
  constraint library_part_anchor_once unique (edition_id, anchor)
);
comment on table library_part is 'Phần của một bản: chương, mục, điều; mỗi điều có địa chỉ riêng và tìm được.';
create index library_part_search on library_part using gin (body_fold gin_trgm_ops);
create trigger library_part_kept before update or delete on library_part for each row execute function refuse_change();

create table library_link (
  from_code text not null references library_document,
  relation text not null constraint library_link_relation_known check (relation in ('amends', 'replaces', 'guides', 'part_of')),
  to_code text not null references library_document,
  constraint library_link_pk primary key (from_code, relation, to_code)
);
comment on table library_link is 'Quan hệ giữa các văn bản: sửa đổi, thay thế, hướng dẫn, là phần của.';

create table library_pack (
  pack text primary key,
  digest text not null,
  loaded_at timestamptz not null
);
comment on table library_pack is 'Bộ văn bản kèm phần mềm đã nạp lần gần nhất; không đổi thì lần khởi động sau không nạp lại.';

do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said
    from pg_constraint c where c.conname = 'attachment_subject_known'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', 'ARRAY[''library_edition''::text, '));
  end loop;
end
$$;

grant select, insert, update on library_document, library_pack to thidua_app;
grant select, insert on library_edition, library_part, library_link to thidua_app;
