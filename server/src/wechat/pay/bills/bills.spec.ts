import fc from 'fast-check';
import { Malformed } from '../../http/fields.js';
import { readFundFlowBill } from './fund-flow-bill.js';
import { readTradeBill } from './trade-bill.js';

const TRADE_HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注';
const TRADE_SUMS =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const FLOW_HEAD =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号';
const FLOW_SUMS = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额';

const values = (...each: string[]) => each.map((value) => `\`${value}`).join(',');
const file = (...lines: string[]) => `\ufeff${lines.join('\r\n')}\r\n`;

const payment = ({
  name = '拿铁',
  attach = '',
  amount = '25.00',
  fee = '0.15000',
  no = 'T20260601000001',
} = {}) =>
  values(
    ...[
      '2026-06-01 12:00:00',
      'wx1',
      '1900000001',
      '0',
      '',
      '4200001',
      no,
      'o1',
      'JSAPI',
      'SUCCESS',
      'OTHERS',
      'CNY',
    ],
    ...[amount, '0.00', '0', '0', '0.00', '0.00', '', '', name, attach, fee, '0.60%', amount, '0.00', ''],
  );
const refund = ({ status = 'SUCCESS', amount = '10.00', fee = '-0.06000', no = 'R1' } = {}) =>
  values(
    ...[
      '2026-06-01 23:59:59',
      'wx1',
      '1900000001',
      '0',
      '',
      '4200001',
      'T20260601000001',
      'o1',
      'JSAPI',
      'REFUND',
    ],
    ...['OTHERS', 'CNY', '0.00', '0.00', '50300001', no, amount, '0.00', 'ORIGINAL', status, '拿铁', '', fee],
    ...['0.60%', '0.00', amount, ''],
  );
const sums = (count: string, fee: string, paid: string, refunded: string) =>
  values(count, paid, refunded, '0.00', fee, paid, refunded);

const DAY = file(TRADE_HEAD, payment(), refund(), TRADE_SUMS, sums('2', '0.09000', '25.00', '10.00'));
const FLOWS = file(
  FLOW_HEAD,
  values(
    '2026-06-01 12:00:00',
    '4200001',
    '42000010000',
    '交易',
    '交易',
    '收入',
    '25.00',
    '25.00',
    'system',
    '',
    'T1',
  ),
  values(
    '2026-06-01 12:00:00',
    '4200001',
    '42000010001',
    '扣除交易手续费',
    '扣除交易手续费',
    '支出',
    '0.15',
    '24.85',
    'system',
    '备注,`怪',
    'T1',
  ),
  FLOW_SUMS,
  values('2', '1', '25.00', '1', '0.15'),
);

