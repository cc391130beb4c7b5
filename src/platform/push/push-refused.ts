/** The service would never take it: it points elsewhere, is not outside, or says no for good. */
export class PushRefused extends Error {}
