import { useTranslation } from 'react-i18next';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { CheckField } from '#ui/form/choice-fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { choosable } from './contact.rules.ts';

type Whose = { readonly organizationId: OrganizationId; readonly userId: UserId };

/** Which messages of an organization reach a member: for the page of that member. */
export function ContactPreferences(params: Whose) {
  const contact = useData('readContact', { params });
  return <ContactForm {...params} contact={contact} />;
}

type Props = Whose & { readonly contact: AnswerOf<'readContact'> };

/** The choices, each with what hinders it. */
export function ContactForm({ organizationId, userId, contact }: Props) {
  const { t } = useTranslation('organizations');
  const form = useForm('changeContact', {
    initial: { billing: contact.billing.wanted, products: contact.products.wanted },
    send: (body) => ({ params: { organizationId, userId }, body }),
    said: t('contact.saved'),
  });
  const members = place('/o/$organizationId/organization/members', { organizationId });
  const whyFixed = {
    'only-representative': (
      <>
        {t('contact.only-representative')} <Link to={members}>{t('contact.name-another')}</Link>
      </>
    ),
    'no-right': undefined,
  };
  const fields = choosable.map((subject) => {
    const { fixed } = contact[subject];
    const because = fixed && (whyFixed[fixed] ?? t(`contact.no-right-${subject}`));
    return (
      <CheckField
        key={subject}
        {...form.field(subject)}
        {...(fixed === 'no-right' ? { value: false } : {})}
        label={t(`contact.${subject}`)}
        hint={t(`contact.${subject}-hint`)}
        because={because ?? undefined}
      />
    );
  });
  const isChoosable = choosable.some((subject) => contact[subject].fixed === null);
  if (!isChoosable) return <Stack tight>{fields}</Stack>;
  return (
    <Form of={form} submit={t('contact.save')}>
      {fields}
    </Form>
  );
}
