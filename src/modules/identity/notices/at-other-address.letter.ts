import type { Letter } from '#modules/messages/index.ts';

/** What an address is to an account, besides the one to sign in with. */
export type OtherAddress = 'recovery' | 'former';

/** A letter as another address of the account reads it: in one line, why it comes there. */
export function atOtherAddress<Facts>(letter: Letter<Facts>, as: OtherAddress): Letter<Facts> {
  return {
    name: letter.name,
    content: (facts, language) => {
      const content = letter.content(facts, language);
      const why = reasons[content.language === 'es' ? 'es' : 'en'][as];
      return { ...content, closing: [...(content.closing ?? []), why] };
    },
  };
}

const reasons = {
  en: {
    recovery: 'You read this here because this is the recovery address of your account.',
    former:
      'You read this here because this was the recovery address of your account until lately. It stops 30 days after the change.',
  },
  es: {
    recovery: 'Recibe este mensaje aquí porque esta es la dirección de recuperación de su cuenta.',
    former:
      'Recibe este mensaje aquí porque esta era hasta hace poco la dirección de recuperación de su cuenta. Dejará de recibirlos 30 días después del cambio.',
  },
} as const;
