import type { Scenario } from "../../scenario.ts";

const parts: Scenario = {
  name: "parts-of-a-sewing-machine",
  files: {
    "README.md": `# Spare parts for old sewing machines

    PORT=5000 python parts.py
`,
    "requirements.txt": "flask\n",
    "parts.py": `import os

from flask import Flask

from catalogue import brands

app = Flask(__name__)
app.register_blueprint(brands, url_prefix="/catalogue")

if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "catalogue.py": `from flask import Blueprint, jsonify

brands = Blueprint("brands", __name__)
PARTS = {
    "SINGER": {"306K": ["bobbin case", "hook"]},
    "PFAFF": {"130": ["hook", "feed dog"], "262": ["belt"]},
    "HUSQVARNA": {"21E": ["cam"]},
}


@brands.get("/")
def index():
    return jsonify({brand: sorted(models) for brand, models in PARTS.items()})


@brands.get("/<any(SINGER, PFAFF, HUSQVARNA):brand>/<model>")
def parts(brand, model):
    found = PARTS[brand].get(model.upper())
    if found is None:
        return jsonify(error="model unknown", brand=brand, known=sorted(PARTS[brand])), 404
    return jsonify(found)
`,
    "shop/js/search.js": `export async function partsOf(brand, model) {
  const response = await fetch(\`/catalogue/\${brand.toLowerCase()}/\${model}\`);
  return response.ok ? response.json() : [];
}
`,
    "shop/index.html": `<!doctype html>
<title>Spare parts</title>
<script type="module" src="js/search.js"></script>
`,
    "parts.http": `@shop = http://localhost:PORT_OF_api/catalogue

### everything
GET {{shop}}/

### for the Husqvarna
GET {{shop}}/HUSQVARNA/21e

### what the search box sends
# @name search
GET {{shop}}/pfaff/130
`,
  },
  servers: [{ name: "api", entry: "parts.py", needs: "flask" }],
  ask: ["parts.http#search"],
  facts: [
    "GET /catalogue/ 200",
    "GET /catalogue/HUSQVARNA/21e 200",
    "GET /catalogue/pfaff/130 404",
    "GET /catalogue/PFAFF/130 200",
    "GET /catalogue/PFAFF/999 404",
    "GET /catalogue/ELNA/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["case", "id-format"],
    links: [
      { file: "catalogue.py", text: '@brands.get("/<any(' },
      { file: "shop/js/search.js", text: "brand.toLowerCase()" },
    ],
    fixes: [{ url: "/catalogue/PFAFF/130" }],
  },
};

/** Spare parts for old sewing machines. */
export const sewing: readonly Scenario[] = [parts];
