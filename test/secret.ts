/** The secret that test databases are opened with. */
export const testSecret = 'a secret that only tests know, 3f9a17c2'
