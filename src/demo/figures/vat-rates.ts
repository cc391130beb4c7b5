import type { Day } from '#kernel/calendar.ts';

type Rate = {
  country: string;
  category: 'standard' | 'reduced' | 'lodging';
  validFrom: Day;
  validTo?: Day;
  basisPoints: number;
};

const swiss: Rate[] = [
  ...rates('CH', 'standard', [
    ['2018-01-01', 770],
    ['2024-01-01', 810],
  ]),
  ...rates('CH', 'reduced', [
    ['2018-01-01', 250],
    ['2024-01-01', 260],
  ]),
  ...rates('CH', 'lodging', [
    ['2018-01-01', 370],
    ['2024-01-01', 380],
  ]),
];

/** Standard rates of the European Union; where a rate changed since 2023, with the day. */
const union: { readonly [country: string]: readonly (readonly [Day, number])[] } = {
  AT: [['2016-01-01', 2000]],
  BE: [['1996-01-01', 2100]],
  BG: [['1999-01-01', 2000]],
  CY: [['2014-01-13', 1900]],
  CZ: [['2013-01-01', 2100]],
  DE: [['2021-01-01', 1900]],
  DK: [['1992-01-01', 2500]],
  EE: [
    ['2009-07-01', 2000],
    ['2024-01-01', 2200],
    ['2025-07-01', 2400],
  ],
  ES: [['2012-09-01', 2100]],
  FI: [
    ['2013-01-01', 2400],
    ['2024-09-01', 2550],
  ],
  FR: [['2014-01-01', 2000]],
  GR: [['2016-06-01', 2400]],
  HR: [['2012-03-01', 2500]],
  HU: [['2012-01-01', 2700]],
  IE: [['2021-03-01', 2300]],
  IT: [['2013-10-01', 2200]],
  LT: [['2009-09-01', 2100]],
  LU: [
    ['2023-01-01', 1600],
    ['2024-01-01', 1700],
  ],
  LV: [['2012-07-01', 2100]],
  MT: [['2004-01-01', 1800]],
  NL: [['2012-10-01', 2100]],
  PL: [['2011-01-01', 2300]],
  PT: [['2011-01-01', 2300]],
  RO: [
    ['2017-01-01', 1900],
    ['2025-08-01', 2100],
  ],
  SE: [['1990-07-01', 2500]],
  SI: [['2013-07-01', 2200]],
  SK: [
    ['2011-01-01', 2000],
    ['2025-01-01', 2300],
  ],
};

export const vatRateFigures: Rate[] = [
  ...swiss,
  ...Object.entries(union).flatMap(([country, steps]) => rates(country, 'standard', steps)),
];

/** Each rate holds until the next begins. */
function rates(
  country: string,
  category: Rate['category'],
  steps: readonly (readonly [Day, number])[],
): Rate[] {
  return steps.map(([validFrom, basisPoints], index) => {
    const next = steps[index + 1]?.[0];
    return { country, category, validFrom, basisPoints, ...(next ? { validTo: next } : {}) };
  });
}
