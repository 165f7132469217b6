-- How many lead a block is laid down as the thresholds are: proposed by form with its ground, confirmed by a second person, from a year on.

alter table classification_rule add column per_block smallint constraint classification_rule_per_block check (per_block between 1 and 20);
comment on column classification_rule.per_block is 'Số đơn vị dẫn đầu của mỗi cụm, khối từ năm này; trống: giữ số đang áp dụng.';
update classification_rule set per_block = (select per_block from leader_number order by from_year limit 1) where state = 'default';

drop table leader_number;
