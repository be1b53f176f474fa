const customers = new Map(
  [
    { id: "c-08", name: "Ilse Brandt", city: "Kiel" },
    { id: "c-17", name: "Tomás Rey", city: "Vigo" },
    { id: "c-42", name: "Amara Nwosu", city: "Leeds" },
  ].map((customer) => [customer.id, customer]),
);

/** Every customer, by id. */
export function allCustomers() {
  return [...customers.values()];
}

/** The customer with this id, or undefined. */
export function findCustomer(id) {
  return customers.get(id);
}
