/** How much there is to measure against: a demonstration's worth, a county's, a nation's. */

export interface Scale {
  name: string
  agencies: number
  workersPerAgency: number
  people: number
  cases: number
  entries: number
}

export const scales: Record<string, Scale> = {
  demo: { name: 'demo', agencies: 12, workersPerAgency: 4, people: 3_000, cases: 1_500, entries: 20_000 },
  twenty: { name: 'twenty', agencies: 27, workersPerAgency: 20, people: 20_000, cases: 10_000, entries: 100_000 },
  county: { name: 'county', agencies: 27, workersPerAgency: 40, people: 200_000, cases: 100_000, entries: 2_000_000 },
  national: { name: 'national', agencies: 270, workersPerAgency: 40, people: 1_000_000, cases: 1_000_000, entries: 10_000_000 },
}
