import { parseTargetUri } from "../../targetUri.ts";
import { findCurrentAsset, hashedName } from "../identifiers/hashedAsset.ts";
import { type Known, type Observation, resultsOf } from "../known.ts";
import { sortAnswer } from "../responses/answers.ts";

/** What the root page says: the current name of a hashed asset, or a shell that deep links should get as well. */
export function observePage(known: Known): readonly Observation[] {
  const page = resultsOf(known, "page")[0]?.probe;
  if (!page || sortAnswer(page) !== "answers") {
    return [];
  }
  const text = page.exchange.response?.text ?? "";
  return hashedName.test(known.target.segments.at(-1) ?? "")
    ? observeAsset(known, text, page.id)
    : observeShell(known, text, page.id);
}

function observeAsset(known: Known, text: string, probe: string): readonly Observation[] {
  const name = known.target.segments.at(-1) ?? "";
  const current = findCurrentAsset(name, text);
  if (current === null) {
    return [];
  }
  return [
    {
      step: "identifier",
      rule: "asset-renamed",
      statement: `The current page names ${current}, not ${name}.`,
      claim: `${name} belongs to an earlier build: the current page names ${current}.`,
      probe,
      location: null,
    },
  ];
}

function observeShell(known: Known, text: string, probe: string): readonly Observation[] {
  const isShell = /<div[^>]+id=["']?(root|app|__next|__nuxt|main)\b|<script[^>]+type=["']module/i.test(text);
  if (!isShell) {
    return [];
  }
  return [
    {
      step: "routing",
      rule: "root-answers-shell",
      statement: "The root page is the shell of a client-side application; this deep link is not answered with it.",
      claim: `The static host has no fallback for client-side routes: "/" answers the application's page, ${known.target.path} does not.`,
      probe,
      location: null,
    },
    ...observeData(known),
  ];
}

/** The same suffix under a prefix, where it answers with data: a page was asked for, and this is what it shows. */
function observeData({ results }: Known): readonly Observation[] {
  const data = results.find(({ experiment, probe }) => {
    const type = probe.exchange.response?.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
    return experiment.varies === "prefix" && sortAnswer(probe) === "answers" && /\bjson\b/i.test(type);
  })?.probe;
  return data
    ? [
        {
          step: "routing",
          rule: "page-asked-data-answers",
          statement: `The request asks for a page (Accept: text/html), and ${parseTargetUri(data.url)?.path} answers with the data of one.`,
          claim: null,
          probe: data.id,
          location: null,
        },
      ]
    : [];
}
