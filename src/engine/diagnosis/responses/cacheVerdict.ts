import type { Response } from "../../model/exchange.ts";
import { readField, readParameters, splitField } from "./fieldValues.ts";

/** Whether a response came out of a cache; `age` and `lifetime` are seconds, `by` names the cache when a field does. */
export interface CacheVerdict {
  readonly stored: "yes" | "no" | "unknown";
  /** `shared` lies in front of the application, `framework` is the application's own page cache. */
  readonly where: "shared" | "framework" | null;
  readonly by: string | null;
  readonly age: number | null;
  /** For how long a shared cache may go on answering so, as Cache-Control says; null when it does not say. */
  readonly lifetime: number | null;
  readonly because: string;
}

interface CacheWord {
  readonly stored: CacheVerdict["stored"];
  readonly where: "shared" | "framework";
  readonly by: string | null;
  readonly because: string;
}

/** Reads the verdict from Cache-Status (RFC 9211), Age (RFC 9111) and the fields of the known caches, the most explicit first. */
export function readCacheVerdict(response: Response): CacheVerdict {
  const age = readSeconds(readField(response, "age"));
  const lifetime = readLifetime(response);
  const words = [readCacheStatus(response), readVarnishIds(response), ...vendorFields.map((read) => read(response))];
  const known = words.filter((word) => word !== null);
  const word = known.find(({ stored }) => stored === "yes") ?? known.find(({ stored }) => stored === "no") ?? known[0];
  if (word !== undefined && word.stored !== "unknown" && !(word.stored === "no" && (age ?? 0) > 0)) {
    return { ...word, age, lifetime };
  }
  if (age !== null && age > 0) {
    const by = word?.by ?? null;
    return {
      stored: "yes",
      where: "shared",
      by,
      age,
      lifetime,
      because: `Age: ${age} says that it was stored ${age} s ago`,
    };
  }
  if (word !== undefined) return { ...word, age, lifetime };
  return { stored: "unknown", where: null, by: null, age, lifetime, because: "no field tells of a cache" };
}

/** The cache nearest to the client is the last member; any member with `hit` answered from its store. */
function readCacheStatus(response: Response): CacheWord | null {
  const value = readField(response, "cache-status");
  if (value === null) return null;
  const members = splitField(value, ",").map((item) => {
    const name = (splitField(item, ";")[0] ?? "").replace(/^"|"$/g, "");
    return { name, parameters: readParameters(item) };
  });
  const hit = members.findLast(({ parameters }) => parameters.has("hit"));
  if (hit !== undefined) {
    return {
      stored: "yes",
      where: "shared",
      by: hit.name,
      because: `Cache-Status says that ${hit.name} had it stored`,
    };
  }
  const forwarding = members.findLast(({ parameters }) => parameters.has("fwd"));
  if (forwarding === undefined) return null;
  const upstream = forwarding.parameters.get("fwd-status");
  const answer = upstream === undefined ? "" : `, which answered ${upstream}`;
  const because = `Cache-Status says that ${forwarding.name} asked the server behind it${answer}`;
  return { stored: "no", where: "shared", by: forwarding.name, because };
}

function readVarnishIds(response: Response): CacheWord | null {
  const value = readField(response, "x-varnish");
  if (value === null) return null;
  const ids = value.split(/[\s,]+/).filter((id) => /^\d+$/.test(id));
  if (ids.length === 0) return null;
  const stored = ids.length > 1 ? "yes" : "no";
  const because =
    ids.length > 1 ? "X-Varnish has two ids, so it was stored" : "X-Varnish has one id, so it was not stored";
  return { stored, where: "shared", by: "Varnish", because };
}

/** Field, the cache it belongs to (null when several use it), and where that cache lies. */
const vendorTable: readonly (readonly [string, string | null, "shared" | "framework"])[] = [
  ["CF-Cache-Status", "Cloudflare", "shared"],
  ["X-Cache", null, "shared"],
  ["X-Cache-Status", null, "shared"],
  ["X-Proxy-Cache", null, "shared"],
  ["X-Proxy-Cache-Status", null, "shared"],
  ["X-Cached", null, "shared"],
  ["X-Nginx-Cache", "nginx", "shared"],
  ["X-Nginx-Cache-Status", "nginx", "shared"],
  ["X-FastCGI-Cache", "nginx", "shared"],
  ["X-LiteSpeed-Cache", "LiteSpeed", "shared"],
  ["X-Kong-Cache-Status", "Kong", "shared"],
  ["X-Varnish-Cache", "Varnish", "shared"],
  ["CDN-Cache", "bunny.net", "shared"],
  ["X-CDN-Cache", null, "shared"],
  ["X-CDN-Cache-Status", null, "shared"],
  ["X-Sucuri-Cache", "Sucuri", "shared"],
  ["X-Cache-Lookup", "Squid", "shared"],
  ["X-Vercel-Cache", "Vercel", "shared"],
  ["X-Rack-Cache", "Rack::Cache", "framework"],
  ["X-NextJS-Cache", "Next.js", "framework"],
  ["X-Drupal-Cache", "Drupal", "framework"],
  ["X-Page-Cache", null, "framework"],
  ["X-Response-Cache", null, "framework"],
  ["X-App-Cache", null, "framework"],
  ["X-WP-Cache", "WordPress", "framework"],
];

const vendorFields = vendorTable.map(([field, by, where]) => (response: Response): CacheWord | null => {
  const value = readField(response, field);
  if (value === null) return null;
  const name = by ?? nameCache(value);
  const because = `${field}: ${value.slice(0, 80)}`;
  const stored = judgeWord(value);
  if (stored === null) return null;
  return {
    stored,
    where,
    by: name,
    because: stored === "unknown" ? `${because} does not say if it was stored` : because,
  };
});

/** With one word per cache (`MISS, HIT`) a single hit is enough: the caches before it were not asked again. */
function judgeWord(value: string): CacheVerdict["stored"] | null {
  if (/(?:\b|_)(?:hit|refreshhit|prerender|stale|updating|revalidated|fresh)\b/i.test(value)) return "yes";
  if (/(?:\b|_)(?:miss|expired|bypass|dynamic|pass|none|nocache|nostore)\b/i.test(value)) return "no";
  return /\berror\b/i.test(value) ? "unknown" : null;
}

function nameCache(value: string): string | null {
  if (/cloudfront/i.test(value)) return "CloudFront";
  return /\bfrom ([\w.-]{1,80})/i.exec(value)?.[1] ?? null;
}

function readLifetime(response: Response): number | null {
  const control = readField(response, "cache-control")?.toLowerCase() ?? "";
  if (/\bno-store\b|\bprivate\b/.test(control)) return 0;
  return readSeconds(
    /\bs-maxage="?(\d{1,10})/.exec(control)?.[1] ?? /\bmax-age="?(\d{1,10})/.exec(control)?.[1] ?? null,
  );
}

function readSeconds(value: string | null): number | null {
  return value !== null && /^\d{1,10}$/.test(value) ? Number(value) : null;
}
