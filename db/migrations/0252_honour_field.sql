-- The field in which an honour was won, by the parts of the directive (I.1 to I.4). Nothing else that is kept says it, so a person does; else it is unknown.
alter table honour add column field text
  constraint honour_field_known check (field in ('kinh_te', 'xa_hoi', 'moi_truong', 'he_thong_chinh_tri'));
comment on column honour.field is 'Lĩnh vực lập thành tích, theo các phần I.1 đến I.4 của Chỉ thị; trống là chưa rõ.';
