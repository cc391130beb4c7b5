import type { RequestListener } from 'node:http';

/** Begun within one turn of the loop; some 0.13 ms each where they are turned away. */
const portion = 8;

/**
 * Begins what strangers send a few requests at a time. A crowd that knocks at the same moment would
 * otherwise be dealt with in one turn of the loop, and whoever is in already, or asks whether the
 * product is well, would wait for all of them.
 */
export function inPortions(begin: RequestListener): RequestListener {
  const waiting: (() => void)[] = [];
  let begun = 0;
  let isTurnDue = false;

  const start = (one: () => void) => {
    begun++;
    if (!isTurnDue) setImmediate(turn);
    isTurnDue = true;
    one();
  };
  const turn = () => {
    begun = 0;
    isTurnDue = false;
    for (const one of waiting.splice(0, portion)) start(one);
  };

  return (request, response) => {
    const one = () => {
      begin(request, response);
    };
    if (request.method === 'GET' || request.headers.cookie !== undefined) one();
    else if (begun < portion && waiting.length === 0) start(one);
    else waiting.push(one);
  };
}
