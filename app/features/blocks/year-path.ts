/** The address of a block's year. */
export const yearPath = (code: string, year: number) => `/khoi-cum/nam/${code}/${year}`;
