/** Error codes of WeChat Pay that we give, with the number that ends the Request-ID and the usual HTTP status. */
const CODES = {
  PARAM_ERROR: { status: 400, number: 268435457 },
  UNKNOWN_FIELD: { status: 400, number: 270924358 },
  INVALID_REQUEST: { status: 400, number: 268435458 },
  CHANGED_PARAMETERS: { status: 400, number: 268498688 },
  APPID_MCHID_NOT_MATCH: { status: 400, number: 268435459 },
  ORDERPAID: { status: 400, number: 268449538 },
  ORDER_CLOSED: { status: 400, number: 268447914 },
  NO_STATEMENT_EXIST: { status: 400, number: 268435470 },
  STATEMENT_CREATING: { status: 400, number: 268435471 },
  SIGN_ERROR: { status: 401, number: 268435460 },
  ORDER_NOT_EXIST: { status: 404, number: 268435461 },
  RESOURCE_NOT_EXISTS: { status: 404, number: 268435462 },
  FREQUENCY_LIMITED: { status: 429, number: 268435463 },
  SYSTEM_ERROR: { status: 500, number: 268435464 },
  OPENID_MISMATCH: { status: 500, number: 268435465 },
} as const;

export type PayCode = keyof typeof CODES;

/** Some of our names tell cases apart that WeChat tells apart by the number only. */
const SPOKEN_AS: Partial<Record<PayCode, PayCode>> = {
  UNKNOWN_FIELD: 'PARAM_ERROR',
  CHANGED_PARAMETERS: 'INVALID_REQUEST',
};

/** An error of WeChat Pay: HTTP status with `{code, message, detail?}`. */
export class PayRefusal extends Error {
  readonly status: number;
  readonly number: number;

  constructor(
    private readonly reason: PayCode,
    message: string,
    private readonly detail?: object,
  ) {
    super(message);
    ({ status: this.status, number: this.number } = CODES[reason]);
  }

  body(): object {
    const code = SPOKEN_AS[this.reason] ?? this.reason;
    return { code, message: this.message, ...(this.detail ? { detail: this.detail } : {}) };
  }
}

export function refuse(reason: PayCode, message: string, detail?: object): never {
  throw new PayRefusal(reason, message, detail);
}
