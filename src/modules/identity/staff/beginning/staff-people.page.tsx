import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { useStaffSession } from '#web/api/session.ts';
import { BeginAnew } from './begin-anew.view.tsx';

export type Colleague = AnswerOf<'listStaff'>['rows'][number];

/** The provider's people, what each signs in with, and the way back in for who lost it. */
export function StaffPeoplePage() {
  const { t } = useTranslation('identity');
  const { t: tCommon } = useTranslation();
  const { rows } = useData('listStaff', {});
  const { staff } = useStaffSession();
  const [chosen, choose] = useState<Colleague>();
  const because = (staffId: Colleague['staffId']) => {
    if (staff.role !== 'administrator') return t('staff.only-administrators');
    return staffId === staff.staffId ? t('colleagues.yourself') : undefined;
  };
  return (
    <Page title={t('colleagues.title')} subtitle={t('colleagues.subtitle')} help="staff-people">
      <Card bare>
        <DataTable
          label={t('colleagues.title')}
          list={listOf(rows)}
          rowKey={({ staffId }) => staffId}
          empty={<Empty icon="people">{t('colleagues.none')}</Empty>}
          columns={[
            {
              header: t('colleagues.person'),
              cell: ({ name, address }) => (
                <>
                  {name}
                  <CellNote>{address}</CellNote>
                </>
              ),
            },
            { header: t('colleagues.role'), cell: ({ role }) => tCommon(`staff-role.${role}`) },
            {
              header: t('colleagues.methods'),
              cell: (colleague) => <Methods colleague={colleague} />,
            },
          ]}
          actions={(colleague) => ({
            label: colleague.name,
            of: [
              {
                label: t('colleagues.anew'),
                icon: 'key',
                danger: true,
                because: because(colleague.staffId),
                onSelect: () => choose(colleague),
              },
            ],
          })}
        />
      </Card>
      {chosen && <BeginAnew colleague={chosen} onClose={() => choose(undefined)} />}
    </Page>
  );
}

function Methods({ colleague }: { colleague: Colleague }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { methods, mayBeginUntil, isDisabled } = colleague;
  const kinds = [...new Set(methods.filter(({ counts }) => counts).map(({ type }) => type))];
  const others = [...new Set(methods.filter(({ counts }) => !counts).map(({ type }) => type))];
  return (
    <>
      {kinds.map((type) => t(`two-factor.kind.${type}`)).join(', ')}
      {others.map((type) => (
        <CellNote key={type}>
          {t(`two-factor.kind.${type}`)}: {t('colleagues.uncounted')}
        </CellNote>
      ))}
      {methods.length === 0 && <StatusBadge tone="warn">{t('colleagues.password')}</StatusBadge>}
      {mayBeginUntil !== null && (
        <CellNote>{t('colleagues.until', { until: format.instant(mayBeginUntil) })}</CellNote>
      )}
      {isDisabled && <CellNote>{t('colleagues.disabled')}</CellNote>}
    </>
  );
}
