import { pages } from './pages.en.ts';

export const en = {
  ...pages,
  refusal: {
    'no-such-message': 'This message does not exist, or it was not sent to you.',
    'not-a-sandbox': 'The development mailbox exists in the demo only.',
  },
  action: {},
} as const;
