export default function Page() {
  return <p>child</p>;
}
