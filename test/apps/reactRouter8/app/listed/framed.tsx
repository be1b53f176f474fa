export default function Page() {
  return <p>framed</p>;
}
