/** Words of the shell around the features. */
export const appText = { name: 'Thi đua' } as const;
