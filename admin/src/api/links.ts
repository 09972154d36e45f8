/** Addresses that the browser itself fetches, as pictures or downloads; everything else goes through `api`. */
export const links = {
  liveCodeQr: (id: string) => `/api/admin/live-codes/${encodeURIComponent(id)}/qr.svg`,
  financeExport: (query: { brandId: string; kind: string; from: string; to: string }) =>
    `/api/admin/reconciliation/export.csv?${new URLSearchParams(query).toString()}`,
};
