-- Only corrections supersede: the other values need no place in this index, and a large import not the time for it.
drop index actual_superseded_once;
create unique index actual_superseded_once on actual (supersedes_id) where supersedes_id is not null and stage <> 'withdrawn';
