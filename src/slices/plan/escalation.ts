/** When a task that nobody does becomes other people's business too. */
export const escalation = {
  /** So many days after its date, a task shows on the Today of whoever leads the case. */
  leadAfterDays: 3,
  /** And so many days after, on the Today of everybody in the team or agency that owns the case. */
  ownersAfterDays: 7,
}
