-- Who acts for a unit that was merged is no matter of blocks alone (ADR 0256): unit_hand of db/views takes the place of block_hand.
drop function if exists block_hand(uuid);