describe('a trade bill', () => {
  it('tells payments and refunds in fen, instants in China', () => {
    expect(readTradeBill(DAY)).toEqual([
      {
        kind: 'payment',
        at: new Date('2026-06-01T04:00:00Z'),
        mchId: '1900000001',
        transactionId: '4200001',
        outTradeNo: 'T20260601000001',
        refundId: null,
        outRefundNo: null,
        amountFen: 2500,
        feeMilliFen: 15_000,
      },
      {
        kind: 'refund',
        at: new Date('2026-06-01T15:59:59Z'),
        mchId: '1900000001',
        transactionId: '4200001',
        outTradeNo: 'T20260601000001',
        refundId: '50300001',
        outRefundNo: 'R1',
        amountFen: 1000,
        feeMilliFen: -6000,
      },
    ]);
  });

  it('is read whatever people called their goods', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((name) => name.replaceAll(/[\r\n\u2028\u2029]/g, ' '));
    fc.assert(
      fc.property(text, text, (name, attach) => {
        const bill = file(
          TRADE_HEAD,
          payment({ name: `${name},\`,\`0.01`, attach }),
          TRADE_SUMS,
          sums('1', '0.15000', '25.00', '0.00'),
        );
        expect(readTradeBill(bill)).toMatchObject([{ amountFen: 2500, feeMilliFen: 15_000 }]);
      }),
    );
  });

  it('leaves a refund that is not done to the day on which it is', () => {
    const bill = file(
      TRADE_HEAD,
      refund({ status: 'PROCESSING', fee: '0.00000' }),
      TRADE_SUMS,
      sums('1', '0.00', '0.00', '10.00'),
    );
    expect(readTradeBill(bill)).toEqual([]);
  });

  it('may hold nothing, and a BOM or none, and other line ends', () => {
    expect(readTradeBill(file(TRADE_HEAD, TRADE_SUMS, sums('0', '0.00', '0.00', '0.00')))).toEqual([]);
    expect(readTradeBill(DAY.slice(1).replaceAll('\r\n', '\n'))).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['a page of HTML', '<html><body>502</body></html>'],
    ['a header alone', file(TRADE_HEAD)],
    ['no sums', file(TRADE_HEAD, payment())],
    ['a lost row', file(TRADE_HEAD, payment(), TRADE_SUMS, sums('2', '0.09000', '25.00', '10.00'))],
    [
      'a row twice',
      file(TRADE_HEAD, payment(), payment(), TRADE_SUMS, sums('1', '0.15000', '25.00', '0.00')),
    ],
    ['a sum that is a fen off', DAY.replace('`25.00,`10.00\r\n', '`25.01,`10.00\r\n')],
    ['fees that do not add up', DAY.replace('`0.09000', '`0.09001')],
    ['another currency', DAY.replaceAll('`CNY', '`USD')],
    ['an unknown state', DAY.replace('`SUCCESS', '`GUESSED')],
    ['a float', DAY.replace('`25.00,`0.00,', '`2.5e1,`0.00,').replace('`0.60%,`25.00', '`0.60%,`2.5e1')],
    ['a day that does not exist', DAY.replace('`2026-06-01 12', '`2026-06-31 12')],
    ['no transaction', DAY.replace('`4200001,', '`0,')],
    ['a number with other marks', DAY.replace('`T20260601000001', "`T2026'; --")],
    ['too few values', DAY.replace('`JSAPI,', '')],
    ['a value without mark', DAY.replace('\r\n`2026-06-01 12', '\r\n2026-06-01 12')],
    ['two columns of one name', DAY.replace('设备号', '商户号')],
    ['a column less', DAY.replace('手续费,费率,', '费率,费率甲,')],
  ])('is refused with %s', (_what, text) => {
    expect(() => readTradeBill(text)).toThrow(Malformed);
  });

  it('cut off anywhere but in its last zeros is refused, never half believed', () => {
    const zeros = '.00\r\n'.length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAY.length - zeros - 1 }), (length) => {
        expect(() => readTradeBill(DAY.slice(0, length))).toThrow(Malformed);
      }),
    );
  });
});

describe('a fund flow bill', () => {
  it('tells what came in and went out, signed', () => {
    expect(readFundFlowBill(FLOWS)).toEqual([
      {
        flowNo: '42000010000',
        businessNo: '4200001',
        business: '交易',
        at: new Date('2026-06-01T04:00:00Z'),
        amountFen: 2500,
        balanceFen: 2500,
      },
      expect.objectContaining({ business: '扣除交易手续费', amountFen: -15, balanceFen: 2485 }),
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a lost row', FLOWS.split('\r\n').toSpliced(2, 1).join('\r\n')],
    ['a sum that is a fen off', FLOWS.replace('`25.00,`1,`0.15', '`25.00,`1,`0.16')],
    ['a movement without direction', FLOWS.replace('`收入', '`')],
    ['a movement without number', FLOWS.replace('`42000010000', '`')],
  ])('is refused with %s', (_what, text) => {
    expect(() => readFundFlowBill(text)).toThrow(Malformed);
  });
});
