-- Looking up among a million awards: each list is read in its own order along an index that says whose award it is.
drop index honour_award;
drop index honour_holder;
drop index honour_recent;
create index honour_recent on honour (year desc, decided_on desc, id desc) include (holder_id);
create index honour_award_recent on honour (award_code, year desc, decided_on desc, id desc) include (holder_id);
create index honour_of_holder on honour (holder_id, year desc, decided_on desc, id desc) include (award_code, revoked_on);
create index holder_listed on holder (name_fold, id) where merged_into is null;
create index holder_within on holder (unit_id) include (id) where merged_into is null;
