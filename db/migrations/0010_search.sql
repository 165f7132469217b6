-- Names from their beginning: exact and prefix steps of the search, which a trigram index answers slowly for common words.
create index unit_version_name on unit_version (name_fold text_pattern_ops);
