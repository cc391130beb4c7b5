import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyOut } from '#kernel/money.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, Buttons, ButtonLink } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Progress } from '#ui/feedback/progress.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { Columns, Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { Tabs } from '#ui/page/tabs.tsx';
import { Waiting, WaitingList } from '#ui/page/waiting.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, ExportLink, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { listOf } from '#ui/table/list.ts';
import { useSelection } from '#ui/table/selection.ts';
import { Link } from '#ui/text/link.tsx';
import { PriceExplained } from '#ui/text/price-explained.tsx';
import { StatusBadge, type BadgeTone } from '#ui/text/status-badge.tsx';
import { DesignAside } from './design-aside.tsx';
import { DesignForm } from './design-form.tsx';
import '#web/shell/shell.css';

/** Every piece of the design system with what a page would put into it; for development only. */
export function DesignPage() {
  const { t } = useTranslation();
  return (
    <main className="main">
      <Page
        title={t('design.title')}
        subtitle={t('design.subtitle')}
        help="start"
        actions={<Button tone="primary">Pedir un producto</Button>}
      >
        <Columns aside={<DesignAside />}>
          <Card bare>
            <WaitingList>
              <Waiting
                icon="domain"
                tone="bad"
                title="La transferencia de alpes-diseno.ch ha fallado"
                action={<Button>Reiniciar transferencia</Button>}
              >
                El código de autorización no es válido. Puede reiniciarla sin volver a pagar.
              </Waiting>
              <Waiting
                icon="invoice"
                tone="warn"
                title="Factura 2026-004812 · CHF 225.19 vence el 4 de diciembre"
                action={<Button tone="primary">Pagar CHF 225.19</Button>}
              >
                Hay CHF 225.19 en su cuenta prepagada: recibimos una transferencia con la referencia
                del mes pasado.
              </Waiting>
              <Waiting
                icon="security"
                title="Dos colaboradores aún no tienen segundo factor"
                action={<Button>Ver quién</Button>}
              >
                Su organización lo exige a partir del 1 de diciembre.
              </Waiting>
            </WaitingList>
          </Card>
          <Invoices />
          <Card title="Precio explicado">
            <PriceExplained {...quote} />
          </Card>
          <Card title="Formulario">
            <DesignForm />
          </Card>
          <Notes />
        </Columns>
      </Page>
    </main>
  );
}

type Row = {
  readonly number: string;
  readonly note?: string;
  readonly on: string;
  readonly tone: BadgeTone;
  readonly state: string;
  readonly gross: MoneyOut;
};

const chf = (minor: string): MoneyOut => ({ minor, currency: 'CHF' });

const rows: readonly Row[] = [
  {
    number: '2026-004812',
    note: 'Ref. … 14300 09017',
    on: '2026-11-04',
    tone: 'warn',
    state: 'Vence en 12 días',
    gross: chf('22519'),
  },
  { number: '2026-004391', on: '2026-10-04', tone: 'ok', state: 'Pagada', gross: chf('22519') },
  { number: 'A-2026-000118', on: '2026-09-28', tone: 'idle', state: 'Abono', gross: chf('-1840') },
  { number: '2026-003977', on: '2026-09-04', tone: 'ok', state: 'Pagada', gross: chf('22519') },
  { number: '2026-003544', on: '2026-08-04', tone: 'bad', state: 'Vencida', gross: chf('19860') },
];

