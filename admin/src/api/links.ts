/** Addresses that the browser itself fetches, as pictures or downloads; everything else goes through `api`. */
export const links = {
  liveCodeQr: (id: string) => `/api/admin/live-codes/${encodeURIComponent(id)}/qr.svg`,
};
