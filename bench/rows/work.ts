// Work at the door costs whoever wants in, not us: to check it is little beside the hash that it
// stands before.
import { verify } from '@node-rs/argon2';
import { hashPassword } from '#modules/identity/index.ts';
import { isWorkDone, newChallenge } from '#modules/identity/lockout/work/challenge.ts';
import { workLimits } from '#modules/identity/lockout/work/work.rules.ts';
import { password } from '#test/people.ts';
import { proofFor } from '#test/work.ts';
import { cpuOfProgram } from '../measure/cpu.ts';
import { inTurn, onAverage } from '../measure/in-turn.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const each = 20;
const asked = { door: 'bench', prefix: '192.0.2.1', rounds: Math.max(...workLimits.rounds) };

/** Answers to as many challenges, each of the most that is asked. */
async function answers({ within, clock }: Place, count: number): Promise<string[]> {
  const found: string[] = [];
  while (found.length < count) {
    found.push(await proofFor(await within((tx) => newChallenge(tx, asked, clock.now()))));
  }
  return found;
}

async function measured(place: Place) {
  const { within, clock } = place;
  const record = await hashPassword(password);
  const rounds = 5;
  // one round to warm up here, and one that is not counted
  const found = await answers(place, each * (rounds + 2));
  const check = async () => {
    const header = found.pop();
    const isDone = await within((tx) => isWorkDone(tx, { ...asked, header }, clock.now()));
    if (!isDone) throw new Error('an answer did not count');
  };
  for (let warm = 0; warm < each; warm++) await check();
  return inTurn(rounds, {
    check: onAverage(each, () => cpuOfProgram(check)),
    hash: onAverage(each, () => cpuOfProgram(() => verify(record, password))),
  });
}

export const bench: Bench = {
  measure: async () => {
    const spent = await inPlace(measured);
    return [
      {
        what: 'work at the door checked and used up, CPU of the program',
        ratio: spent.check / spent.hash,
        of: 'the argon2id that it stands before',
        bound: { most: 0.25 },
        figures: `${milliseconds(spent.check)} against ${milliseconds(spent.hash)}`,
      },
    ];
  },
};
