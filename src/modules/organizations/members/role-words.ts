import type { MemberRole } from '#kernel/permission.ts';

type Words = Readonly<Record<MemberRole, string>>;

/** What roles are called in letters; pages say the same (`organizations:role`). */
export const roleWords: Readonly<Record<'en' | 'es', Words & { readonly billing: string }>> = {
  en: {
    legal_representative: 'Legal representative',
    administrator: 'Administrator',
    collaborator: 'Collaborator',
    external: 'External',
    billing: 'sees and pays bills',
  },
  es: {
    legal_representative: 'Responsable legal',
    administrator: 'Administrador',
    collaborator: 'Colaborador',
    external: 'Externo',
    billing: 've y paga facturas',
  },
};

/** A role in a letter, with the billing right where it means something. */
export function placeIn(
  language: 'en' | 'es',
  { role, billingRight }: { readonly role: MemberRole; readonly billingRight: boolean },
): string {
  const words = roleWords[language];
  return billingRight ? `${words[role]} · ${words.billing}` : words[role];
}
