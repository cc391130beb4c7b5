import { createContext } from 'react';

/** The id of the sentence that says why what is inside cannot be used; undefined when it can. */
export const Blocked = createContext<string | undefined>(undefined);
