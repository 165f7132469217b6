-- The last day on which somebody was reminded of a card, so that a sweep that is run twice reminds once.
alter table score_card add column reminded_on date;
comment on column score_card.reminded_on is 'Ngày nhắc gần nhất về hạn của bước đang làm.';
