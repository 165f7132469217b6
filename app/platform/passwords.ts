/** Fields that are sealed or hashed at once, and never shown again. By their whole names: a part of one would let words pass unseen. */
export const passwords: readonly string[] = ['again', 'current', 'mat-khau-khoa', 'password'];
