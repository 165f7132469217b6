/** Reasons that the product itself writes; text says them. */
/** Why a session stopped by itself. */
export const quorumLost = 'quorum_lost';
/** Why an item was left over when its session closed. */
export const notReached = 'not_reached';
