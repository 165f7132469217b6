-- To which questions an answer was given: what comes up later asks again.

alter table decision_line add column answered text[] not null default '{}';
comment on column decision_line.answered is 'Những điều đã được trả lời bằng cột answer, mỗi điều một khóa (kỷ luật từ ngày nào, phiên hội đồng nào, thay đổi nào). Điều phát sinh sau phải trả lời lại.';
