export async function loader() {
  return new Response("orders");
}

export async function action() {
  return new Response("changed");
}
