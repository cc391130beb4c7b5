// A second step costs next to nothing beside the hash of the first.
import { verify } from '@node-rs/argon2';
import { hashPassword } from '#modules/identity/index.ts';
import { proveFactor } from '#modules/identity/sign-in/second-factor.contract.ts';
import { signIn, signOut } from '#modules/identity/sign-in/sign-in.contract.ts';
import { addCodeApp } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, password } from '#test/people.ts';
import { cpuOfProgram } from '../measure/cpu.ts';
import { inTurn } from '../measure/in-turn.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const each = 100;

/** A known browser whose session ended; a minute later each time, so that no code is used twice. */
async function sides(place: Place) {
  const { clock } = place;
  const { browser } = await arrive(place);
  const app = await addCodeApp(place, browser);
  const record = await hashPassword(password);
  const enter = (code: string) => async () => {
    await browser.call(signIn, { body: { address: ada.address, password } });
    await browser.call(proveFactor, { body: { method: 'totp', code } });
  };
  return {
    whole: async () => {
      await browser.call(signOut);
      clock.moveTo(new Date(clock.now().getTime() + 60_000));
      // the code is the person's work, made before it is measured
      return cpuOfProgram(enter(codeAt(app.key, clock.now())));
    },
    bare: () => cpuOfProgram(() => verify(record, password)),
  };
}

const times = (measure: () => Promise<number>) => async () => {
  let spent = 0;
  for (let time = 0; time < each; time++) spent += await measure();
  return spent / each;
};

export const bench: Bench = {
  measure: () =>
    inPlace(async (place) => {
      const { whole, bare } = await sides(place);
      const spent = await inTurn(7, { whole: times(whole), bare: times(bare) });
      return [
        {
          what: 'sign-in with a code app, CPU',
          ratio: spent.whole / spent.bare,
          of: 'the bare argon2id of the same parameters',
          bound: { most: 1.3 },
          figures: `${milliseconds(spent.whole)} against ${milliseconds(spent.bare)}`,
        },
      ];
    }),
};
