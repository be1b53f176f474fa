import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { isHostField, isScopeField } from "../../scopeFields.ts";
import { isTest, type Text } from "../texts.ts";

/** A line of code that reads a header field which says whose data is meant. */
export interface FieldReader {
  readonly name: string;
  readonly location: Location;
}

const most = 3;
const source = /\.(?:py|[cm]?[jt]sx?)$/;

/** The lines that read the fields by which the request, or another of its file, says whose data is meant; at most 3. */
export function findFieldReaders({ request, siblings }: Known, texts: readonly Text[]): readonly FieldReader[] {
  const fields = [request, ...siblings].flatMap(({ headers }) => headers.map(([name]) => name.toLowerCase()));
  const names = [...new Set(fields)].filter((name) => isScopeField(name) && !isHostField(name));
  return names
    .flatMap((name) => {
      // FastAPI and WSGI spell a field as a parameter and as a variable.
      const spelled = name.replaceAll("-", "_");
      const shape = new RegExp(`["'\`]${name}["'\`]|(?<![\\w.])${spelled}(?=\\s*[:=])|\\bHTTP_${spelled}\\b`, "i");
      return texts
        .filter(({ file, text }) => source.test(file) && !isTest(file) && shape.test(text))
        .flatMap(({ file, text }) =>
          text.split(/\r\n|\r|\n/).flatMap((line, index) => {
            const column = line.search(shape) + 1;
            return column === 0 ? [] : [{ name, location: { file, line: index + 1, column } }];
          }),
        );
    })
    .slice(0, most);
}
