// A sign-in costs what its hash costs: everything around it is cheap.
import { verify } from '@node-rs/argon2';
import { hashPassword } from '#modules/identity/index.ts';
import { signIn, signOut } from '#modules/identity/sign-in/sign-in.contract.ts';
import { ada, arrive, password } from '#test/people.ts';
import { cpuOfProgram } from '../measure/cpu.ts';
import { inTurn } from '../measure/in-turn.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const each = 100;

/** A known browser whose session ended; a minute later each time, as the door's budget wants. */
async function sides({ clock, ...place }: Place) {
  const { browser } = await arrive({ clock, ...place });
  const record = await hashPassword(password);
  const enter = () => browser.call(signIn, { body: { address: ada.address, password } });
  return {
    whole: async () => {
      await browser.call(signOut);
      clock.moveTo(new Date(clock.now().getTime() + 60_000));
      return cpuOfProgram(enter);
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
          what: 'sign-in, CPU',
          ratio: spent.whole / spent.bare,
          of: 'the bare argon2id of the same parameters',
          bound: { most: 1.25 },
          figures: `${milliseconds(spent.whole)} against ${milliseconds(spent.bare)}`,
        },
      ];
    }),
};
