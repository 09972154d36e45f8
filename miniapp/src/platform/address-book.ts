/** An address from the customer's own address book. */
export interface ChosenAddress {
  name: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
}
