/**
 * The one password of the demo. It is printed at start and on the README; nobody uses it elsewhere.
 */
export const demoPassword = 'nine swans on a calm lake';

/** Who can sign in to look around. */
export const demoPeople = {
  customer: {
    firstName: 'Marta',
    lastName: 'Ruiz',
    address: 'marta@alpes-diseno.example',
  },
  partner: {
    firstName: 'Ada',
    lastName: 'Lindqvist',
    address: 'ada@nordlicht-partner.example',
  },
  staff: [
    {
      firstName: 'Selma',
      lastName: 'Orsini',
      address: 'support@lumenhaus.example',
      role: 'support',
    },
    {
      firstName: 'Bruno',
      lastName: 'Meier',
      address: 'billing@lumenhaus.example',
      role: 'billing',
    },
    {
      firstName: 'Ana',
      lastName: 'Keller',
      address: 'admin@lumenhaus.example',
      role: 'administrator',
    },
  ],
} as const;
