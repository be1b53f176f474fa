const invoices = new Map(
  [
    { number: "2026-0311", order: "8470", total: 129.9, paid: true },
    { number: "2026-0312", order: "8472", total: 318.4, paid: false },
  ].map((invoice) => [invoice.number, invoice]),
);

/** Every invoice, by number. */
export function allInvoices() {
  return [...invoices.values()];
}

/** The invoice with this number, or undefined. */
export function findInvoice(number) {
  return invoices.get(number);
}
