// Written by `npm run api` from the texts of every module. Do not edit.


export const texts = {

};
