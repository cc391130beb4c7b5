import { Fragment, type ReactNode } from 'react';
import './page.css';

/**
 * Facts with their names: `<KeyValues of={[[t('number'), invoice.number]]} />`. Empty ones are left
 * out.
 */
export function KeyValues({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="key-values">
      {of
        .filter(
          ([, value]) => value !== undefined && value !== null && value !== '' && value !== false,
        )
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
