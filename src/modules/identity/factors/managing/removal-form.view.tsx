import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormState } from '#ui/form/form-state.ts';
import { useAct } from '#web/api/acts.ts';
import { call, type AnswerOf } from '#web/api/client.ts';
import { keepCsrf } from '#web/api/csrf.ts';
import type { Side } from '#web/api/door.ts';
import { answerWithPasskey } from '#web/api/passkeys.ts';
import { proofRoutes } from '#web/api/proof.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import type { Factor } from './factor-table.view.tsx';
import { routesOf } from './routes-of.view.tsx';

type Values = { readonly password: string; readonly code: string };

type Removing = {
  readonly side: Side;
  readonly factor: Factor;
  readonly onDone: (answer: AnswerOf<'removeFactor'>) => void;
};

/**
 * The password of a removal (R56), in one prompt with the proof that it wants (R59) where that needs
 * the password as well. What is proven without it, a phone or a passkey, is asked for by itself.
 */
export function useRemovalForm({ side, factor: { factorId }, onDone }: Removing) {
  const { t } = useTranslation('identity');
  const critical = { action: routesOf[side].remove, object: factorId };
  const read = useOptionalData(proofRoutes[side].read, { query: critical });
  const [isElsewhere, setElsewhere] = useState(false);
  const [first, ...others] = read?.ways ?? [];
  const way = first?.password && !isElsewhere ? first : undefined;
  const form = useForm(routesOf[side].remove, {
    initial: { password: '', code: '' },
    check: ({ password, code }) => ({
      password: password === '' ? t('field.needed') : undefined,
      code: way?.factor === 'totp' && code.trim() === '' ? t('field.needed') : undefined,
    }),
    send: ({ password }) => ({ params: { factorId }, body: { password } }),
    onDone,
  });
  const proof = useAct(proofRoutes[side].prove, {
    showsFailure: true,
    onDone: ({ csrf }) => keepCsrf(side, csrf),
  });

  async function prove({ password, code }: Values): Promise<boolean> {
    const proven = { critical, password };
    if (way?.factor === 'totp') {
      return proof.act({ body: { ...proven, factor: { method: 'totp', code } } });
    }
    if (way?.factor !== 'passkey') return proof.act({ body: proven });
    const body = { method: 'passkey', critical } as const;
    const { options } = await call(proofRoutes[side].ask, { body });
    const response = await answerWithPasskey(options ?? {});
    if (!response) return false;
    return proof.act({ body: { ...proven, factor: { method: 'passkey', response } } });
  }

  async function submit(): Promise<void> {
    const { password, code } = form.values;
    const isFilledIn = password !== '' && (way?.factor !== 'totp' || code.trim() !== '');
    // the form itself says what is missing
    if (way && isFilledIn && !(await prove(form.values))) return;
    await form.submit();
  }

  const whole: FormState<Values> = {
    ...form,
    submit,
    isBusy: form.isBusy || proof.isBusy,
    failure: proof.failure ?? form.failure,
  };
  return {
    form: whole,
    asksCode: way?.factor === 'totp',
    /** For who cannot prove it so. */
    onElsewhere: way && others.length > 0 ? () => setElsewhere(true) : undefined,
  };
}
