/** How long a code of a text counts (MF-03). */
export const codeSeconds = 5 * 60;

/** Of one sign-in or one enrolment, however many codes it asked for (LK-06). */
export const mostTries = 5;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How many texts leave (LK-14): for one number and one person as many as people need, for blocks of
 * numbers and countries fewer than those would want who are paid for texts.
 */
export const sendLimits = {
  numberSoon: { count: 3, windowSeconds: 10 * minute },
  number: { count: 6, windowSeconds: day },
  person: { count: 10, windowSeconds: day },
  block: { count: 20, windowSeconds: hour },
  country: { count: 300, windowSeconds: hour },
} as const;
