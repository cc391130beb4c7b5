import { useState } from 'react';
import type { MoneyOut } from '#kernel/money.ts';
import { AmountField } from '#ui/form/amount-field.tsx';
import { CheckField, ChoiceField } from '#ui/form/choice-fields.tsx';
import { PasswordField, SelectField, TextArea, TextField } from '#ui/form/fields.tsx';
import { FileDrop } from '#ui/form/file-drop.tsx';
import { Fields, Form } from '#ui/form/form.tsx';
import type { FormState } from '#ui/form/form-state.ts';
import { NumberField } from '#ui/form/number-field.tsx';
import { Money } from '#ui/format/money.tsx';

const initial = {
  name: 'Alpes Diseño Sàrl',
  address: 'marta@',
  password: 'correcto caballo',
  country: 'CH',
  quantity: 35,
  amount: { minor: '12000', currency: 'CHF' } as MoneyOut | undefined,
  offer: 'pro',
  warranty: true,
  note: '',
};

/** The fields, each with a label, a hint or an error. */
export function DesignForm() {
  const form = useSample();
  return (
    <Form of={form} submit="Guardar los cambios" onCancel={form.reset}>
      <TextField {...form.field('name')} label="Nombre" hint="Así aparece en las facturas." />
      <Fields>
        <TextField {...form.field('address')} label="Correo electrónico" kind="email" />
        <SelectField
          {...form.field('country')}
          label="País"
          of={[
            { value: 'CH', label: 'Suiza' },
            { value: 'ES', label: 'España' },
          ]}
        />
      </Fields>
      <PasswordField
        {...form.field('password')}
        label="Contraseña"
        autoComplete="new-password"
        hint="Al menos 12 caracteres; una frase vale más que un enredo."
      />
      <Fields>
        <NumberField {...form.field('quantity')} label="Cantidad" min={1} max={200} />
        <AmountField {...form.field('amount')} label="Importe" currency="CHF" />
      </Fields>
      <ChoiceField
        {...form.field('offer')}
        label="Oferta"
        of={[
          {
            value: 'start',
            label: 'Start',
            note: '5 usuarios, 2 TB',
            end: <Money minor="480" currency="CHF" />,
          },
          {
            value: 'pro',
            label: 'Pro',
            note: '12 usuarios, 36 TB',
            end: <Money minor="9480" currency="CHF" />,
          },
          {
            value: 'max',
            label: 'Max',
            because: 'Solo con factura: pida al soporte la compra a cuenta.',
            end: <Money minor="24900" currency="CHF" />,
          },
        ]}
      />
      <CheckField
        {...form.field('warranty')}
        label="Garantía de renovación"
        hint="CHF 5.00 al año; el precio no sube en la próxima renovación."
      />
      <TextArea {...form.field('note')} label="Nota" isOptional />
      <FileDrop
        label="Suelte aquí extractos camt.053 o camt.054, o un ZIP con ellos"
        choose="Elegir archivos"
        accept=".xml,.zip"
        onFiles={() => undefined}
      />
    </Form>
  );
}

type Sample = typeof initial;

function useSample(): FormState<Sample> {
  const [values, setValues] = useState(initial);
  return {
    values,
    isBusy: false,
    isChanged: false,
    failure: undefined,
    submit: async () => undefined,
    set: (change) => setValues((present) => ({ ...present, ...change })),
    reset: () => setValues(initial),
    field: (key) => ({
      name: key,
      value: values[key],
      error: key === 'address' ? 'Falta el dominio después de @.' : undefined,
      onChange: (value) => setValues((present) => ({ ...present, [key]: value })),
    }),
  };
}
