import type { MoneyOut } from '#kernel/money.ts';
import { Button } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Bars } from '#ui/page/bars.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { CopyField } from '#ui/text/copy-field.tsx';
import { Reasons } from '#ui/text/reasons.tsx';

const chf = (minor: string): MoneyOut => ({ minor, currency: 'CHF' });

/** What stands beside the main matter. */
export function DesignAside() {
  return (
    <>
      <Card title="Gasto mensual" more={<Money {...chf('39240')} />}>
        <Bars
          of={[
            { label: 'jun', text: 'CHF 250', size: 52 },
            { label: 'jul', text: 'CHF 260', size: 55 },
            { label: 'ago', text: 'CHF 255', size: 54 },
            { label: 'sep', text: 'CHF 330', size: 70 },
            { label: 'oct', text: 'CHF 320', size: 68 },
            { label: 'nov', text: 'CHF 392', size: 82 },
          ]}
        />
      </Card>
      <Card title="¿Por qué recibí un recordatorio?">
        <Reasons
          of={[
            {
              tone: 'ok',
              title: 'El recordatorio es auténtico.',
              detail: 'Lo enviamos el 20 nov a las 09:02.',
            },
            {
              tone: 'bad',
              title: 'La referencia no coincide.',
              detail: 'Su orden permanente usa la de octubre; cada factura tiene la suya.',
            },
            { tone: 'ok', title: 'Importe y moneda son correctos.' },
            {
              tone: 'warn',
              icon: 'wallet',
              title: 'CHF 225.19 están en su cuenta prepagada',
              detail: 'desde el 6 nov.',
            },
          ]}
        />
        <Stack tight>
          <Button tone="primary" wide>
            Pagar esta factura con el saldo
          </Button>
          <Button tone="quiet" wide>
            Cambiar cómo pago
          </Button>
        </Stack>
      </Card>
      <Card title="Cómo pagar">
        <CopyField label="IBAN" value="CH4431999123000889012" shown="CH44 3199 9123 0008 8901 2" />
        <CopyField
          label="Referencia"
          value="210000000003139471430009017"
          shown="21 00000 00003 13947 14300 09017"
        />
        <KeyValues
          of={[
            ['Vence', <Day key="due" at="2026-12-04" />],
            ['Importe', <Money key="gross" {...chf('22519')} />],
          ]}
        />
      </Card>
    </>
  );
}
