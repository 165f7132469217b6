-- How many must be in the room is data of each council (council.quorum_num, quorum_den, voting_percent, with its source): one home. The
-- provision that said it once more was read by nothing.

alter table provision disable trigger provision_kept;
delete from provision where kind = 'quorum';
alter table provision enable trigger provision_kept;
