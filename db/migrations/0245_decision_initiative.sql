-- One initiative is named by one live line of a decision only (Luật Điều 5.2.c).
create unique index decision_line_initiative on decision_line (initiative_id) where is_live and initiative_id is not null;
comment on index decision_line_initiative is 'Một sáng kiến chỉ được nêu cho một đối tượng trong các quyết định còn hiệu lực.';