function Invoices() {
  const [state, setState] = useState('');
  const [text, setText] = useState('');
  const selection = useSelection<Row>(
    (row) => row.number,
    (row) => row.number,
  );
  return (
    <Card bare>
      <DataTable
        label="Facturas"
        list={listOf(rows.filter(({ number }) => number.includes(text)))}
        rowKey={(row) => row.number}
        selection={{ ...selection, actions: <Button tone="primary">Pagar CHF 225.19</Button> }}
        columns={[
          {
            header: 'Número',
            cell: (row) => (
              <>
                <Link to={`/design?invoice=${row.number}`}>{row.number}</Link>
                {row.note && <CellNote>{row.note}</CellNote>}
              </>
            ),
          },
          { header: 'Fecha', cell: (row) => <Day at={row.on} /> },
          {
            header: 'Estado',
            cell: (row) => <StatusBadge tone={row.tone}>{row.state}</StatusBadge>,
          },
          { header: 'Importe', cell: (row) => <Money {...row.gross} />, align: 'end' },
        ]}
        actions={(row) => ({
          label: row.number,
          of: [
            { label: 'Ver factura', icon: 'invoice', to: '/design' },
            { label: 'Descargar PDF', icon: 'download', href: '/design' },
            {
              label: 'Pagar con el saldo',
              icon: 'wallet',
              because: 'Ya está pagada.',
            },
          ],
        })}
        filters={
          <FilterRow end={<ExportLink href="/design" />}>
            <Chips
              label="Estado"
              value={state}
              onChange={setState}
              of={[
                { value: '', label: 'Todas' },
                { value: 'open', label: 'Pendientes' },
                { value: 'paid', label: 'Pagadas' },
              ]}
            />
            <SearchField label="Buscar una factura" value={text} onChange={setText} />
          </FilterRow>
        }
        empty={
          <Empty icon="invoice" help="order" action={<ButtonLink to="/design">Pedir</ButtonLink>}>
            Todavía no hay facturas. La primera llega con su primer pedido.
          </Empty>
        }
      />
    </Card>
  );
}

const quote = {
  lines: [
    {
      text: { en: 'Web hosting', es: 'Alojamiento web' },
      quantity: 35,
      steps: [
        { kind: 'list', amount: chf('34720'), facts: { unit: '992', quantity: 35 } },
        { kind: 'tier', amount: chf('-8680'), facts: { basisPoints: 2500, from: 35 } },
      ],
      net: chf('26040'),
    },
    {
      text: { en: 'alpes-diseno.com', es: 'alpes-diseno.com' },
      quantity: 1,
      steps: [
        { kind: 'list', amount: chf('1190'), facts: { unit: '1190', quantity: 1 } },
        { kind: 'warranty', amount: chf('500'), facts: {} },
      ],
      net: chf('1690'),
    },
  ],
  net: chf('27730'),
  vatRows: [{ basisPoints: 810, base: chf('27730'), vat: chf('2246') }],
  gross: chf('29976'),
} as const;

function Notes() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tabs
        label="Ejemplo"
        of={[
          { label: 'Diseño', to: '/design' },
          { label: 'Entrar', to: '/sign-in' },
        ]}
      />
      <Stack>
        <Note title="Para saber">La oferta cambia el 1 de diciembre.</Note>
        <Note tone="ok">Pagado. El producto ya está activo.</Note>
        <Note tone="warn">Su tarjeta caduca este mes.</Note>
        <Note tone="bad">No se ha podido guardar; lo que escribió sigue aquí.</Note>
        <Progress label="Leyendo el extracto" done={1840} total={2500} />
      </Stack>
      <Card title="Botones">
        <Buttons>
          <Button tone="primary">Pagar CHF 48.60</Button>
          <Button icon="download">Descargar</Button>
          <Button isBusy>Guardando</Button>
          <Button tone="quiet" onClick={() => say.done('Guardado.')}>
            Decir algo
          </Button>
          <Button tone="danger" onClick={() => setOpen(true)}>
            Cancelar pedido…
          </Button>
        </Buttons>
        <Because
          reason="Usted es el único responsable legal: nombre antes a otro."
          wayOut={{ label: 'Ver personas', to: '/design' }}
        >
          <Button>Dejar la organización</Button>
        </Because>
      </Card>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="¿Cancelar el pedido 12?"
        lost={['La proforma y su referencia dejan de valer.']}
        kept={['Si ya transfirió, el dinero llega a su cuenta prepagada.']}
        confirm="Cancelar el pedido"
        onConfirm={() => setOpen(false)}
        danger
      >
        Los productos de este pedido no empezarán.
      </ConfirmDialog>
    </>
  );
}
