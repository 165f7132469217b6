-- Rows that may be one holder are found along the order of their names, without reading every row.

create index holder_named_born on holder (name_fold, kind, birth_year, id) where merged_into is null and birth_year is not null;
create index holder_named_within on holder (name_fold, kind, unit_id, id) where merged_into is null;
