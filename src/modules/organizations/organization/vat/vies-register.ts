import { z } from 'zod';
import { askJson } from '#platform/outgoing/ask-json.ts';
import type { VatCheck } from '../organization.rules.ts';
import { isInUnion, viesKey, type VatRegister } from './vat-register.rules.ts';

const service = 'https://ec.europa.eu/taxation_customs/vies/rest-api';

/** Besides VALID and INVALID, `userError` names what kept a member state from answering. */
const answer = z.object({ isValid: z.boolean(), userError: z.string() });

/** The register of the European Union (VIES). Numbers of other countries stay unknown. */
export function viesRegister(base: string = service): VatRegister {
  return {
    check: async (question) => {
      if (!isInUnion(question.country)) return 'unknown';
      const { member, number } = viesKey(question);
      const said = await askJson(`${base}/ms/${member}/vat/${encodeURIComponent(number)}`);
      return readAnswer(said);
    },
  };
}

function readAnswer(said: unknown): VatCheck {
  const read = answer.safeParse(said);
  if (!read.success) return 'unknown';
  const { isValid, userError } = read.data;
  if (isValid && userError === 'VALID') return 'valid';
  return !isValid && userError === 'INVALID' ? 'invalid' : 'unknown';
}
