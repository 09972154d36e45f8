/** Something a person has to decide or set right; its message says what. */
export class DemoRefused extends Error {}
