import type { FormState } from '#ui/form/form-state.ts';
import type { AnswerOf, Input } from '#web/api/client.ts';
import type { FactorMethod } from './factor-method.rules.ts';

type Policy = AnswerOf<'readPolicy'>;
type Body = Input<'savePolicy'>['body'];

/** The rules while they are edited. */
export type PolicyValues = {
  readonly basedOn: number;
  readonly wasRequired: boolean;
  readonly factor: 'off' | 'on';
  readonly from: string;
  readonly graceDays: number;
  readonly methods: readonly FactorMethod[];
  /** Numbers as they stand in the list to choose from; empty: as usual. */
  readonly idle: string;
  readonly absolute: string;
  readonly mayStay: boolean;
};

export type PolicyFormState = FormState<PolicyValues>;

export function valuesOf(policy: Policy): PolicyValues {
  const { version, secondFactor, methods, idleMinutes, absoluteHours, mayStay } = policy;
  return {
    basedOn: version,
    wasRequired: secondFactor !== null,
    factor: secondFactor ? 'on' : 'off',
    from: secondFactor?.from ?? '',
    graceDays: secondFactor?.graceDays ?? 0,
    methods,
    idle: idleMinutes === null ? '' : String(idleMinutes),
    absolute: absoluteHours === null ? '' : String(absoluteHours),
    mayStay,
  };
}

export function inputOf(values: PolicyValues): Body {
  const { basedOn, factor, from, graceDays, methods, idle, absolute } = values;
  return {
    basedOn,
    secondFactor: factor === 'on' ? { from, graceDays } : null,
    methods: [...methods],
    idleMinutes: idle === '' ? null : Number(idle),
    absoluteHours: absolute === '' ? null : Number(absolute),
    mayStay: values.mayStay && !isLimited(values),
  };
}

/** A session with limits of its own is not kept for weeks. */
export function isLimited({ idle, absolute }: Pick<PolicyValues, 'idle' | 'absolute'>): boolean {
  return idle !== '' || absolute !== '';
}

export function isInReach(from: string, { earliest, latest }: Policy): boolean {
  return from !== '' && from >= earliest && from <= latest;
}
