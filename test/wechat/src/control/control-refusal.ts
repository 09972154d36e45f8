/** A wrong call of the control or device API: a plain HTTP error with one sentence. */
export class ControlRefusal extends Error {
  constructor(
    readonly statusCode: 400 | 404 | 409 | 502,
    message: string,
  ) {
    super(message);
  }
}

export function refuse(statusCode: ControlRefusal['statusCode'], message: string): never {
  throw new ControlRefusal(statusCode, message);
}
