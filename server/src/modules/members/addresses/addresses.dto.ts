import { Phone, Text } from '../../../platform/http/index.js';

export class NewAddressBody {
  @Text({ max: 20, doc: 'Who receives', example: '林小满' })
  name: string;

  @Phone({ doc: 'The receiver’s phone', example: '13800138000' })
  phone: string;

  @Text({ max: 20, doc: 'Province', example: '上海市' })
  province: string;

  @Text({ max: 20, doc: 'City', example: '上海市' })
  city: string;

  @Text({ max: 20, doc: 'District', example: '徐汇区' })
  district: string;

  @Text({ max: 100, doc: 'Street, building, room', example: '漕溪北路 88 号 3 楼' })
  detail: string;
}
