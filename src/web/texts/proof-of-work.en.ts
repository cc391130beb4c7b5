/** Work that a door wants from a browser before a try. */
export const working = 'Checking that you are not a robot…';

export const workRefusals = {
  'proof-of-work-wanted':
    'Many tries are coming in at this moment, and this browser could not show that it is not a robot. What you entered was not used. Try again in {{retryAfterSeconds}} seconds, or with a current browser.',
} as const;
