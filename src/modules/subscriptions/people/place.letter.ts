import { inLanguage, type Language, type Translated } from '#kernel/language.ts';
import { defineLetter } from '#modules/messages/index.ts';

type Facts = {
  readonly productName: Translated;
  readonly label: string;
  readonly organization: string;
  readonly by: string;
};

/** What a suite is called in a sentence. */
const called = ({ productName, label }: Facts, language: Language): string => {
  const name = inLanguage(productName, language);
  return label === '' ? name : `${name} ${label}`;
};

/** Tells a member that they use a suite of their organization from now on. */
export const placeGiven = defineLetter<Facts>('subscriptions.place-given', {
  en: (facts) => ({
    subject: `You are in ${called(facts, 'en')} of ${facts.organization}`,
    lines: [
      `${facts.by} gave you a place in ${called(facts, 'en')}, the suite of ${facts.organization}.`,
      'You use it with the address and the password with which you sign in here.',
    ],
    closing: ['While you have the place you cannot leave the organization: free it first.'],
  }),
  es: (facts) => ({
    subject: `Tiene una plaza en ${called(facts, 'es')} de ${facts.organization}`,
    lines: [
      `${facts.by} le ha dado una plaza en ${called(facts, 'es')}, la suite de ${facts.organization}.`,
      'La usa con la dirección y la contraseña con las que inicia sesión aquí.',
    ],
    closing: [
      'Mientras tenga la plaza no puede abandonar la organización: antes hay que liberarla.',
    ],
  }),
});

/** Tells somebody that they use the suite no more. */
export const placeWithdrawn = defineLetter<Facts>('subscriptions.place-withdrawn', {
  en: (facts) => ({
    subject: `You are no longer in ${called(facts, 'en')} of ${facts.organization}`,
    lines: [
      `${facts.by} freed your place in ${called(facts, 'en')}, the suite of ${facts.organization}.`,
      'You cannot use it any more. Nothing else changed: you are still a member.',
    ],
    closing: ['If you need it, ask an administrator of the organization.'],
  }),
  es: (facts) => ({
    subject: `Ya no tiene plaza en ${called(facts, 'es')} de ${facts.organization}`,
    lines: [
      `${facts.by} ha liberado su plaza en ${called(facts, 'es')}, la suite de ${facts.organization}.`,
      'Ya no puede usarla. Lo demás no cambia: usted sigue siendo miembro.',
    ],
    closing: ['Si la necesita, pídala a quien administra la organización.'],
  }),
});
